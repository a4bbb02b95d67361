import { expect, it } from 'vitest';
import type { Worker } from '../../../src/server/worker.ts';
import { WorkerRunner } from '../../../src/server/workers/worker-runner.ts';
import { useDatabases } from '../../support/databases.ts';
import { TestClock } from '../../support/test-server.ts';

const databases = useDatabases('postgres');
const recordedAs = { nothing: 'it is for a test' };

async function runner(...workers: readonly Worker[]) {
  const stop = new AbortController();
  const problems: unknown[] = [];
  const running = new WorkerRunner(workers, {
    database: await databases.shared(),
    clock: new TestClock('2026-11-20T09:00:00.000Z'),
    signal: stop.signal,
    report: (problem) => problems.push(problem),
  });
  return { running, stop, problems };
}

it('does round after round without a pause while there is more to do, and waits when there is not', async () => {
  let rounds = 0;
  const { running, stop } = await runner({
    name: 'counter',
    recordedAs,
    pause: 3_600_000,
    round: async () => {
      rounds += 1;
      return rounds < 5 ? 'more' : 'done';
    },
  });
  running.start();
  await expect.poll(() => rounds).toBe(5);
  stop.abort();
  await running.settled();
  expect(rounds).toBe(5);
});

it('goes on after a round that failed, and leaves other workers alone', async () => {
  const seen: string[] = [];
  const { running, stop, problems } = await runner(
    {
      name: 'failing',
      recordedAs,
      pause: 1,
      round: async () => {
        seen.push('failing');
        if (seen.filter((name) => name === 'failing').length === 1) throw new Error('the disk is full');
        return 'done';
      },
    },
    {
      name: 'other',
      recordedAs,
      pause: 1,
      round: async () => {
        seen.push('other');
        return 'done';
      },
    },
  );
  running.start();
  const roundsOf = (worker: string): number => seen.filter((name) => name === worker).length;
  await expect.poll(() => roundsOf('failing')).toBeGreaterThan(1);
  await expect.poll(() => roundsOf('other')).toBeGreaterThan(1);
  stop.abort();
  await running.settled();
  expect(problems).toStrictEqual([new Error('the disk is full')]);
});

it('ends when the round under way has ended, and begins no other', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let ended = 0;
  const { running, stop } = await runner({
    name: 'slow',
    recordedAs,
    pause: 1,
    round: async () => {
      await released;
      ended += 1;
      return 'more';
    },
  });
  running.start();
  stop.abort();
  const settled = running.settled();
  release();
  await settled;
  expect(ended).toBe(1);
});
