import type { Database } from '../../db/contract.ts';
import type { Clock } from '../../host/contract.ts';
import { answerLifetime } from './answer-once.ts';
import { deleteAnswersBefore } from './queries.ts';

const interval = 60 * 60 * 1000;

/** Removes remembered answers that are past their time, every hour until stopped. Older ones are ignored in any case. */
export function pruneAnswers(
  database: Database,
  clock: Clock,
  onProblem: (problem: unknown) => void,
): { stop(): void; settled(): Promise<void> } {
  let running = Promise.resolve();
  const prune = async () => {
    const before = new Date(clock.now().getTime() - answerLifetime);
    await database.withControlPlane('write', (tx) => deleteAnswersBefore(tx, before)).catch(onProblem);
  };
  const timer = setInterval(() => {
    running = prune();
  }, interval);
  timer.unref();
  return { stop: () => clearInterval(timer), settled: () => running };
}
