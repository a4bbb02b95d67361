import { and, desc, eq, lt } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { decisions } from '../../tables.ts';

export type DecisionRow = typeof decisions.$inferInsert;
export type DecisionRecord = typeof decisions.$inferSelect;

export async function insertDecisions(session: Session, rows: readonly DecisionRow[]): Promise<void> {
  if (rows.length > 0) await session.tx.insert(decisions).values([...rows]);
}

export interface DecisionFilter {
  readonly tenant?: string;
  readonly subject?: string;
  readonly action?: string;
  readonly allowed?: boolean;
}

/** Newest first, those before `cursor`, at most `limit`. */
export async function selectDecisions(
  session: Session,
  { tenant, subject, action, allowed }: DecisionFilter,
  { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
): Promise<readonly DecisionRecord[]> {
  return session.tx
    .select()
    .from(decisions)
    .where(
      and(
        eq(decisions.environmentId, session.environmentId),
        cursor === undefined ? undefined : lt(decisions.id, cursor),
        tenant === undefined ? undefined : eq(decisions.tenantId, tenant),
        subject === undefined ? undefined : eq(decisions.subjectId, subject),
        action === undefined ? undefined : eq(decisions.action, action),
        allowed === undefined ? undefined : eq(decisions.allowed, allowed),
      ),
    )
    .orderBy(desc(decisions.id))
    .limit(limit);
}
