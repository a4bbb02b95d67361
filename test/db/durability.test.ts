import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/open-database.ts';
import { testRandom, useDatabases } from '../support/databases.ts';
import { itInLongRuns } from '../support/it-in-long-runs.ts';
import { longRun } from '../support/long-run.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './children.ts';

const rounds = longRun ? 50 : 1;

describe('an embedded database whose process is killed', () => {
  const databases = useDatabases('embedded');

  async function newDirectory(): Promise<string> {
    const address = await databases.address();
    if (!('embedded' in address)) throw new Error('Not embedded.');
    return address.embedded.directory;
  }

  /** Read by a process for each time: a hundred databases one after the other would be much for the memory of this one. */
  async function projectsIn(directory: string): Promise<readonly string[]> {
    const reader = startChild('read', directory);
    const line = await reader.line('projects');
    await reader.ended;
    const ids: readonly string[] = JSON.parse(line.slice('projects '.length));
    return ids;
  }

  it(`has every row it acknowledged, and at most one more, after kill -9 (${rounds} rounds)`, {
    timeout: 600_000 + rounds * 60_000,
  }, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const directory = await newDirectory();
      const writer = startChild('write', directory);
      await writer.line('committed 3');
      await sleep(Math.random() * 300);
      await writer.kill();
      const acknowledged = writer.lines.filter((line) => line.startsWith('committed')).length;
      const found = await projectsIn(directory);
      const expected = Array.from({ length: found.length }, (_, index) => `prj_${index + 1}`);
      expect(found.toSorted()).toEqual(expected.toSorted());
      expect([acknowledged, acknowledged + 1]).toContain(found.length);
    }
  });

  it('starts over the file of a running server that a process left empty, killed before it wrote into it', async () => {
    const directory = await newDirectory();
    const opened = () => openDatabase({ host: { random: testRandom }, embedded: { directory } });
    const first = await opened();
    const pidFile = join(directory, 'data', 'postmaster.pid');
    // It is there while a server runs: else an empty one tried nothing that can happen.
    expect(statSync(pidFile).size).toBeGreaterThan(0);
    await first.close();
    writeFileSync(pidFile, '');
    const second = await opened();
    await second.ping();
    await second.close();
  });

  itInLongRuns(
    `starts the next time, wherever its first start was cut off (${rounds} rounds)`,
    {
      timeout: 600_000 + rounds * 60_000,
    },
    async () => {
      const cutShort: boolean[] = [];
      // At least one must die before its database is whole, else little was tried.
      for (let round = 0; round < rounds || !cutShort.includes(true); round += 1) {
        const directory = await newDirectory();
        const child = startChild('hold', directory);
        const opened = child.line('open').catch(() => undefined);
        // From among its first files to after the migrations.
        const begun = [round % 2 === 0 ? 'data.new' : '.', 'data'].map((name) => join(directory, name));
        while (!begun.some((path) => existsSync(path))) await sleep(1);
        await sleep((600 * (round % rounds)) / rounds);
        await child.kill();
        await opened;
        cutShort.push(!existsSync(join(directory, 'data')));
        expect(await projectsIn(directory)).toEqual([]);
      }
    },
  );
});
