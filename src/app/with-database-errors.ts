import { DatabaseProblem } from '../db/problem.ts';
import { makeError } from '../engine/platform-error/index.ts';
import { databaseErrors } from './database-errors.ts';

/** Runs `work`; what the database room has to say becomes an error of the platform, everything else passes. */
export async function withDatabaseErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    const { code, message, hint, cause } = error;
    throw makeError(databaseErrors[code], { message, cause, ...(hint === undefined ? {} : { details: { hint } }) });
  }
}
