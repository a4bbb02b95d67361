import { expect, it, onTestFinished } from 'vitest';
import { useDatabases } from '../../support/databases.ts';
import type { Worker } from '../../../src/server/worker.ts';
import { WorkerRunner } from '../../../src/server/workers/worker-runner.ts';
import { TestClock } from '../../support/test-server.ts';

const databases = useDatabases('postgres');
const recordedAs = { nothing: 'a test' };

it('a worker that had failed and comes through wakes the others that failed, and one that never failed wakes none', async () => {
  const rounds: string[] = [];
  let patientFailures = 0;
  let once = false;
  const whole = Promise.withResolvers<void>();
  /** Fails twice, after which it would wait for longer than the other fails. */
  const patient: Worker = {
    name: 'patient',
    pause: 3_600_000,
    recordedAs,
    round: () => {
      if (patientFailures < 2) {
        patientFailures += 1;
        rounds.push('patient fails');
        return Promise.reject(new Error('away'));
      }
      rounds.push('patient');
      whole.resolve();
      return Promise.resolve('done');
    },
  };
  /** Comes through all the time, but fails once while the other waits for the second time. */
  const brisk: Worker = {
    name: 'brisk',
    pause: 20,
    recordedAs,
    round: () => {
      if (patientFailures === 2 && !once) {
        once = true;
        rounds.push('brisk fails');
        return Promise.reject(new Error('away'));
      }
      rounds.push('brisk');
      return Promise.resolve('done');
    },
  };
  const stopping = new AbortController();
  const runner = new WorkerRunner([brisk, patient], {
    database: await databases.shared(),
    clock: new TestClock('2026-11-20T09:00:00.000Z'),
    signal: stopping.signal,
    report: () => undefined,
  });
  onTestFinished(async () => {
    stopping.abort();
    await runner.settled();
  });
  runner.start();
  await whole.promise;
  const failed = rounds.indexOf('brisk fails');
  expect(rounds.slice(failed)).toEqual(['brisk fails', 'brisk', 'patient']);
  // Until then it had been left to its own time.
  expect(rounds.slice(0, failed).filter((round) => round === 'patient fails')).toHaveLength(2);
});
