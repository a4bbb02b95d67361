import type { Session } from '../../db/contract.ts';
import { makeError, type PlatformError } from '../../engine/platform-error/index.ts';
import type { Random } from '../../host/contract.ts';
import type { Answer } from '../answer.ts';
import type { Operation } from '../operation.ts';
import { idempotencyErrors } from './errors.ts';
import { deleteAnswer, type IdempotencyId, insertAnswer, selectAnswer, tryLockKey } from './queries.ts';
import { packAnswer, unpackAnswer } from './stored-answer.ts';

/** Milliseconds an answer is remembered. */
export const answerLifetime = 24 * 60 * 60 * 1000;

export interface OnceRequest {
  readonly operation: Pick<Operation, 'id' | 'sensitiveAnswer'>;
  /** Who asks, and for whom. */
  readonly caller: string;
  readonly key: string;
  readonly requestHash: string;
  readonly now: Date;
  readonly masterKey: Uint8Array | null;
  readonly random: Random;
}

/**
 * Does `work` and remembers its answer in the same transaction, or gives back the answer remembered under
 * this key for the same caller, who is authorized already. Only answers of committed transactions are
 * remembered: an error has changed nothing, so asking again does the work anew. While one transaction holds the
 * key, others are told so instead of waiting.
 */
export async function answerOnce(
  session: Session,
  request: OnceRequest,
  work: () => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly replayed: boolean }> {
  const id: IdempotencyId = {
    environmentId: session.environmentId,
    caller: request.caller,
    operation: request.operation.id,
    key: request.key,
  };
  if (!(await tryLockKey(session.tx, id))) {
    throw keyInProgress();
  }
  const stored = await selectAnswer(session.tx, id);
  if (stored !== undefined && request.now.getTime() - stored.createdAt.getTime() < answerLifetime) {
    return { answer: replay(stored, request, id), replayed: true };
  }
  if (stored !== undefined) {
    await deleteAnswer(session.tx, id);
  }
  const answer = await work();
  const { masterKey, random } = request;
  await insertAnswer(session.tx, {
    ...id,
    requestHash: request.requestHash,
    status: answer.status,
    body: packAnswer(answer, request.operation.sensitiveAnswer === true ? { masterKey, random } : null, id),
    createdAt: request.now,
  });
  return { answer, replayed: false };
}

/** A request with the same key is running, here or in another process. */
export function keyInProgress(): PlatformError {
  return makeError(idempotencyErrors.inProgress, {
    message: 'A request with this Idempotency-Key is running. Send it again in a moment to receive its answer.',
    param: 'Idempotency-Key',
  });
}

function replay(
  stored: NonNullable<Awaited<ReturnType<typeof selectAnswer>>>,
  request: OnceRequest,
  id: IdempotencyId,
): Answer {
  if (stored.requestHash !== request.requestHash) {
    throw makeError(idempotencyErrors.keyReused, {
      message: `The Idempotency-Key was used for another ${id.operation} at ${stored.createdAt.toISOString()}. Use a new key.`,
      param: 'Idempotency-Key',
    });
  }
  const answer = unpackAnswer(stored, request.masterKey, id);
  if (answer === null) {
    throw makeError(idempotencyErrors.replayUnavailable, {
      message: `${id.operation} succeeded at ${stored.createdAt.toISOString()}, and its answer was not kept because it held a secret.`,
      param: 'Idempotency-Key',
    });
  }
  return answer;
}
