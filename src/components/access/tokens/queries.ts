import { and, eq, isNull, gt, or, sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { apiKeys } from '../../../db/tables/index.ts';
import { accessVersions, memberships, roleAssignments, tenantGrants, tenants } from '../tables.ts';

export async function hasTenant(session: Session, tenantId: string): Promise<boolean> {
  const rows = await session.tx
    .select({ id: tenants.id })
    .from(tenants)
    .where(and(eq(tenants.environmentId, session.environmentId), eq(tenants.id, tenantId)));
  return rows.length > 0;
}

/** Where the tenant's data resides; null where that was not declared. */
export async function selectDataResidency(session: Session, tenantId: string): Promise<string | null> {
  const [row] = await session.tx
    .select({ dataResidency: tenants.dataResidency })
    .from(tenants)
    .where(and(eq(tenants.environmentId, session.environmentId), eq(tenants.id, tenantId)));
  return row?.dataResidency ?? null;
}

export async function selectAccessVersion(session: Session, tenantId: string): Promise<number> {
  const [row] = await session.tx
    .select({ version: accessVersions.version })
    .from(accessVersions)
    .where(and(eq(accessVersions.environmentId, session.environmentId), eq(accessVersions.tenantId, tenantId)));
  return row?.version ?? 0;
}

/** What lets a user act within a tenant. */
export interface Admission {
  readonly isMember: boolean;
  /** Of a member; empty for others, whatever is still assigned to them. */
  readonly roles: readonly string[];
  readonly grant: { readonly roles: readonly string[]; readonly expiresAt: Date | null } | null;
}

export async function selectAdmission(
  session: Session,
  tenantId: string,
  userId: string,
  now: Date,
): Promise<Admission> {
  const [member] = await session.tx
    .select({
      roles: sql<readonly string[]>`array(
        select ${roleAssignments.role} from ${roleAssignments}
        where ${roleAssignments.environmentId} = ${session.environmentId}
          and ${roleAssignments.tenantId} = ${tenantId}
          and ${roleAssignments.subjectType} = 'user'
          and ${roleAssignments.subjectId} = ${userId}
        order by ${roleAssignments.role}
      )`,
    })
    .from(memberships)
    .where(
      and(
        eq(memberships.environmentId, session.environmentId),
        eq(memberships.tenantId, tenantId),
        eq(memberships.userId, userId),
      ),
    );
  const [grant] = await session.tx
    .select({ roles: tenantGrants.roles, expiresAt: tenantGrants.expiresAt })
    .from(tenantGrants)
    .where(
      and(
        eq(tenantGrants.environmentId, session.environmentId),
        eq(tenantGrants.tenantId, tenantId),
        eq(tenantGrants.userId, userId),
        or(isNull(tenantGrants.expiresAt), gt(tenantGrants.expiresAt, now)),
      ),
    );
  return { isMember: member !== undefined, roles: member?.roles ?? [], grant: grant ?? null };
}

/** Whether the environment has a publishable key of this hash that can be used at `now`. */
export async function hasPublishableKey(session: Session, hash: string, now: Date): Promise<boolean> {
  const rows = await session.tx
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.environmentId, session.environmentId),
        eq(apiKeys.hash, hash),
        eq(apiKeys.type, 'publishable'),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
      ),
    );
  return rows.length > 0;
}
