import { and, asc, eq, inArray, notInArray, type SQL } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { roleAssignments } from '../../tables.ts';

/** Who holds roles: a member, or a program of the tenant. */
export interface RoleHolder {
  readonly type: 'user' | 'service-account';
  readonly id: string;
}

/** Keys of the roles that each holder has in the tenant, in order. */
export async function selectRolesOf(
  session: Session,
  tenantId: string,
  type: RoleHolder['type'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await session.tx
    .select({ holder: roleAssignments.subjectId, role: roleAssignments.role })
    .from(roleAssignments)
    .where(
      and(
        eq(roleAssignments.environmentId, session.environmentId),
        eq(roleAssignments.tenantId, tenantId),
        eq(roleAssignments.subjectType, type),
        inArray(roleAssignments.subjectId, [...ids]),
      ),
    )
    .orderBy(asc(roleAssignments.role));
  return rolesBy(rows);
}

/** Keys of the roles that one holder has, by tenant. */
export async function selectRolesInTenants(
  session: Session,
  holder: RoleHolder,
  tenantIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (tenantIds.length === 0) return new Map();
  const rows = await session.tx
    .select({ holder: roleAssignments.tenantId, role: roleAssignments.role })
    .from(roleAssignments)
    .where(
      and(
        eq(roleAssignments.environmentId, session.environmentId),
        inArray(roleAssignments.tenantId, [...tenantIds]),
        eq(roleAssignments.subjectType, holder.type),
        eq(roleAssignments.subjectId, holder.id),
      ),
    )
    .orderBy(asc(roleAssignments.role));
  return rolesBy(rows);
}

/** How many of the roles were new to the holder. */
export async function insertRoles(
  session: Session,
  tenantId: string,
  holder: RoleHolder,
  roles: readonly string[],
  assignment: { readonly assignedBy: string; readonly assignedAt: Date },
): Promise<number> {
  if (roles.length === 0) return 0;
  const rows = await session.tx
    .insert(roleAssignments)
    .values(
      roles.map((role) => ({
        environmentId: session.environmentId,
        tenantId,
        subjectType: holder.type,
        subjectId: holder.id,
        role,
        ...assignment,
      })),
    )
    .onConflictDoNothing()
    .returning({ role: roleAssignments.role });
  return rows.length;
}

/** How many of the roles the holder had. */
export async function deleteRoles(
  session: Session,
  tenantId: string,
  holder: RoleHolder,
  which: { readonly only: readonly string[] } | { readonly but: readonly string[] },
): Promise<number> {
  const roles =
    'only' in which ? inArray(roleAssignments.role, [...which.only]) : notInArray(roleAssignments.role, [...which.but]);
  const rows = await session.tx
    .delete(roleAssignments)
    .where(and(isHeldBy(session, tenantId, holder), roles))
    .returning({ role: roleAssignments.role });
  return rows.length;
}

function isHeldBy(session: Session, tenantId: string, { type, id }: RoleHolder): SQL | undefined {
  return and(
    eq(roleAssignments.environmentId, session.environmentId),
    eq(roleAssignments.tenantId, tenantId),
    eq(roleAssignments.subjectType, type),
    eq(roleAssignments.subjectId, id),
  );
}

function rolesBy(
  rows: readonly { readonly holder: string; readonly role: string }[],
): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(rows, ({ holder }) => holder);
  return new Map([...groups].map(([holder, held]) => [holder, held.map(({ role }) => role)]));
}
