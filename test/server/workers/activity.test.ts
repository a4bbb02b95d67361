import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Activity } from '../../../src/server/workers/activity.ts';
import { WorkerRunner } from '../../../src/server/workers/worker-runner.ts';
import { useDatabases } from '../../support/databases.ts';
import { TestClock } from '../../support/test-server.ts';

const databases = useDatabases('postgres');

it('looks for work seldom while nobody asks anything, and at once when somebody has been answered', async () => {
  const clock = new TestClock('2026-11-20T09:00:00.000Z');
  const activity = new Activity(clock);
  const stop = new AbortController();
  let rounds = 0;
  const looker = {
    name: 'looker',
    recordedAs: { nothing: 'it is for a test' },
    pause: 1,
    round: async () => {
      rounds += 1;
      return 'done' as const;
    },
  };
  const database = await databases.shared();
  const running = new WorkerRunner([looker], {
    database,
    clock,
    signal: stop.signal,
    report: () => undefined,
    activity,
  });
  const roundsIn = async (milliseconds: number): Promise<number> => {
    const before = rounds;
    await sleep(milliseconds);
    return rounds - before;
  };
  running.start();
  await expect.poll(() => rounds).toBeGreaterThan(10);

  clock.advance(6_000);
  await sleep(20);
  expect(await roundsIn(100)).toBeLessThan(2);

  activity.requestStarted();
  expect(await roundsIn(100)).toBeLessThan(2);
  const before = rounds;
  activity.requestFinished();
  await expect.poll(() => rounds - before, { timeout: 150, interval: 10 }).toBeGreaterThan(5);

  stop.abort();
  await running.settled();
});

it('is quiet some seconds after the last request, however long that took', () => {
  const clock = new TestClock('2026-11-20T09:00:00.000Z');
  const activity = new Activity(clock);
  activity.requestStarted();
  clock.advance(60_000);
  expect(activity.isQuiet).toBe(true);
  const { nextAnswer } = activity;
  activity.requestFinished();
  expect(nextAnswer.aborted).toBe(true);
  expect(activity.isQuiet).toBe(false);
  expect(activity.nextAnswer.aborted).toBe(false);
});
