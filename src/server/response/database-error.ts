import { DatabaseProblem } from '../../db/problem.ts';
import { sqlState, violatedConstraint } from '../../db/sql-state.ts';
import { makeError, type PlatformError } from '../../engine/platform-error/index.ts';
import { requestErrors } from '../request/errors.ts';
import { serverErrors } from '../server-errors.ts';
import { keyInProgress } from '../idempotency/answer-once.ts';

/** What an error of the database means to the caller, or null when it means that the server has a mistake. */
export function readDatabaseError(error: unknown): PlatformError | null {
  if (error instanceof DatabaseProblem) {
    return error.code === 'db/unreachable' ? unavailable(error) : null;
  }
  const state = sqlState(error);
  if (state === undefined) {
    return isConnectionLoss(error) ? unavailable(error) : null;
  }
  if (state === '23505' && violatedConstraint(error)?.startsWith('idempotency_keys_') === true) {
    return keyInProgress();
  }
  if (state === '40001' || state === '40P01') {
    return makeError(requestErrors.concurrentChange, {
      message: 'Another transaction changed the same rows at the same moment. Nothing was changed by this one.',
      cause: error,
    });
  }
  // Data exceptions and program limits: a value fits the schema and still cannot be stored or compared.
  if (state.startsWith('22') || state.startsWith('54')) {
    return makeError(requestErrors.unstorableValue, {
      message: `A value cannot be stored by the database (SQLSTATE ${state}).`,
      cause: error,
    });
  }
  // Connection lost, resources used up, an operator or a time limit ended the statement or its transaction, or there is
  // nothing but a copy that cannot be written to, as while a standby takes over.
  return /^(08|53|57|25006|25P03)/.test(state) ? unavailable(error) : null;
}

function unavailable(cause: unknown): PlatformError {
  return makeError(serverErrors.unavailable, { message: 'The database does not answer in time.', cause });
}

/** What `pg` says without a code, also of a connection that was lost between two statements of a transaction. */
const lossInWords =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client .* not queryable$)/;

function isConnectionLoss(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at ? at.code : undefined;
    if (
      lossInWords.test(at.message) ||
      (typeof code === 'string' && /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/.test(code))
    ) {
      return true;
    }
  }
  return false;
}
