import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../host/contract.ts';
import { sqlState, violatedConstraint } from './sql-state.ts';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const CHECK_VIOLATION = '23514';
const ATTEMPTS = 6;

/**
 * Runs a whole transaction again when PostgreSQL refused it only because of another one running beside it.
 * Waits between attempts grow from about 5 to about 160 ms, by chance, so that two rivals do not meet again.
 */
export async function retryConflicts<T>(random: Random, transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
    const [byte = 0] = random.bytes(1);
    await sleep(5 * 2 ** (attempt - 1) * (0.5 + byte / 256));
  }
}

/**
 * Whether the same would succeed without the other one. A row that was on its way into the default partition while
 * somebody opened the partition that is its place meets a constraint that has no name; next time it goes there.
 */
function isConflict(error: unknown): boolean {
  const state = sqlState(error);
  if (state === CHECK_VIOLATION) return violatedConstraint(error) === undefined;
  return state === SERIALIZATION_FAILURE || state === DEADLOCK;
}
