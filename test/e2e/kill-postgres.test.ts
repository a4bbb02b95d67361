// PostgreSQL is restarted under a mixed load, in order and as by a crash, while the server goes on.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { longRun } from '../support/long-run.ts';
import { startPostgresServer } from '../support/postgres-server.ts';
import { wrongAlarms, wrongDeliveries } from './kill-record/followers.ts';
import { Load } from './kill-record/load.ts';
import { expectProven } from './kill-record/proof.ts';
import { readAll } from './kill-record/record.ts';
import { wrongIn } from './kill-record/truth.ts';
import { startWorld } from './kill-record/world.ts';

const modes = ['immediate', 'fast'] as const;

// In `npm test`, the series of kills cuts all connections off instead: that takes no server of its own.
it.runIf(longRun)(
  'FR-A001 PostgreSQL restarted under load: 503 meanwhile, nothing acknowledged is lost, everything goes on',
  {
    timeout: 60 * 60_000,
  },
  async () => {
    // What was acknowledged has to outlive a crash.
    const postgres = await startPostgresServer({ synchronous_commit: 'on' });
    onTestFinished(() => postgres.stop());
    const client = new pg.Client({ connectionString: postgres.url('postgres') });
    await client.connect();
    await client.query('CREATE DATABASE acme');
    await client.end();
    const world = await startWorld('postgres', postgres.url('acme'));
    const load = new Load(world);
    const enough = new AbortController();
    const under = load.run(enough.signal);
    const pauses: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      await load.goesOn(50);
      await pause(round * 37);
      const before = load.unavailable;
      await postgres.restart(modes[round % 2] ?? 'fast');
      const back = performance.now();
      await load.goesOn(1);
      pauses.push(Math.round(performance.now() - back));
      expect(load.unavailable).toBeGreaterThan(before);
    }
    await load.goesOn(50);
    enough.abort();
    await under;
    expect(load.unanswered).toBe(0);
    const inDoubt = load.asked.filter(({ fate }) => fate === 'unknown').length;
    await load.repeatUnknown();
    expect(await wrongAlarms(world, load.asked, 1)).toEqual([]);
    const reading = await readAll(world);
    expect(wrongIn(reading, load.asked)).toEqual([]);
    await expectProven(world, reading);
    expect(await wrongDeliveries(world, reading)).toEqual([]);
    process.stdout.write(
      `PostgreSQL restarted ${pauses.length} times: ${load.acknowledged} acknowledged, ${load.unavailable} times 503, ${inDoubt} left in doubt, first answer after ${pauses.join(', ')} ms\n`,
    );
  },
);
