import type { Session } from '../../../../db/contract.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import type { Ids } from '../../../../host/contract.ts';
import { type Page, pageBounds, type PageRequest, toPage } from '../../../../server/page.ts';
import type { Ports } from '../../../ports.ts';
import { changeAttributes, firstAttributes } from '../attributes/check-attributes.ts';
import { noTenant } from '../existing-tenant.ts';
import { readTenancy } from '../read-tenancy.ts';
import type { FixedField } from '../tenancy.ts';
import { raiseVersions } from '../versions/queries.ts';
import { declareFixedFields, refuseOtherFields } from './declare-fixed-fields.ts';
import { tenantErrors } from './errors.ts';
import { type Tenant, toTenant } from './mapping.ts';
import {
  countTenants,
  deleteTenant,
  insertTenant,
  selectTenantForUpdate,
  selectTenants,
  type TenantFilter,
  updateTenant,
} from './queries.ts';

export interface TenantListRequest extends PageRequest {
  readonly createdFrom?: string;
  readonly createdBefore?: string;
  readonly plan?: string;
}

export type NewTenant = { readonly id?: string; readonly name: string; readonly attributes?: JsonObject } & {
  readonly [field in FixedField]?: string;
};

export type TenantChanges = { readonly name?: string; readonly attributes?: JsonObject } & {
  readonly [field in FixedField]?: string | null;
};

export async function listTenants(
  session: Session,
  { createdFrom, createdBefore, plan, ...page }: TenantListRequest,
  { plans }: Ports,
): Promise<Page<Tenant>> {
  const filter: TenantFilter = {
    ...(createdFrom === undefined ? {} : { createdFrom: new Date(createdFrom) }),
    ...(createdBefore === undefined ? {} : { createdBefore: new Date(createdBefore) }),
    ...(plan === undefined ? {} : { ids: (await plans?.tenantsOn(session, [plan]))?.get(plan) ?? [] }),
  };
  const rows = await selectTenants(session, filter, pageBounds(page));
  return toPage(rows.map(toTenant), await countTenants(session, filter), page);
}

export async function createTenant(
  session: Session,
  draft: NewTenant,
  { actor, ids, now, ports }: { readonly actor: string; readonly ids: Ids; readonly now: Date; readonly ports: Ports },
): Promise<Tenant> {
  const tenancy = await readTenancy(session);
  const id = draft.id ?? tenancy.singleTenant ?? ids.next('tnt');
  if (tenancy.singleTenant !== null && tenancy.singleTenant !== id) {
    throw makeError(tenantErrors.single, {
      message: `The Tenancy says that ${tenancy.singleTenant} is the only tenant.`,
      param: '/id',
    });
  }
  const row = await insertTenant(session, {
    id,
    name: draft.name,
    ...declareFixedFields(draft, tenancy),
    attributes: firstAttributes(draft.attributes ?? {}, tenancy.tenantAttributes),
    createdAt: now,
    updatedAt: now,
  });
  if (row === undefined) {
    throw makeError(tenantErrors.exists, { message: `The environment has a tenant ${id} already.`, param: '/id' });
  }
  await ports.plans?.begin(session, id, { actor, now });
  await raiseVersions(session, [id]);
  return toTenant(row);
}

/** What conditions ask of a tenant may change what its people may do. */
export async function changeTenant(
  session: Session,
  id: string,
  changes: TenantChanges,
  now: Date,
): Promise<{ readonly before: Tenant; readonly after: Tenant }> {
  const before = await selectTenantForUpdate(session, id);
  if (before === undefined) throw noTenant(id);
  refuseOtherFields(changes, before);
  const { tenantAttributes } = await readTenancy(session);
  const values = {
    name: changes.name ?? before.name,
    attributes: changeAttributes(before.attributes, changes.attributes ?? {}, tenantAttributes),
    updatedAt: now,
  };
  await updateTenant(session, id, values);
  await raiseVersions(session, [id]);
  return { before: toTenant(before), after: toTenant({ ...before, ...values }) };
}

/**
 * With its members, their roles, and whatever else stands below it; what other components keep of it goes too. Returns
 * what it was.
 */
export async function removeTenant(session: Session, id: string, { agreements, plans }: Ports): Promise<Tenant> {
  const { singleTenant } = await readTenancy(session);
  if (singleTenant === id) {
    throw makeError(tenantErrors.single, { message: `The Tenancy names ${id} as the only tenant.`, param: 'tenant' });
  }
  const deleted = await deleteTenant(session, id);
  if (deleted === undefined) throw noTenant(id);
  await raiseVersions(session, [id]);
  await plans?.forget(session, id);
  await agreements?.forget(session, id);
  return toTenant(deleted);
}
