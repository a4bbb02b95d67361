import type { Session } from '../../../../db/contract.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { type Page, pageBounds, type PageRequest, toPage } from '../../../../server/page.ts';
import { keepTenant, readTenant } from '../existing-tenant.ts';
import { readRoles, refuseUnassignable } from '../roles/assignable-roles.ts';
import type { RoleContext } from '../roles/change-roles.ts';
import { noUser, readUser } from '../users/service.ts';
import { raiseVersions } from '../versions/queries.ts';
import { grantErrors } from './errors.ts';
import { type CrossTenantGrant, toGrant } from './mapping.ts';
import {
  countGrants,
  deleteGrant,
  type GrantFilter,
  selectGrantForUpdate,
  selectGrants,
  upsertGrant,
} from './queries.ts';

export interface NewGrant {
  readonly roles: readonly string[];
  readonly reason: string;
  readonly expiresAt?: string;
}

export async function listGrants(
  session: Session,
  filter: GrantFilter,
  page: PageRequest,
): Promise<Page<CrossTenantGrant>> {
  if ('tenantId' in filter) await readTenant(session, filter.tenantId);
  const total = await countGrants(session, filter);
  // Who has a grant is no member, and is not seen within a tenant: then the grant tells that they are there.
  if ('userId' in filter && total === 0) await readUser(session, filter.userId);
  const rows = await selectGrants(session, filter, pageBounds(page));
  return toPage(rows.map(toGrant), total, page);
}

/** One user has at most one grant for a tenant: a second takes the place of the first. */
export async function setGrant(
  { session, caller, now }: RoleContext,
  tenantId: string,
  userId: string,
  { roles, reason, ...draft }: NewGrant,
): Promise<{ readonly before: CrossTenantGrant | null; readonly after: CrossTenantGrant }> {
  const expiresAt = draft.expiresAt === undefined ? null : new Date(draft.expiresAt);
  if (expiresAt !== null && expiresAt <= now) {
    throw makeError(grantErrors.expiryInThePast, {
      message: `expiresAt is not an instant after ${now.toISOString()}.`,
      param: '/expiresAt',
    });
  }
  await keepTenant(session, tenantId);
  refuseUnassignable(roles, await readRoles(session), caller);
  const row = {
    tenantId,
    userId,
    roles: [...new Set(roles)],
    reason,
    grantedBy: caller.actor,
    grantedAt: now,
    expiresAt,
  };
  const before = await selectGrantForUpdate(session, tenantId, userId);
  if ((await upsertGrant(session, row)) === null) throw noUser(userId);
  await raiseVersions(session, [tenantId]);
  return { before: before === undefined ? null : toGrant(before), after: toGrant(row) };
}

/** Returns what it was. */
export async function withdrawGrant(
  { session }: RoleContext,
  tenantId: string,
  userId: string,
): Promise<CrossTenantGrant> {
  await keepTenant(session, tenantId);
  const withdrawn = await deleteGrant(session, tenantId, userId);
  if (withdrawn === undefined) {
    throw makeError(grantErrors.notFound, { message: `${userId} has no grant for ${tenantId}.`, param: 'user' });
  }
  await raiseVersions(session, [tenantId]);
  return toGrant(withdrawn);
}
