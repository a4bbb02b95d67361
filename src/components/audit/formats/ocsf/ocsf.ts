import type { JsonObject } from '../../../../engine/json.ts';
import type { AuditEntry, EntryOutcome, SealedEntry } from '../../entries/entry.ts';
import { actionName } from '../action-name.ts';
import type { EntryFormat, EntrySource } from '../format.ts';
import { readEntry } from '../read-entry.ts';
import { reportedBy } from '../reported-by.ts';
import { severityOf } from '../severity.ts';
import { accountChange, apiActivity, authentication, entityManagement } from './classes.ts';
import { classify, type OcsfActivity } from './classify.ts';

const severities: { readonly [id: number]: string } = { 1: 'Informational', 2: 'Low', 3: 'Medium' };
const statuses: { readonly [outcome in EntryOutcome]: { readonly status_id: number; readonly status: string } } = {
  success: { status_id: 1, status: 'Success' },
  failure: { status_id: 2, status: 'Failure' },
  denied: { status_id: 2, status: 'Failure' },
};

/** Open Cybersecurity Schema Framework 1.8: one JSON object on one line. `raw_data` is the stored entry itself. */
export const ocsf: EntryFormat = {
  contentType: 'application/x-ndjson; charset=utf-8',
  extension: 'ocsf.ndjson',
  beginning: '',
  encode: (entries, source) => entries.map((entry) => `${JSON.stringify(toOcsf(entry, source))}\n`).join(''),
  encodeManifest: (manifest) => `${JSON.stringify({ manifest })}\n`,
};

export function toOcsf(sealed: SealedEntry, source: EntrySource): JsonObject {
  const entry = readEntry(sealed);
  const activity = classify(entry);
  const severity = severityOf[entry.outcome].ocsf;
  return defined({
    category_uid: activity.of.category.uid,
    category_name: activity.of.category.name,
    class_uid: activity.of.uid,
    class_name: activity.of.name,
    activity_id: activity.id,
    activity_name: activity.name,
    type_uid: activity.of.uid * 100 + activity.id,
    type_name: `${activity.of.name}: ${activity.name}`,
    severity_id: severity,
    severity: severities[severity],
    ...statuses[entry.outcome],
    status_detail: entry.reason ?? entry.decision?.reason ?? (entry.outcome === 'denied' ? 'denied' : undefined),
    time: epoch(entry.timestamp),
    message: actionName(entry.action),
    metadata: metadataOf(entry, sealed, source),
    actor: defined({
      user: userOf(entry),
      session: definedOrNone({ uid: entry.authentication?.sessionId }),
      authorizations: authorizationsOf(entry),
    }),
    src_endpoint: endpointOf(entry),
    http_request: definedOrNone({ uid: entry.requestId, user_agent: entry.actor.userAgent }),
    ...subjectOf(activity, entry),
    raw_data: sealed.body,
    unmapped: defined({
      hash: sealed.hash,
      previousHash: sealed.previousHash,
      environment: entry.environment,
      reportedBy: reportedBy(entry),
    }),
  });
}

function metadataOf(entry: AuditEntry, sealed: SealedEntry, source: EntrySource): JsonObject {
  return defined({
    version: '1.8.0',
    product: { name: 'Dream', vendor_name: 'Dream', version: source.version },
    uid: entry.id,
    sequence: sealed.sequence,
    event_code: entry.action,
    log_name: 'audit',
    original_time: entry.timestamp,
    logged_time: entry.recordedAt === undefined ? undefined : epoch(entry.recordedAt),
    correlation_uid: entry.requestId,
    tenant_uid: entry.tenantId,
  });
}

/** What was decided: `policy` is the scope or permission that was asked for, at the revision that decided. */
function authorizationsOf({ decision }: AuditEntry): JsonObject[] | undefined {
  if (decision === undefined) return undefined;
  const { allowed, permission, policyRevision } = decision;
  const version = policyRevision === undefined ? undefined : String(policyRevision);
  // A policy has a name; a revision alone is none.
  const policy = permission === undefined ? undefined : defined({ name: permission, version });
  return [defined({ decision: allowed ? 'allowed' : 'denied', policy })];
}

/** What a class is about, and must therefore say. */
function subjectOf({ of }: OcsfActivity, entry: AuditEntry): JsonObject {
  const { resource } = entry;
  switch (of) {
    case authentication:
      return { user: userOf(entry), service: { name: entry.environment } };
    case accountChange:
      return {
        user: resource === undefined ? userOf(entry) : defined({ uid: resource.id, name: resource.name }),
      };
    case entityManagement:
      return defined({ entity: thing(entry, 'before'), entity_result: thing(entry, 'after') });
    case apiActivity:
      return {
        api: defined({ operation: entry.action, request: definedOrNone({ uid: entry.requestId }) }),
        ...(resource === undefined
          ? {}
          : { resources: [defined({ type: resource.type, uid: resource.id, name: resource.name })] }),
      };
    default:
      return {};
  }
}

/** Of the state after a change only where there is one; of the one before always, since an entity must be named. */
function thing({ resource, ...entry }: AuditEntry, state: 'before' | 'after'): JsonObject | undefined {
  const data = entry[state];
  if (resource === undefined || (state === 'after' && data === undefined)) return undefined;
  return defined({ type: resource.type, uid: resource.id, name: resource.name, data: data ?? undefined });
}

function userOf({ actor }: AuditEntry): JsonObject {
  return defined({ uid: actor.id, name: actor.name, email_addr: actor.email, type: actor.type, type_id: 99 });
}

/** Always there: API activity asks for it, and what has no address came from within. */
function endpointOf({ actor }: AuditEntry): JsonObject {
  const country = actor.location?.country;
  return actor.ip === undefined
    ? { name: actor.invalidIp ?? actor.type }
    : defined({ ip: actor.ip, location: country === undefined ? undefined : { country } });
}

/** Milliseconds since 1970; 0 for a time that is none, since there must be one. */
function epoch(instant: string): number {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? 0 : time;
}

function defined(members: { readonly [name: string]: JsonObject[string] | undefined }): JsonObject {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

function definedOrNone(members: Parameters<typeof defined>[0]): JsonObject | undefined {
  const kept = defined(members);
  return Object.keys(kept).length === 0 ? undefined : kept;
}
