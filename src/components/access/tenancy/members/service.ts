import type { Session } from '../../../../db/contract.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { type Page, pageBounds, type PageRequest, toPage } from '../../../../server/page.ts';
import { keepTenant, readTenant } from '../existing-tenant.ts';
import { defaultRoles, readRoles, refuseUnassignable, refuseUntouchable } from '../roles/assignable-roles.ts';
import { addRole, type RecordedRoleContext, removeRole, rolesOf, setRoles } from '../roles/change-roles.ts';
import { deleteRoles, insertRoles, type RoleHolder, selectRolesOf } from '../roles/queries.ts';
import { tellMember } from '../tell.ts';
import { noUser } from '../users/service.ts';
import { raiseVersions } from '../versions/queries.ts';
import { memberErrors } from './errors.ts';
import { type Member, toMember } from './mapping.ts';
import { countMembers, deleteMember, holdMember, insertMember, selectMember, selectMembers } from './queries.ts';

export async function listMembers(session: Session, tenantId: string, page: PageRequest): Promise<Page<Member>> {
  await readTenant(session, tenantId);
  const rows = await selectMembers(session, tenantId, pageBounds(page));
  const ids = rows.map(({ userId }) => userId);
  const roles = await selectRolesOf(session, tenantId, 'user', ids);
  return toPage(
    rows.map((row) => toMember(row, roles.get(row.userId) ?? [])),
    await countMembers(session, tenantId),
    page,
  );
}

/** @throws NotFoundError `tenants/not-found`, `members/not-found` */
export async function readMember(session: Session, tenantId: string, userId: string): Promise<Member> {
  await readTenant(session, tenantId);
  const row = await selectMember(session, tenantId, userId);
  if (row === undefined) throw noMember(tenantId, userId);
  return toMember(row, await rolesOf(session, tenantId, user(userId)));
}

/** A new member gets the roles that every new member gets, and those asked for. */
export async function addMember(
  { session, caller, now, changed }: RecordedRoleContext,
  tenantId: string,
  userId: string,
  asked: readonly string[],
): Promise<Member> {
  await keepTenant(session, tenantId);
  const known = await readRoles(session);
  refuseUnassignable(asked, known, caller);
  const inserted = await insertMember(session, tenantId, userId, now);
  if (inserted === null) throw noUser(userId, '/userId');
  if (!inserted) {
    throw makeError(memberErrors.exists, {
      message: `${userId} is a member of ${tenantId} already.`,
      param: '/userId',
    });
  }
  const roles = [...new Set([...defaultRoles(known), ...asked])];
  await insertRoles(session, tenantId, user(userId), roles, { assignedBy: caller.actor, assignedAt: now });
  await raiseVersions(session, [tenantId]);
  const member = await readMember(session, tenantId, userId);
  changed(tellMember(tenantId, userId, { before: null, after: member.roles }));
  return member;
}

/** The roles held in the tenant go too; the user, and what they have elsewhere, stay. */
export async function removeMember(
  { session, caller, changed }: RecordedRoleContext,
  tenantId: string,
  userId: string,
): Promise<void> {
  await keepTenant(session, tenantId);
  const held = await rolesOf(session, tenantId, user(userId));
  refuseUntouchable(held, await readRoles(session), caller);
  if (!(await deleteMember(session, tenantId, userId))) throw noMember(tenantId, userId);
  await deleteRoles(session, tenantId, user(userId), { but: [] });
  await raiseVersions(session, [tenantId]);
  changed(tellMember(tenantId, userId, { before: held, after: null }));
}

export async function setMemberRoles(
  context: RecordedRoleContext,
  tenantId: string,
  userId: string,
  roles: readonly string[],
): Promise<Member> {
  return changeMember(context, tenantId, userId, () => setRoles(context, tenantId, user(userId), roles));
}

export async function addMemberRole(
  context: RecordedRoleContext,
  tenantId: string,
  userId: string,
  role: string,
): Promise<Member> {
  return changeMember(context, tenantId, userId, () => addRole(context, tenantId, user(userId), role));
}

export async function removeMemberRole(
  context: RecordedRoleContext,
  tenantId: string,
  userId: string,
  role: string,
): Promise<Member> {
  return changeMember(context, tenantId, userId, () => removeRole(context, tenantId, user(userId), role));
}

async function changeMember(
  { session, changed }: RecordedRoleContext,
  tenantId: string,
  userId: string,
  change: () => Promise<readonly string[]>,
): Promise<Member> {
  await keepMember(session, tenantId, userId);
  const before = await rolesOf(session, tenantId, user(userId));
  changed(tellMember(tenantId, userId, { before, after: await change() }));
  return readMember(session, tenantId, userId);
}

async function keepMember(session: Session, tenantId: string, userId: string): Promise<void> {
  await keepTenant(session, tenantId);
  if (!(await holdMember(session, tenantId, userId))) throw noMember(tenantId, userId);
}

function user(id: string): RoleHolder {
  return { type: 'user', id };
}

function noMember(tenantId: string, userId: string): Error {
  return makeError(memberErrors.notFound, { message: `${userId} is no member of ${tenantId}.`, param: 'user' });
}
