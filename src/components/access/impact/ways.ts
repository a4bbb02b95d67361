import { matchesPermission, permissionParts } from '../permission/matches-permission.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { memberOf, textOf, textsOf } from '../../../engine/json-fields.ts';
import type { GrantedPermission } from '../policy/contract.ts';
import type { Declared } from './declared-permissions.ts';

/** One way in which a permission is held: always, or only under a condition, or only within what a scope covers. */
export interface Way {
  readonly condition: string | null;
  /** The scope's expression, where the grant itself is bound to the scope. */
  readonly scope: string | null;
}

/** The ways in which each single permission is held, in normal form; what is not held at all is not there. */
export type Ways = ReadonlyMap<string, readonly Way[]>;

/** Spreads grants over the single permissions they cover. Expansions are kept by the grant as it is written. */
export function createSpread(declared: Declared): (grants: readonly GrantedPermission[]) => Ways {
  const covered = new Map<string, readonly string[]>();
  const cover = (written: string): readonly string[] => {
    const known = covered.get(written);
    if (known !== undefined) return known;
    const all = [...declared.permissions].filter((permission) => matchesPermission(written, permission));
    covered.set(written, all);
    return all;
  };
  return (grants) => {
    const ways = new Map<string, readonly Way[]>();
    for (const { condition: bound, permission: written } of grants) {
      const isScoped = permissionParts(written)?.scope !== undefined;
      for (const permission of cover(written)) {
        const condition = bound === undefined ? null : declared.formOf(bound, permission);
        const scope = isScoped ? declared.scopeOf(permission) : null;
        const way = { condition: unlessAlways(condition), scope: unlessAlways(scope) };
        ways.set(permission, joinWays(ways.get(permission) ?? [], [way]));
      }
    }
    return ways;
  };
}

/** An expression that holds for nothing. */
export const never = 'false';
const always = 'true';

function unlessAlways(expression: string | null): string | null {
  return expression === always ? null : expression;
}

/** Both together, without ways that another makes superfluous. */
export function joinWays(left: readonly Way[], right: readonly Way[]): readonly Way[] {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const all = [...left, ...right];
  return all.filter((way, index) => !all.some((other, at) => at !== index && covers(other, way, at < index)));
}

/** Whether `other` holds wherever `way` does; of two alike the first stays. */
function covers(other: Way, way: Way, earlier: boolean): boolean {
  if (other.condition !== null && other.condition !== way.condition) return false;
  if (other.scope !== null && other.scope !== way.scope) return false;
  return earlier || other.condition !== way.condition || other.scope !== way.scope;
}

/** What a Role grants by itself, without what it inherits. */
export function ownGrants(key: string, body: JsonObject): readonly GrantedPermission[] {
  return textsOf(body['permissions']).map((permission) => {
    const condition = textOf(memberOf(body['conditions'], permission));
    return { permission, declaredBy: key, ...(condition === undefined ? {} : { condition }) };
  });
}
