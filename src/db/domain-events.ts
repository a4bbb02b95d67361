import { type SQL, sql } from 'drizzle-orm';
import type { Session } from './contract.ts';
import type { PreparedStatement } from './prepared-statement.ts';
import type { domainEvents } from './tables/index.ts';

type DomainEventRow = typeof domainEvents.$inferInsert;

/** Writes down what has happened, in the transaction in which it does. By one list for each column, however many they are. */
export async function insertDomainEvents({ tx }: Pick<Session, 'tx'>, rows: readonly DomainEventRow[]): Promise<void> {
  if (rows.length === 0) return;
  const list = (of: (row: DomainEventRow) => string | null | undefined): SQL =>
    sql`${sql.param(rows.map((row) => of(row) ?? null))}::text[]`;
  // JSON never holds this character, and nothing of it has to be escaped, as it would in a list.
  const payloads = rows.map(({ payload }) => JSON.stringify(payload)).join('\u0001');
  await tx.execute(sql`
    INSERT INTO domain_events (id, environment_id, tenant_id, type, subject, payload, created_at)
    SELECT id, environment_id, tenant_id, type, subject, payload::jsonb, created_at::timestamptz
    FROM unnest(${list(({ id }) => id)}, ${list(({ environmentId }) => environmentId)},
      ${list(({ tenantId }) => tenantId)}, ${list(({ type }) => type)}, ${list(({ subject }) => subject)},
      string_to_array(${payloads}, E'\\x01'), ${list(({ createdAt }) => createdAt.toISOString())})
      AS happened (id, environment_id, tenant_id, type, subject, payload, created_at)`);
}

const leaveStatement: PreparedStatement = {
  name: 'domain_events_add',
  text: `INSERT INTO domain_events (id, environment_id, tenant_id, type, subject, payload, created_at)
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::timestamptz[])`,
};

/** The same for the few that one request makes happen, without a round trip of their own: they go with the commit. */
export function leaveDomainEvents(session: Session, rows: readonly DomainEventRow[]): void {
  if (rows.length === 0) return;
  session.leaveForTheEnd(leaveStatement, [
    rows.map(({ id }) => id),
    rows.map(({ environmentId }) => environmentId),
    rows.map(({ tenantId = null }) => tenantId),
    rows.map(({ type }) => type),
    rows.map(({ subject }) => subject),
    rows.map(({ payload }) => JSON.stringify(payload)),
    rows.map(({ createdAt }) => createdAt.toISOString()),
  ]);
}
