// PostgreSQL is restarted under a mixed load, in order and as by a crash, while the server goes on.
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { wrongAlarms, wrongDeliveries } from './kill-record/followers.ts';
import { Load } from './kill-record/load.ts';
import { expectProven } from './kill-record/proof.ts';
import { ownPostgres } from './kill-record/own-postgres.ts';
import { readAll } from './kill-record/record.ts';
import { wrongIn } from './kill-record/truth.ts';
import { startWorld } from './kill-record/world.ts';

const modes = ['immediate', 'fast'] as const;

it('FR-A001 PostgreSQL restarted under load: 503 meanwhile, nothing acknowledged is lost, everything goes on', {
  timeout: 60 * 60_000,
}, async () => {
  const { postgres, url } = await ownPostgres();
  const world = await startWorld(url);
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
});
