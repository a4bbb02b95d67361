import { type Answer, toAnswer } from './answer.ts';
import type { Authenticated } from './auth/authenticate.ts';
import type { ByteStream, EventStream } from './operation-result.ts';
import type { OperationInput } from './operation-context.ts';
import type { WithoutTransaction } from './operation.ts';
import type { ServerContext } from './server-context.ts';
import { namedTenant } from './tenant/named-tenant.ts';
import { refuseUnknownTenant, resolveTenant } from './tenant/resolve-tenant.ts';

export interface RespondRequest extends Pick<Authenticated, 'caller'> {
  readonly requestId: string;
  readonly lastEventId: string | null;
  readonly publishableKey: string | null;
  readonly asksForPrivacy: boolean;
  readonly input: OperationInput;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** Told that there is the tenant which a key has named. */
  readonly proven: (tenantId: string) => void;
}

/**
 * Answers without a transaction. The caller is bound to their tenant as in any other operation, and whether there is one
 * is looked up before.
 */
export async function respond(
  context: ServerContext,
  operation: WithoutTransaction & { readonly id: string },
  request: RespondRequest,
): Promise<Answer | EventStream | Omit<ByteStream, 'check'>> {
  const { asksForPrivacy, caller, input, lastEventId, publishableKey, requestId } = request;
  const { background, directory, host, scopes, version } = context;
  const tenant = await resolveTenant(operation, caller, () => Promise.resolve(null));
  const { unproven } = tenant;
  if (unproven !== null) {
    const { environmentId, projectId } = caller;
    await background.read({ projectId, environmentId, tenantId: unproven }, (session) =>
      refuseUnknownTenant(directory, session, tenant, request.proven),
    );
  }
  const tenantId = namedTenant(tenant, input.query['tenant'], operation.tenantMismatch);
  const outcome = await operation.respond(
    {
      caller: { ...caller, tenantId },
      requestId,
      now: host.clock.now(),
      scopes,
      background,
      version,
      lastEventId,
      publishableKey,
      asksForPrivacy,
    },
    input,
  );
  const record = (): Promise<void> => recordReading(context, operation, request, tenantId);
  if ('write' in outcome) return recordedOnceChecked(outcome, record);
  await record();
  return 'events' in outcome ? outcome : toAnswer(outcome);
}

function recordedOnceChecked(
  { check, write, ...stream }: ByteStream,
  record: () => Promise<void>,
): Omit<ByteStream, 'check'> {
  return {
    ...stream,
    write: async (send, gone) => {
      await check?.(gone);
      gone.throwIfAborted();
      await record();
      await write(send, gone);
    },
  };
}

/** In the record of the environment, also where it is a tenant's that was read: reading changes nothing of theirs. */
async function recordReading(
  { database, host, trail }: ServerContext,
  { recordsReading }: WithoutTransaction,
  { caller, input, ip, requestId, userAgent }: RespondRequest,
  tenantId: string | null,
): Promise<void> {
  if (recordsReading === undefined || trail === null) return;
  const { about, action } = recordsReading;
  const { environmentId, projectId } = caller;
  const changed = { ...about(input, tenantId), before: null, after: null };
  const done = {
    action,
    outcome: 'success',
    caller: { ...caller, tenantId: null },
    requestId,
    ip,
    userAgent,
    now: host.clock.now(),
    changed,
  } as const;
  await database.withEnvironment({ projectId, environmentId }, 'prepared', async (session) =>
    trail.write(session, [done]),
  );
}
