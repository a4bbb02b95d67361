import { and, asc, count, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import type { PageBounds } from '../../../../server/page.ts';
import { memberships, relationships, roleAssignments, tenantGrants, tenants, users } from '../../tables.ts';

export type UserRow = Omit<typeof users.$inferSelect, 'environmentId'>;

const columns = {
  id: users.id,
  email: users.email,
  name: users.name,
  attributes: users.attributes,
  createdAt: users.createdAt,
  updatedAt: users.updatedAt,
};

export interface UserFilter {
  readonly email?: string;
}

/** Newest first. Within a tenant, its members. */
export async function selectUsers(
  session: Session,
  filter: UserFilter,
  bounds: PageBounds,
): Promise<readonly UserRow[]> {
  const { tenantId, tx } = session;
  const all = tx.select(columns).from(users).$dynamic();
  return (tenantId === null ? all : all.innerJoin(memberships, isMemberOf(tenantId)))
    .where(fitting(session, filter))
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(bounds.limit)
    .offset(bounds.offset);
}

export async function countUsers(session: Session, filter: UserFilter): Promise<number> {
  const { tenantId, tx } = session;
  const all = tx.select({ total: count() }).from(users).$dynamic();
  const within = tenantId === null ? all : all.innerJoin(memberships, isMemberOf(tenantId));
  const [row] = await within.where(fitting(session, filter));
  return row?.total ?? 0;
}

export async function selectUser(session: Session, id: string): Promise<UserRow | undefined> {
  const [row] = await session.tx.select(columns).from(users).where(isUser(session, id));
  return row;
}

/** `update`: until the transaction ends, nobody makes the user a member of a tenant, or grants them anything, either. */
export async function selectUserForUpdate(
  session: Session,
  id: string,
  strength: 'no key update' | 'update',
): Promise<UserRow | undefined> {
  const [row] = await session.tx.select(columns).from(users).where(isUser(session, id)).for(strength);
  return row;
}

export async function isMember(session: Session, id: string, tenantId: string): Promise<boolean> {
  const { rows } = await session.tx.execute(sql`
    SELECT 1 FROM ${memberships} WHERE environment_id = ${session.environmentId} AND tenant_id = ${tenantId} AND user_id = ${id}`);
  return rows.length > 0;
}

/** Whether the user has anything in a tenant besides this one: a membership, a cross-tenant grant, a relationship. */
export async function isInOthers(session: Session, id: string, tenantId: string): Promise<boolean> {
  const { environmentId, tx } = session;
  const { rows } = await tx.execute(sql`
    (SELECT 1 FROM ${memberships} WHERE environment_id = ${environmentId} AND user_id = ${id} AND tenant_id <> ${tenantId} LIMIT 1)
    UNION ALL
    (SELECT 1 FROM ${tenantGrants} WHERE environment_id = ${environmentId} AND user_id = ${id} AND tenant_id <> ${tenantId} LIMIT 1)
    UNION ALL
    (SELECT 1 FROM ${relationships} WHERE environment_id = ${environmentId} AND subject_type = 'user' AND subject_id = ${id}
      AND tenant_id <> ${tenantId} LIMIT 1)`);
  return rows.length > 0;
}

/** Undefined when there is one of that id already. */
export async function insertUser(session: Session, row: UserRow): Promise<UserRow | undefined> {
  const [inserted] = await session.tx
    .insert(users)
    .values({ environmentId: session.environmentId, ...row })
    .onConflictDoNothing()
    .returning(columns);
  return inserted;
}

export async function updateUser(
  session: Session,
  id: string,
  values: Pick<UserRow, 'email' | 'name' | 'attributes' | 'updatedAt'>,
): Promise<void> {
  await session.tx.update(users).set(values).where(isUser(session, id));
}

/**
 * With memberships, roles, cross-tenant grants and relationships, in whatever tenant.
 *
 * @returns the tenants concerned, or null when there was no such user.
 */
export async function deleteUser(session: Session, id: string): Promise<readonly string[] | null> {
  const { tx, environmentId } = session;
  const held = await tx.select({ id: users.id }).from(users).where(isUser(session, id)).for('update');
  if (held.length === 0) return null;
  const left = await tx
    .delete(memberships)
    .where(and(eq(memberships.environmentId, environmentId), eq(memberships.userId, id)))
    .returning({ tenantId: memberships.tenantId });
  const granted = await tx
    .delete(tenantGrants)
    .where(and(eq(tenantGrants.environmentId, environmentId), eq(tenantGrants.userId, id)))
    .returning({ tenantId: tenantGrants.tenantId });
  const related = await tx
    .delete(relationships)
    .where(
      and(
        eq(relationships.environmentId, environmentId),
        eq(relationships.subjectType, 'user'),
        eq(relationships.subjectId, id),
      ),
    )
    .returning({ tenantId: relationships.tenantId });
  await tx.delete(roleAssignments).where(
    and(
      eq(roleAssignments.environmentId, environmentId),
      inArray(
        roleAssignments.tenantId,
        left.map(({ tenantId }) => tenantId),
      ),
      eq(roleAssignments.subjectType, 'user'),
      eq(roleAssignments.subjectId, id),
    ),
  );
  await tx.delete(users).where(isUser(session, id));
  return [...left, ...granted, ...related].map(({ tenantId }) => tenantId);
}

/** Tenants that a change of the user concerns: where they are a member, or act by a cross-tenant grant. */
export async function selectTenantsOfUser(session: Session, id: string): Promise<readonly string[]> {
  const member = session.tx
    .select({ tenantId: memberships.tenantId })
    .from(memberships)
    .where(and(eq(memberships.environmentId, session.environmentId), eq(memberships.userId, id)));
  const granted = session.tx
    .select({ tenantId: tenantGrants.tenantId })
    .from(tenantGrants)
    .where(and(eq(tenantGrants.environmentId, session.environmentId), eq(tenantGrants.userId, id)));
  return (await member.union(granted)).map(({ tenantId }) => tenantId);
}

export interface MembershipRow {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly createdAt: Date;
}

/** By tenant id. */
export async function selectMembershipsOf(
  session: Session,
  userId: string,
  bounds: PageBounds,
): Promise<readonly MembershipRow[]> {
  return session.tx
    .select({ tenantId: memberships.tenantId, tenantName: tenants.name, createdAt: memberships.createdAt })
    .from(memberships)
    .innerJoin(tenants, and(eq(tenants.environmentId, memberships.environmentId), eq(tenants.id, memberships.tenantId)))
    .where(and(eq(memberships.environmentId, session.environmentId), eq(memberships.userId, userId)))
    .orderBy(asc(memberships.tenantId))
    .limit(bounds.limit)
    .offset(bounds.offset);
}

export async function countMembershipsOf(session: Session, userId: string): Promise<number> {
  const [row] = await session.tx
    .select({ total: count() })
    .from(memberships)
    .where(and(eq(memberships.environmentId, session.environmentId), eq(memberships.userId, userId)));
  return row?.total ?? 0;
}

function fitting(session: Session, { email }: UserFilter): SQL | undefined {
  const own = eq(users.environmentId, session.environmentId);
  return email === undefined ? own : and(own, eq(users.email, email));
}

/** Row-level security shows no others, but would look at every user of the environment to find them. */
function isMemberOf(tenantId: string): SQL | undefined {
  return and(
    eq(memberships.environmentId, users.environmentId),
    eq(memberships.tenantId, tenantId),
    eq(memberships.userId, users.id),
  );
}

function isUser(session: Session, id: string): SQL | undefined {
  return and(eq(users.environmentId, session.environmentId), eq(users.id, id));
}
