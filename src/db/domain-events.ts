import type { Session } from './contract.ts';
import type { PreparedStatement } from './prepared-statement.ts';
import { domainEvents } from './tables/index.ts';

type DomainEventRow = typeof domainEvents.$inferInsert;

/** PostgreSQL takes 65,535 parameters in a statement. */
const rowsPerStatement = 1000;

/** Writes down what has happened, in the transaction in which it does. */
export async function insertDomainEvents({ tx }: Pick<Session, 'tx'>, rows: readonly DomainEventRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await tx.insert(domainEvents).values(rows.slice(start, start + rowsPerStatement));
  }
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
