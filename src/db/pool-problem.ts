import { DatabaseProblem } from './problem.ts';
import { sqlState } from './sql-state.ts';

/** Turns a failure to get a connection into a sentence. The URL is left out, since it holds the password. */
export function poolProblem(error: unknown): unknown {
  if (error instanceof DatabaseProblem) return error;
  const message =
    error instanceof Error ? error.message || String(Reflect.get(error, 'code') ?? error.name) : String(error);
  const state = sqlState(error);
  if (state?.startsWith('28') === true) {
    return new DatabaseProblem('db/not-permitted', `PostgreSQL refused the login: ${message}.`, {
      hint: 'Check user and password in DATABASE_URL.',
      cause: error,
    });
  }
  if (state === '3D000') {
    return new DatabaseProblem('db/unreachable', `PostgreSQL answers, but ${message}.`, {
      hint: 'Create the database, or correct its name in DATABASE_URL.',
      cause: error,
    });
  }
  return new DatabaseProblem('db/unreachable', `The database cannot be reached: ${message}.`, {
    hint: 'Check that PostgreSQL runs, and that DATABASE_URL names its host and port.',
    cause: error,
  });
}
