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
}

/** Answers without a transaction. The caller is bound to their tenant as in any other operation. */
export async function respond(
  context: ServerContext,
  operation: WithoutTransaction & { readonly id: string },
  { asksForPrivacy, caller, input, lastEventId, publishableKey, requestId }: RespondRequest,
): Promise<Answer | EventStream | ByteStream> {
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
  return 'events' in outcome || 'write' in outcome ? outcome : toAnswer(outcome);
}
