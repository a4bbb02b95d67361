import { and, asc, count, eq, sql, type SQL } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { sqlState, violatedConstraint } from '../../../../db/sql-state.ts';
import type { PageBounds } from '../../../../server/page.ts';
import { tenantGrants } from '../../tables.ts';

export type GrantRow = Omit<typeof tenantGrants.$inferSelect, 'environmentId'>;

const columns = {
  tenantId: tenantGrants.tenantId,
  userId: tenantGrants.userId,
  roles: tenantGrants.roles,
  reason: tenantGrants.reason,
  grantedBy: tenantGrants.grantedBy,
  grantedAt: tenantGrants.grantedAt,
  expiresAt: tenantGrants.expiresAt,
};

/** Those for one tenant, or those of one user: each has its index. */
export type GrantFilter = { readonly tenantId: string } | { readonly userId: string };

/** Of a tenant by user id, of a user by tenant id. Expired ones are among them. */
export async function selectGrants(
  session: Session,
  filter: GrantFilter,
  bounds: PageBounds,
): Promise<readonly GrantRow[]> {
  return session.tx
    .select(columns)
    .from(tenantGrants)
    .where(fitting(session, filter))
    .orderBy(asc(tenantGrants.tenantId), asc(tenantGrants.userId))
    .limit(bounds.limit)
    .offset(bounds.offset);
}

export async function countGrants(session: Session, filter: GrantFilter): Promise<number> {
  const [row] = await session.tx.select({ total: count() }).from(tenantGrants).where(fitting(session, filter));
  return row?.total ?? 0;
}

/**
 * True when it is new, false when it took the place of another; null when there is no such user. The foreign key tells,
 * since within a tenant nobody is seen who is no member; after null the transaction is of no more use.
 */
export async function upsertGrant(session: Session, row: GrantRow): Promise<boolean | null> {
  const { roles, reason, grantedBy, grantedAt, expiresAt } = row;
  try {
    const [written] = await session.tx
      .insert(tenantGrants)
      .values({ environmentId: session.environmentId, ...row })
      .onConflictDoUpdate({
        target: [tenantGrants.environmentId, tenantGrants.tenantId, tenantGrants.userId],
        set: { roles, reason, grantedBy, grantedAt, expiresAt },
      })
      // PostgreSQL marks what it updated with the transaction that did.
      .returning({ isNew: sql<boolean>`xmax = 0` });
    return written?.isNew === true;
  } catch (error) {
    if (sqlState(error) === '23503' && violatedConstraint(error) === 'tenant_grants_of_user') return null;
    throw error;
  }
}

/** What it was; undefined when there was none. */
export async function deleteGrant(session: Session, tenantId: string, userId: string): Promise<GrantRow | undefined> {
  const [row] = await session.tx
    .delete(tenantGrants)
    .where(and(fitting(session, { tenantId }), eq(tenantGrants.userId, userId)))
    .returning(columns);
  return row;
}

/** Nobody changes it before the transaction ends. */
export async function selectGrantForUpdate(
  session: Session,
  tenantId: string,
  userId: string,
): Promise<GrantRow | undefined> {
  const [row] = await session.tx
    .select(columns)
    .from(tenantGrants)
    .where(and(fitting(session, { tenantId }), eq(tenantGrants.userId, userId)))
    .for('update');
  return row;
}

function fitting(session: Session, filter: GrantFilter): SQL | undefined {
  return and(
    eq(tenantGrants.environmentId, session.environmentId),
    'tenantId' in filter ? eq(tenantGrants.tenantId, filter.tenantId) : eq(tenantGrants.userId, filter.userId),
  );
}
