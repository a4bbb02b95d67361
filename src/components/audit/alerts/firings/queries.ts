import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { alertFirings } from '../tables.ts';

export type FiringRecord = typeof alertFirings.$inferSelect;

export interface FiringFilter {
  /** Key of an AlertRule. */
  readonly rule?: string;
  /** Value of the field that the rule looks at entries by. */
  readonly key?: string;
}

/** Newest first, those before `cursor`, at most `limit`. */
export async function selectFirings(
  session: Session,
  { key, rule }: FiringFilter,
  { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
): Promise<readonly FiringRecord[]> {
  const { tenantId } = session;
  return session.tx
    .select()
    .from(alertFirings)
    .where(
      and(
        eq(alertFirings.environmentId, session.environmentId),
        tenantId === null ? undefined : eq(alertFirings.tenantId, tenantId),
        cursor === undefined ? undefined : lt(alertFirings.id, cursor),
        rule === undefined ? undefined : eq(alertFirings.rule, rule),
        key === undefined ? undefined : eq(alertFirings.key, key),
      ),
    )
    .orderBy(desc(alertFirings.id))
    .limit(limit);
}

/** When each of the rules was raised last, by its key; one that never was is not in the answer. */
export async function selectLastFirings(
  session: Session,
  rules: readonly string[],
): Promise<ReadonlyMap<string, FiringRecord>> {
  const { environmentId, tenantId } = session;
  const ofTenant = tenantId === null ? sql`` : sql`AND f.tenant_id = ${tenantId}`;
  const rows = await session.tx
    .select()
    .from(alertFirings)
    .where(sql`${alertFirings.id} IN (
    SELECT last.id FROM unnest(${sql.param([...rules])}::text[]) AS asked (rule) CROSS JOIN LATERAL (
      SELECT f.id FROM ${alertFirings} AS f WHERE f.environment_id = ${environmentId} AND f.rule = asked.rule ${ofTenant}
      ORDER BY f.id DESC LIMIT 1) AS last)`);
  return new Map(rows.map((row) => [row.rule, row]));
}
