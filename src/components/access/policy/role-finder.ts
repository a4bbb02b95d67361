import { type PermissionParts, permissionParts } from '../permission/matches-permission.ts';
import type { CompiledRole } from './compiled-role.ts';
import { keep } from './keep.ts';
import type { Lineage } from './lineage.ts';

/** Roles by which somebody may hold a permission, bound to a condition or a scope or not, inherited included, sorted. */
export function createRoleFinder(
  roles: ReadonlyMap<string, CompiledRole>,
  lineage: Lineage,
): (permission: string) => readonly string[] {
  return keep((permission) => {
    const asked = permissionParts(permission);
    if (asked === undefined) return [];
    const declaring = Array.from(roles.values()).filter(({ grants }) =>
      grants.some(({ parts }) => touches(parts, asked)),
    );
    return Array.from(lineage.heirsOf(declaring.map(({ key }) => key))).toSorted();
  }, 1_000);
}

function touches(held: PermissionParts, asked: PermissionParts): boolean {
  if (held.resource === '*') return true;
  if (held.resource !== asked.resource) return false;
  if (held.action !== '*' && held.action !== asked.action) return false;
  return asked.scope === undefined || held.scope === undefined || held.scope === '*' || held.scope === asked.scope;
}
