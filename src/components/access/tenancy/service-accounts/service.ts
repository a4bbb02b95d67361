import type { Session } from '../../../../db/contract.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import type { Ids } from '../../../../host/contract.ts';
import { type Page, pageBounds, type PageRequest, toPage } from '../../../../server/page.ts';
import { keepTenant, readTenant } from '../existing-tenant.ts';
import { readRoles, refuseUnassignable, refuseUntouchable } from '../roles/assignable-roles.ts';
import { addRole, removeRole, type RecordedRoleContext, rolesOf, setRoles } from '../roles/change-roles.ts';
import { deleteRoles, insertRoles, type RoleHolder, selectRolesOf } from '../roles/queries.ts';
import { tellServiceAccount } from '../tell.ts';
import { raiseVersions } from '../versions/queries.ts';
import { serviceAccountErrors } from './errors.ts';
import { type ServiceAccount, toServiceAccount } from './mapping.ts';
import {
  countServiceAccounts,
  deleteServiceAccount,
  holdServiceAccount,
  insertServiceAccount,
  type ServiceAccountRow,
  selectServiceAccount,
  selectServiceAccounts,
} from './queries.ts';

export async function listServiceAccounts(
  session: Session,
  tenantId: string,
  page: PageRequest,
): Promise<Page<ServiceAccount>> {
  await readTenant(session, tenantId);
  const rows = await selectServiceAccounts(session, tenantId, pageBounds(page));
  const ids = rows.map(({ id }) => id);
  const roles = await selectRolesOf(session, tenantId, 'service-account', ids);
  return toPage(
    rows.map((row) => toServiceAccount(row, roles.get(row.id) ?? [])),
    await countServiceAccounts(session, tenantId),
    page,
  );
}

export async function readServiceAccount(session: Session, tenantId: string, id: string): Promise<ServiceAccount> {
  await readTenant(session, tenantId);
  const row = await selectServiceAccount(session, tenantId, id);
  if (row === undefined) throw noServiceAccount(tenantId, id);
  return toServiceAccount(row, await rolesOf(session, tenantId, program(id)));
}

export async function createServiceAccount(
  { session, caller, now, changed }: RecordedRoleContext,
  ids: Ids,
  tenantId: string,
  draft: { readonly name: string; readonly roles?: readonly string[] },
): Promise<ServiceAccount> {
  await keepTenant(session, tenantId);
  const roles = [...new Set(draft.roles ?? [])];
  refuseUnassignable(roles, await readRoles(session), caller);
  const id = ids.next('svc');
  await insertServiceAccount(session, tenantId, { id, name: draft.name, createdAt: now });
  await insertRoles(session, tenantId, program(id), roles, { assignedBy: caller.actor, assignedAt: now });
  await raiseVersions(session, [tenantId]);
  const account = await readServiceAccount(session, tenantId, id);
  changed(tellServiceAccount(tenantId, account, { before: null, after: account.roles }));
  return account;
}

export async function setServiceAccountRoles(
  context: RecordedRoleContext,
  tenantId: string,
  id: string,
  roles: readonly string[],
): Promise<ServiceAccount> {
  return changeServiceAccount(context, tenantId, id, () => setRoles(context, tenantId, program(id), roles));
}

export async function addServiceAccountRole(
  context: RecordedRoleContext,
  tenantId: string,
  id: string,
  role: string,
): Promise<ServiceAccount> {
  return changeServiceAccount(context, tenantId, id, () => addRole(context, tenantId, program(id), role));
}

export async function removeServiceAccountRole(
  context: RecordedRoleContext,
  tenantId: string,
  id: string,
  role: string,
): Promise<ServiceAccount> {
  return changeServiceAccount(context, tenantId, id, () => removeRole(context, tenantId, program(id), role));
}

export async function removeServiceAccount(
  { session, caller, changed }: RecordedRoleContext,
  tenantId: string,
  id: string,
): Promise<void> {
  const account = await keepServiceAccount(session, tenantId, id);
  const held = await rolesOf(session, tenantId, program(id));
  refuseUntouchable(held, await readRoles(session), caller);
  if (!(await deleteServiceAccount(session, tenantId, id))) throw noServiceAccount(tenantId, id);
  await deleteRoles(session, tenantId, program(id), { but: [] });
  await raiseVersions(session, [tenantId]);
  changed(tellServiceAccount(tenantId, account, { before: held, after: null }));
}

async function changeServiceAccount(
  { session, changed }: RecordedRoleContext,
  tenantId: string,
  id: string,
  change: () => Promise<readonly string[]>,
): Promise<ServiceAccount> {
  const row = await keepServiceAccount(session, tenantId, id);
  const before = await rolesOf(session, tenantId, program(id));
  const after = await change();
  changed(tellServiceAccount(tenantId, row, { before, after }));
  return toServiceAccount(row, after);
}

async function keepServiceAccount(session: Session, tenantId: string, id: string): Promise<ServiceAccountRow> {
  await keepTenant(session, tenantId);
  const row = await holdServiceAccount(session, tenantId, id);
  if (row === undefined) throw noServiceAccount(tenantId, id);
  return row;
}

function program(id: string): RoleHolder {
  return { type: 'service-account', id };
}

function noServiceAccount(tenantId: string, id: string): Error {
  return makeError(serviceAccountErrors.notFound, {
    message: `${tenantId} has no service account ${id}.`,
    param: 'account',
  });
}
