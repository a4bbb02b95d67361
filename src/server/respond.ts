import { type Answer, toAnswer } from './answer.ts';
import type { Authenticated } from './auth/authenticate.ts';
import type { ByteStream, EventStream, OperationInput, WithoutTransaction } from './contract.ts';
import type { ServerContext } from './server-context.ts';
import { resolveTenant } from './tenant/resolve-tenant.ts';

export interface RespondRequest extends Pick<Authenticated, 'caller'> {
  readonly requestId: string;
  readonly lastEventId: string | null;
  readonly publishableKey: string | null;
  readonly asksForPrivacy: boolean;
  readonly input: OperationInput;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** Answers without a transaction. The caller is bound to their tenant as in any other operation. */
export async function respond(
  context: ServerContext,
  operation: WithoutTransaction & { readonly id: string },
  request: RespondRequest,
): Promise<Answer | EventStream | ByteStream> {
  const { asksForPrivacy, caller, input, lastEventId, publishableKey, requestId } = request;
  const { background, host, scopes, version } = context;
  const { tenantId } = await resolveTenant(operation, caller, () => Promise.resolve(null));
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
  await recordReading(context, operation, request);
  return 'events' in outcome || 'write' in outcome ? outcome : toAnswer(outcome);
}

/** In the record of the environment, also where it is a tenant's that was read: reading changes nothing of theirs. */
async function recordReading(
  { database, host, trail }: ServerContext,
  { recordsReading }: WithoutTransaction,
  { caller, input, ip, requestId, userAgent }: RespondRequest,
): Promise<void> {
  if (recordsReading === undefined || trail === null) return;
  const { about, action } = recordsReading;
  const { environmentId, projectId } = caller;
  const changed = { ...about(input), before: null, after: null };
  const done = {
    action,
    outcome: 'success',
    caller,
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
