import { matchesPermission } from '../permission/matches-permission.ts';
import type { CompiledType } from './compiled-type.ts';
import type { RoleGrant } from './compiled-role.ts';
import type { GrantedPermission, Policy } from './contract.ts';
import { keep } from './keep.ts';
import type { Lineage } from './lineage.ts';

type HeldPermissions = Pick<Policy, 'permissionsOf' | 'expandedPermissionsOf'>;

/** What sets of roles grant, kept by the set. */
export function createHeldPermissions(types: ReadonlyMap<string, CompiledType>, lineage: Lineage): HeldPermissions {
  let declared: readonly string[] | undefined;
  const grantsOf = (roles: string): readonly RoleGrant[] => {
    const grants = (JSON.parse(roles) as readonly string[]).flatMap((role) => lineage.grantsOf(role));
    return [...new Set(grants)];
  };
  const permissions = keep((roles) => grantsOf(roles).toSorted(byPermission).map(asGranted), maximumSets);
  const expanded = keep((roles) => {
    declared ??= declaredPermissions(types);
    return expand(grantsOf(roles), declared, types);
  }, maximumSets);
  return {
    permissionsOf: (roles) => permissions(nameOfSet(roles)),
    expandedPermissionsOf: (roles) => expanded(nameOfSet(roles)),
  };
}

const maximumSets = 1_000;

function nameOfSet(roles: readonly string[]): string {
  return JSON.stringify([...new Set(roles)].toSorted());
}

/** Every single permission that can be asked for, scopes included. */
function declaredPermissions(types: ReadonlyMap<string, CompiledType>): readonly string[] {
  return Array.from(types.values()).flatMap(({ actions, key, scopes }) =>
    Array.from(actions).flatMap((action) => [
      `${key}:${action}`,
      ...Array.from(scopes?.keys() ?? [], (scope) => `${key}:${action}:${scope}`),
    ]),
  );
}

function expand(
  grants: readonly RoleGrant[],
  declared: readonly string[],
  types: ReadonlyMap<string, CompiledType>,
): readonly string[] {
  const certain = grants.filter(({ condition }) => condition === undefined);
  const given = declared.filter((one) => certain.some(({ permission }) => matchesPermission(permission, one)));
  return [...new Set([...given, ...certain.flatMap((grant) => inUndeclaredScope(grant, types))])].toSorted();
}

/** A resource type without scopes takes any name for one; only the grants know them. */
function inUndeclaredScope({ parts }: RoleGrant, types: ReadonlyMap<string, CompiledType>): readonly string[] {
  const { action, resource, scope } = parts;
  const type = types.get(resource);
  if (type === undefined || type.scopes !== null || scope === undefined || scope === '*') return [];
  const actions = Array.from(type.actions).filter((name) => action === '*' || action === name);
  return actions.map((name) => `${resource}:${name}:${scope}`);
}

function asGranted({ condition, declaredBy, permission }: RoleGrant): GrantedPermission {
  return { permission, declaredBy, ...(condition === undefined ? {} : { condition }) };
}

function byPermission(left: RoleGrant, right: RoleGrant): number {
  return order(left.permission, right.permission) || order(left.declaredBy, right.declaredBy);
}

function order(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
