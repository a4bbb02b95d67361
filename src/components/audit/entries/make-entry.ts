import type { Done } from '../../../server/trail.ts';
import { authenticationOf } from './authentication-of.ts';
import type { AuditEntry, EntryActor, EntryDecision } from './entry.ts';
import { keptText } from './kept-text.ts';

/** The entry of a request, without what is personal. Pure. */
export function makeEntry(id: string, done: Done): AuditEntry {
  const { action, caller, changed, decided, now, outcome, reason, requestId } = done;
  const tenantId = changed?.tenantId ?? decided?.tenantId ?? caller.tenantId ?? undefined;
  const resource = changed?.resource ?? decided?.resource ?? done.resource;
  const metadata = changed?.metadata ?? decided?.metadata;
  return {
    id,
    version: 1,
    timestamp: now.toISOString(),
    environment: caller.environment,
    ...(tenantId === undefined ? {} : { tenantId }),
    action: changed?.action ?? action,
    outcome: decided?.allowed === false ? 'denied' : outcome,
    actor: actorOf(done),
    ...(resource === undefined ? {} : { resource }),
    ...(changed === undefined ? {} : { before: changed.before, after: changed.after }),
    ...(changed?.parts === undefined ? {} : { changes: changed.parts }),
    ...(reason === undefined ? {} : { reason }),
    requestId,
    authentication: authenticationOf(caller),
    ...(decided === undefined ? {} : { decision: decisionOf(decided) }),
    ...(metadata === undefined ? {} : { metadata }),
  };
}

function actorOf({ caller, ip, userAgent }: Done): EntryActor {
  const { actor, keyId, mode, user } = caller;
  const who =
    user !== null
      ? { type: 'user', id: user.id }
      : keyId === 'local'
        ? { type: 'local', id: actor }
        : { type: mode === 'publishable' ? 'publishable-key' : 'api-key', id: keyId, name: actor };
  return {
    ...who,
    ...(ip === null ? {} : { ip }),
    ...(userAgent === null ? {} : { userAgent: keptText(userAgent) }),
  };
}

function decisionOf({
  allowed,
  decisionId,
  permission,
  policyRevision,
  reason,
  subject,
}: NonNullable<Done['decided']>): EntryDecision {
  return {
    allowed,
    ...(subject === undefined ? {} : { subject }),
    ...(permission === undefined ? {} : { permission }),
    ...(reason === undefined ? {} : { reason }),
    ...(policyRevision === undefined ? {} : { policyRevision }),
    ...(decisionId === undefined ? {} : { decisionId }),
  };
}
