import type { DoneBeside } from '../../../server/trail.ts';
import type { AuditEntry } from '../entries/entry.ts';
import { keptText } from '../entries/kept-text.ts';

/** The entry of what was done beside requests, in the environment of that key. Pure. */
export function makeEntryBeside(id: string, environment: string, done: DoneBeside): AuditEntry {
  const { action, actor, changed, now, requestId } = done;
  const { after, before, metadata, resource, tenantId } = changed;
  return {
    id,
    version: 1,
    timestamp: now.toISOString(),
    environment,
    ...(tenantId === undefined ? {} : { tenantId }),
    action,
    outcome: 'success',
    actor: {
      ...actor,
      ...(actor.userAgent === undefined ? {} : { userAgent: keptText(actor.userAgent) }),
    },
    resource,
    before,
    after,
    ...(requestId === undefined ? {} : { requestId }),
    ...(metadata === undefined ? {} : { metadata }),
  };
}
