import { sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { auditEntries } from '../../tables.ts';

/** More kinds of actions than these are not told apart before a search. */
const most = 1000;

/**
 * The actions that begin so and that a tenant has entries of, in order. Each is one step in the index of actions, from
 * one to the next greater, however many entries there are of it.
 */
export async function selectActions(
  session: Session,
  tenant: string,
  prefix: string,
  limit = most,
): Promise<readonly string[]> {
  const of = sql`SELECT ${auditEntries.action} AS action FROM ${auditEntries}
    WHERE ${auditEntries.environmentId} = ${session.environmentId} AND ${auditEntries.tenantId} = ${tenant}`;
  // No character comes after the last one of Unicode.
  const within = sql`${auditEntries.action} < ${`${prefix}\u{10ffff}`}`;
  const next = sql`ORDER BY ${auditEntries.action} LIMIT 1`;
  const { rows } = await session.tx.execute<{ action: string }>(sql`
    WITH RECURSIVE known AS (
      (${of} AND ${auditEntries.action} >= ${prefix} AND ${within} ${next})
      UNION ALL
      SELECT following.action FROM known
      CROSS JOIN LATERAL (${of} AND ${auditEntries.action} > known.action AND ${within} ${next}) AS following
    )
    SELECT action FROM known LIMIT ${limit}`);
  return rows.map(({ action }) => action);
}
