import { canonicalJson } from '../../../engine/canonical-json.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { Changed } from '../../../server/changed.ts';
import type { CrossTenantGrant } from './grants/mapping.ts';
import type { ServiceAccount } from './service-accounts/mapping.ts';
import type { Tenant } from './tenants/mapping.ts';
import type { User } from './users/mapping.ts';

/*
 * What changes of the directory look like in the record. What tells of a person is kept apart, since it may have to be
 * forgotten; when something was last changed is no change of it.
 */

type BeforeAndAfter<T> = { readonly before: T | null; readonly after: T | null };

export function tellTenant(id: string, { before, after }: BeforeAndAfter<Tenant>): Changed {
  const told = (tenant: Tenant | null): JsonObject | null => {
    if (tenant === null) return null;
    const { updatedAt: _, ...rest } = tenant;
    return rest;
  };
  return { resource: { type: 'tenant', id }, tenantId: id, before: told(before), after: told(after) };
}

export function tellUser(id: string, { before, after }: BeforeAndAfter<User>): Changed {
  const told = (user: User | null): JsonObject | null => (user === null ? null : { id, createdAt: user.createdAt });
  const personal = ({ attributes, email, name }: User) => ({ email, name, attributes });
  return {
    resource: { type: 'user', id },
    before: told(before),
    after: told(after),
    ...(before === null || after === null ? {} : toldOfPersonal(personal(before), personal(after))),
    personal: {
      ...(before === null ? {} : { before: personal(before) }),
      ...(after === null ? {} : { after: personal(after) }),
    },
  };
}

/** Which of what tells of a person is another now: by its name, without anything that was or is in it. */
function toldOfPersonal(before: JsonObject, after: JsonObject): Pick<Changed, 'metadata'> {
  const isChanged = (field: string): boolean =>
    canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null);
  const changed = Object.keys(after).filter(isChanged);
  return changed.length === 0 ? {} : { metadata: { personalChanged: changed } };
}

/** Null: no member. */
export function tellMember(
  tenantId: string,
  userId: string,
  { before, after }: BeforeAndAfter<readonly string[]>,
): Changed {
  const told = (roles: readonly string[] | null): JsonObject | null => (roles === null ? null : { roles: [...roles] });
  return { resource: { type: 'member', id: userId }, tenantId, before: told(before), after: told(after) };
}

export function tellServiceAccount(
  tenantId: string,
  { id, name }: Pick<ServiceAccount, 'id' | 'name'>,
  { before, after }: BeforeAndAfter<readonly string[]>,
): Changed {
  const told = (roles: readonly string[] | null): JsonObject | null =>
    roles === null ? null : { name, roles: [...roles] };
  return { resource: { type: 'service-account', id, name }, tenantId, before: told(before), after: told(after) };
}

export function tellGrant(
  tenantId: string,
  userId: string,
  { before, after }: BeforeAndAfter<CrossTenantGrant>,
): Changed {
  const told = (grant: CrossTenantGrant | null): JsonObject | null =>
    grant === null ? null : { ...grant, roles: [...grant.roles] };
  return { resource: { type: 'cross-tenant-grant', id: userId }, tenantId, before: told(before), after: told(after) };
}
