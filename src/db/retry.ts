import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../host/contract.ts';
import { sqlState } from './sql-state.ts';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
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
      const state = sqlState(error);
      if (attempt === ATTEMPTS || (state !== SERIALIZATION_FAILURE && state !== DEADLOCK)) throw error;
    }
    const [byte = 0] = random.bytes(1);
    await sleep(5 * 2 ** (attempt - 1) * (0.5 + byte / 256));
  }
}
