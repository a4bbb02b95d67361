import type { Session } from '../../../db/contract.ts';
import type { PreparedStatement } from '../../../db/prepared-statement.ts';
import type { WrittenEntry } from './written-entry.ts';

/*
 * One statement for any number of entries: by name, so that PostgreSQL reads and plans it once, and with the commit, so
 * that it takes no round trip of its own.
 */

const entriesStatement: PreparedStatement = {
  name: 'audit_entries_add',
  text: `INSERT INTO audit_entries (environment_id, id, tenant_id, recorded_at, occurred_at, action, outcome, actor_type,
      actor_id, resource_type, resource_id, ip, request_id, body)
    SELECT $1, * FROM unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[],
      $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], string_to_array($14, E'\\x01'))`,
};

const personalStatement: PreparedStatement = {
  name: 'audit_personal_add',
  text: `INSERT INTO audit_personal (environment_id, entry_id, tenant_id, recorded_at, subject, salt, payload)
    SELECT $1, * FROM unnest($2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::bytea[], $7::text[])`,
};

const mentionsStatement: PreparedStatement = {
  name: 'audit_mentions_add',
  text: `INSERT INTO audit_mentions (environment_id, entry_id, tenant_id, recorded_at, resource_type, resource_id)
    SELECT $1, * FROM unnest($2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::text[])
    ON CONFLICT DO NOTHING`,
};

export interface Mention {
  readonly written: WrittenEntry;
  readonly type: string;
  readonly id: string;
}

export function leaveEntries(session: Session, written: readonly WrittenEntry[]): void {
  if (written.length === 0) return;
  const entries = written.map(({ entry }) => entry);
  session.leaveForTheEnd(entriesStatement, [
    session.environmentId,
    entries.map(({ id }) => id),
    written.map(({ tenantId }) => tenantId),
    written.map(({ recordedAt }) => recordedAt.toISOString()),
    entries.map(({ timestamp }) => timestamp),
    entries.map(({ action }) => action),
    entries.map(({ outcome }) => outcome),
    entries.map(({ actor }) => actor.type),
    entries.map(({ actor }) => actor.id),
    entries.map(({ resource }) => resource?.type ?? null),
    entries.map(({ resource }) => resource?.id ?? null),
    entries.map(({ actor }) => actor.ip ?? null),
    entries.map(({ requestId }) => requestId ?? null),
    // Cheaper on both sides than an array of them, each quotation mark of which would be escaped; JSON never holds this one.
    written.map(({ body }) => body).join('\u0001'),
  ]);
  leavePersonal(session, written);
  leaveMentions(session, written.flatMap(mentionsOf));
}

function leavePersonal(session: Session, written: readonly WrittenEntry[]): void {
  const rows = written.flatMap(({ personal, ...rest }) => (personal === undefined ? [] : [{ ...rest, personal }]));
  if (rows.length === 0) return;
  session.leaveForTheEnd(personalStatement, [
    session.environmentId,
    rows.map(({ entry }) => entry.id),
    rows.map(({ tenantId }) => tenantId),
    rows.map(({ recordedAt }) => recordedAt.toISOString()),
    rows.map(({ entry: { resource, actor } }) => resource?.id ?? actor.id),
    rows.map(({ personal }) => `\\x${Buffer.from(personal.salt).toString('hex')}`),
    rows.map(({ personal }) => personal.payload),
  ]);
}

function leaveMentions(session: Session, mentions: readonly Mention[]): void {
  if (mentions.length === 0) return;
  session.leaveForTheEnd(mentionsStatement, [
    session.environmentId,
    mentions.map(({ written }) => written.entry.id),
    mentions.map(({ written }) => written.tenantId),
    mentions.map(({ written }) => written.recordedAt.toISOString()),
    mentions.map(({ type }) => type),
    mentions.map(({ id }) => id),
  ]);
}

/** What an entry is found by besides its own resource. */
function mentionsOf(written: WrittenEntry): readonly Mention[] {
  return (written.mentioned ?? []).map(({ type, id }) => ({ written, type, id }));
}
