import { and, asc, count, eq, type SQL } from 'drizzle-orm';
import { sqlState, violatedConstraint } from '../../../../db/sql-state.ts';
import type { Session } from '../../../../db/contract.ts';
import type { PageBounds } from '../../../../server/page.ts';
import { memberships, users } from '../../tables.ts';

export interface MemberRow {
  readonly userId: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly createdAt: Date;
}

const columns = { userId: memberships.userId, email: users.email, name: users.name, createdAt: memberships.createdAt };

/** By user id. */
export async function selectMembers(
  session: Session,
  tenantId: string,
  bounds: PageBounds,
): Promise<readonly MemberRow[]> {
  return members(session, eq(memberships.tenantId, tenantId))
    .orderBy(asc(memberships.userId))
    .limit(bounds.limit)
    .offset(bounds.offset);
}

export async function countMembers(session: Session, tenantId: string): Promise<number> {
  const [row] = await session.tx
    .select({ total: count() })
    .from(memberships)
    .where(and(eq(memberships.environmentId, session.environmentId), eq(memberships.tenantId, tenantId)));
  return row?.total ?? 0;
}

export async function selectMember(session: Session, tenantId: string, userId: string): Promise<MemberRow | undefined> {
  const [row] = await members(session, and(eq(memberships.tenantId, tenantId), eq(memberships.userId, userId)));
  return row;
}

/** True when the user is a member, and stays one until the transaction ends. */
export async function holdMember(session: Session, tenantId: string, userId: string): Promise<boolean> {
  const rows = await session.tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(isMember(session, tenantId, userId))
    .for('key share');
  return rows.length > 0;
}

/**
 * False when the user is a member already; null when there is no such user. The foreign key tells, since within a
 * tenant nobody is seen who is no member yet; after null the transaction is of no more use.
 */
export async function insertMember(
  session: Session,
  tenantId: string,
  userId: string,
  createdAt: Date,
): Promise<boolean | null> {
  try {
    const rows = await session.tx
      .insert(memberships)
      .values({ environmentId: session.environmentId, tenantId, userId, createdAt })
      .onConflictDoNothing()
      .returning({ userId: memberships.userId });
    return rows.length > 0;
  } catch (error) {
    if (sqlState(error) === '23503' && violatedConstraint(error) === 'memberships_of_user') return null;
    throw error;
  }
}

/** False when there was none. */
export async function deleteMember(session: Session, tenantId: string, userId: string): Promise<boolean> {
  const rows = await session.tx
    .delete(memberships)
    .where(isMember(session, tenantId, userId))
    .returning({ userId: memberships.userId });
  return rows.length > 0;
}

function members(session: Session, which: SQL | undefined) {
  return session.tx
    .select(columns)
    .from(memberships)
    .innerJoin(users, and(eq(users.environmentId, memberships.environmentId), eq(users.id, memberships.userId)))
    .where(and(eq(memberships.environmentId, session.environmentId), which))
    .$dynamic();
}

function isMember(session: Session, tenantId: string, userId: string): SQL | undefined {
  return and(
    eq(memberships.environmentId, session.environmentId),
    eq(memberships.tenantId, tenantId),
    eq(memberships.userId, userId),
  );
}
