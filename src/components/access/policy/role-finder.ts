import { type PermissionParts, permissionParts } from '../permission/matches-permission.ts';
import type { CompiledRole } from './compiled-role.ts';
import { keep } from './keep.ts';
import type { Lineage } from './lineage.ts';
import type { Roles } from './roles.ts';

/** Roles that hold a permission which stands in `relation` to the one asked for, inherited included, sorted. */
export function createRoleFinder(
  roles: Roles,
  lineage: Lineage,
  relation: (held: PermissionParts, asked: PermissionParts) => boolean,
): (permission: string) => readonly string[] {
  return keep((permission) => {
    const asked = permissionParts(permission);
    if (asked === undefined) return [];
    const holds = ({ grants }: CompiledRole): boolean => grants.some(({ parts }) => relation(parts, asked));
    const holders = roles.all().filter(holds);
    return Array.from(lineage.heirsOf(holders.map(({ key }) => key))).toSorted();
  }, 1_000);
}

/** Whether holding one may give the other, if only within a scope. */
export function mayGive(held: PermissionParts, asked: PermissionParts): boolean {
  if (held.resource === '*') return true;
  if (held.resource !== asked.resource) return false;
  if (held.action !== '*' && held.action !== asked.action) return false;
  return asked.scope === undefined || held.scope === undefined || held.scope === '*' || held.scope === asked.scope;
}
