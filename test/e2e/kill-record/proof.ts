import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { temporaryDirectory } from '../../support/cli.ts';
import type { Entry, Reading } from './record.ts';
import type { World } from './world.ts';

/**
 * Exports both chains from the command line, that of the environment and that of its tenant, until all of a reading is
 * in them (what was written in the last second is not yet signed), and verifies the files without a server.
 */
export async function expectProven({ dream }: World, { entries }: Reading): Promise<void> {
  const directory = temporaryDirectory();
  for (const tenant of [undefined, 'north']) {
    const options = tenant === undefined ? [] : ['--tenant', tenant];
    const read = entries.filter((entry) => entry.tenantId === tenant);
    let file = '';
    for (let [exported, time] = [-1, 0]; exported < read.length; time += 1) {
      file = join(directory, `${tenant ?? 'environment'}-${time}.ndjson`);
      const outcome = await dream('audit', 'export', '--out', file, '--json', ...options);
      expect(outcome).toMatchObject({ exitCode: 0 });
      exported = outcome.json<{ readonly entries: number }>().entries;
    }
    const verified = await dream('audit', 'verify', file, '--json');
    expect(verified).toMatchObject({ exitCode: 0 });
    expect(verified.json()).toMatchObject({ valid: true });
    // Exporting leaves an entry itself, and an alarm may have been raised since: whatever was read has kept its place.
    const chain = new Map(linesOf(file).map(({ id, sequence, hash }) => [sequence, `${id} ${hash}`]));
    expect(read.map(({ sequence }) => chain.get(sequence))).toEqual(read.map(({ id, hash }) => `${id} ${hash}`));
  }
}

function linesOf(file: string): readonly Pick<Entry, 'id' | 'sequence' | 'hash'>[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}
