import { and, desc, eq, inArray, lt, not, type SQLWrapper } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { decisions, tenants } from '../../tables.ts';
import { logReportedStatement, logStatement } from '../statements.ts';

export type DecisionRecord = typeof decisions.$inferSelect;

/** What the log says of one decision; environment and time are those of all that are added with it. */
export type LoggedDecision = Omit<DecisionRecord, 'environmentId' | 'decidedAt'>;

/** They are sent with the commit, without which no decision is answered. */
export function insertDecisions(session: Session, rows: readonly LoggedDecision[], now: Date): void {
  if (rows.length === 0) return;
  session.leaveForTheEnd(logStatement, [session.environmentId, JSON.stringify(rows), now.toISOString()]);
}

/** Decided elsewhere, at an instant of its own. */
export interface ReportedDecision extends LoggedDecision {
  readonly decidedAt: string;
}

/** They are sent with the commit. What is said to have been decided after now was decided now. */
export function insertReported(session: Session, rows: readonly ReportedDecision[], now: Date): void {
  if (rows.length === 0) return;
  session.leaveForTheEnd(logReportedStatement, [session.environmentId, JSON.stringify(rows), now.toISOString()]);
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
        allowed === undefined ? undefined : outcome(allowed),
      ),
    )
    .orderBy(desc(decisions.id))
    .limit(limit);
}

/** Without a parameter, since refusals have an index that is found only by those who ask for them in so many words. */
function outcome(allowed: boolean): SQLWrapper {
  return allowed ? decisions.allowed : not(decisions.allowed);
}

/** Which of the tenants there are, of those that the session sees. */
export async function selectKnownTenants(session: Session, named: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await session.tx
    .select({ id: tenants.id })
    .from(tenants)
    .where(and(eq(tenants.environmentId, session.environmentId), inArray(tenants.id, [...named])));
  return new Set(rows.map(({ id }) => id));
}
