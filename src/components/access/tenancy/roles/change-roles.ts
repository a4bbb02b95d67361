import type { Session } from '../../../../db/contract.ts';
import type { Caller } from '../../../../server/caller.ts';
import type { OperationContext } from '../../../../server/operation-context.ts';
import { raiseVersions } from '../versions/queries.ts';
import { readRoles, refuseUnassignable, refuseUntouchable } from './assignable-roles.ts';
import { deleteRoles, insertRoles, type RoleHolder, selectRolesOf } from './queries.ts';

/** In whose name and when roles change. The holder is known to exist, and held in place by the transaction. */
export interface RoleContext {
  readonly session: Session;
  readonly caller: Pick<Caller, 'actor' | 'mode'>;
  readonly now: Date;
}

/** The same, for what the record hears of. */
export interface RecordedRoleContext extends RoleContext {
  readonly changed: OperationContext['changed'];
}

/** Gives the holder exactly these roles. Returns them, in order. */
export async function setRoles(
  { session, caller, now }: RoleContext,
  tenantId: string,
  holder: RoleHolder,
  asked: readonly string[],
): Promise<readonly string[]> {
  const held = await rolesOf(session, tenantId, holder);
  const known = await readRoles(session);
  // A role kept that was deleted since is no reason to refuse the rest.
  refuseUnassignable(asked, new Map([...held.map((key) => [key, {}] as const), ...known]), caller);
  refuseUntouchable(
    held.filter((role) => !asked.includes(role)),
    known,
    caller,
  );
  const removed = await deleteRoles(session, tenantId, holder, { but: asked });
  const assignment = { assignedBy: caller.actor, assignedAt: now };
  const added = await insertRoles(session, tenantId, holder, [...new Set(asked)], assignment);
  if (removed + added > 0) await raiseVersions(session, [tenantId]);
  return rolesOf(session, tenantId, holder);
}

/** Doing it twice is the same as once. */
export async function addRole(
  { session, caller, now }: RoleContext,
  tenantId: string,
  holder: RoleHolder,
  role: string,
): Promise<readonly string[]> {
  refuseUnassignable([role], await readRoles(session), caller, 'role');
  const added = await insertRoles(session, tenantId, holder, [role], { assignedBy: caller.actor, assignedAt: now });
  if (added > 0) await raiseVersions(session, [tenantId]);
  return rolesOf(session, tenantId, holder);
}

/** Doing it twice is the same as once, whether or not the role still exists. */
export async function removeRole(
  { session, caller }: RoleContext,
  tenantId: string,
  holder: RoleHolder,
  role: string,
): Promise<readonly string[]> {
  refuseUntouchable([role], await readRoles(session), caller);
  const removed = await deleteRoles(session, tenantId, holder, { only: [role] });
  if (removed > 0) await raiseVersions(session, [tenantId]);
  return rolesOf(session, tenantId, holder);
}

export async function rolesOf(session: Session, tenantId: string, holder: RoleHolder): Promise<readonly string[]> {
  const roles = await selectRolesOf(session, tenantId, holder.type, [holder.id]);
  return roles.get(holder.id) ?? [];
}
