import { type Answer, toAnswer } from './answer.ts';
import type { Authenticated } from './auth/authenticate.ts';
import type { Caller } from './caller.ts';
import type { OperationInput } from './operation-context.ts';
import type { OperationInTransaction } from './operation.ts';
import { answerOnce } from './idempotency/answer-once.ts';
import { hashRequest, isMutation } from './idempotency/idempotency-key.ts';
import { Recorder } from './record/recorder.ts';
import { writeRecord } from './record/write-record.ts';
import type { ServerContext } from './server-context.ts';
import { refuseUnknownTenant, resolveTenant } from './tenant/resolve-tenant.ts';

export interface OperationRequest extends Authenticated {
  readonly requestId: string;
  /** Where it came from, and by which program; null where that is not known. */
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly idempotencyKey: string | undefined;
  /** Told that there is the tenant which a key has named. */
  readonly proven: (tenantId: string) => void;
  readonly input: OperationInput;
}

/**
 * Runs an operation in one transaction, scoped to the caller's environment, and to their tenant where the operation
 * is about one; together with other requests of the same scope, where the operation knows how. The database may run it
 * again after a conflict with another transaction, so a handler changes nothing but through its session.
 */
export async function runOperation(
  context: ServerContext,
  operation: OperationInTransaction,
  request: OperationRequest,
): Promise<{ readonly answer: Answer; readonly replayed: boolean }> {
  const { host, database, directory, masterKey, scopes, trail } = context;
  const { requestId, idempotencyKey, input, ip, proven, userAgent } = request;
  const now = host.clock.now();
  const tenant = await resolveTenant(operation, request.caller, () => singleTenantOf(context, request));
  const caller: Caller = { ...request.caller, tenantId: tenant.tenantId };
  const scope = {
    projectId: caller.projectId,
    environmentId: caller.environmentId,
    ...(tenant.boundTo === undefined ? {} : { tenantId: tenant.boundTo }),
  };
  const { handleTogether } = operation;
  if (handleTogether !== undefined && idempotencyKey === undefined) {
    const asked = { operation, handleTogether, scope, tenant, caller, requestId, ip, userAgent, proven, input };
    const answer = await context.together.run(asked);
    return { answer, replayed: false };
  }
  const running = database.withEnvironment(scope, operation.transaction, async (session) => {
    await refuseUnknownTenant(directory, session, tenant, proven);
    const work = async () => {
      const recorder = new Recorder(operation);
      const { changed, decided } = recorder;
      const told = { caller, session, requestId, now, scopes, changed, decided };
      const answer = toAnswer(await operation.handle(told, input));
      const requested = { operation, caller, requestId, ip, userAgent };
      writeRecord({ trail, ids: host.ids }, session, now, [{ request: requested, recorder }]);
      return answer;
    };
    if (idempotencyKey === undefined || !isMutation(operation)) {
      return { answer: await work(), replayed: false };
    }
    const requestHash = hashRequest(masterKey, operation.id, input);
    return answerOnce(
      session,
      { operation, caller: whoAsks(caller), key: idempotencyKey, requestHash, now, masterKey, random: host.random },
      work,
    );
  });
  if (!isMutation(operation) || operation.recordsOnly === true) return running;
  // Also when it failed: whether a commit that was cut off took place, nobody here can tell.
  return running.finally(() => context.keys.forget(scope.environmentId));
}

/** For whose eyes an answer is remembered: one publishable key is in the hands of all users, and one secret key serves all tenants. */
function whoAsks({ keyId, tenantId, user }: Caller): string {
  return tenantId === null && user === null ? keyId : JSON.stringify([keyId, tenantId, user?.id ?? null]);
}

async function singleTenantOf(context: ServerContext, { caller, revision }: Authenticated): Promise<string | null> {
  const { projectId, environmentId } = caller;
  const settings = await context.settings.of(environmentId, revision, (work) =>
    context.database.withEnvironment({ projectId, environmentId }, 'read', work),
  );
  return settings.singleTenant;
}
