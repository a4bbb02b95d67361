import { type Answer, toAnswer } from './answer.ts';
import type { Caller, Operation, OperationInput } from './contract.ts';
import { answerOnce } from './idempotency/answer-once.ts';
import { hashRequest, isMutation } from './idempotency/idempotency-key.ts';
import type { ServerContext } from './server-context.ts';

export interface OperationRequest {
  readonly caller: Caller;
  readonly requestId: string;
  readonly idempotencyKey: string | undefined;
  readonly input: OperationInput;
}

/**
 * Runs an operation in one transaction, scoped to the caller's environment. The database may run it again
 * after a conflict with another transaction, so a handler changes nothing but through its session.
 */
export async function runOperation(
  context: ServerContext,
  operation: Operation,
  { caller, requestId, idempotencyKey, input }: OperationRequest,
): Promise<{ readonly answer: Answer; readonly replayed: boolean }> {
  const { host, database, masterKey, scopes } = context;
  const now = host.clock.now();
  const scope = { projectId: caller.projectId, environmentId: caller.environmentId };
  return database.withEnvironment(scope, operation.transaction, async (session) => {
    const work = async () => toAnswer(await operation.handle({ caller, session, requestId, now, scopes }, input));
    if (idempotencyKey === undefined || !isMutation(operation)) {
      return { answer: await work(), replayed: false };
    }
    const requestHash = hashRequest(masterKey, operation.id, input);
    return answerOnce(
      session,
      { operation, caller: caller.keyId, key: idempotencyKey, requestHash, now, masterKey, random: host.random },
      work,
    );
  });
}
