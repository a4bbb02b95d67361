import { matchesPermission, permissionParts } from '../permission/matches-permission.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { entriesOf, memberOf, objectOf, textOf, textsOf } from '../../../engine/json-fields.ts';
import type { GrantedPermission } from '../policy/contract.ts';

/** One way in which a permission is held: always, or only under a condition, or only within what a scope covers. */
export interface Way {
  readonly condition: string | null;
  /** The scope's expression, where the grant itself is bound to the scope. */
  readonly scope: string | null;
}

/** The ways in which each single permission is held, in normal form; what is not held at all is not there. */
export type Ways = ReadonlyMap<string, readonly Way[]>;

/** Single permissions that can be asked for, and what the scope of each covers. */
export interface Declared {
  readonly permissions: ReadonlySet<string>;
  readonly scopeOf: (permission: string) => string | null;
  /** Attributes that are dates: an expression that asks for one is another where it is a text. */
  readonly datesOf: (permission: string) => readonly string[];
  /** The same text for expressions that bound the permission alike. */
  readonly formOf: (expression: string, permission: string) => string;
}

/** Gives expressions that are only written otherwise the same text: {@link canonicalExpression}, asked once of each. */
export type CanonicalOf = (expression: string) => string;

/** Scopes by resource type, whoever names them: a type, or a role that grants a permission in one. */
export type KnownScopes = ReadonlyMap<string, ReadonlySet<string>>;

/** Everything that resource types declare. A type without scopes takes any name for one, so those that are known. */
export function declare(
  types: ReadonlyMap<string, JsonObject>,
  known: KnownScopes,
  canonicalOf: CanonicalOf,
): Declared {
  const permissions = new Set<string>();
  const expressions = new Map<string, string>();
  const dates = new Map<string, readonly string[]>();
  for (const [type, { actions, attributes, scopes }] of types) {
    const names = scopes === undefined ? (known.get(type) ?? []) : Object.keys(objectOf(scopes));
    const ofType = entriesOf(attributes).flatMap(([name, is]) => (is === 'date' ? [name] : []));
    if (ofType.length > 0) dates.set(type, ofType.sort());
    for (const action of textsOf(actions)) {
      permissions.add(`${type}:${action}`);
      for (const scope of names) {
        const permission = `${type}:${action}:${scope}`;
        permissions.add(permission);
        const expression = textOf(memberOf(scopes, scope));
        if (expression !== undefined) expressions.set(permission, expression);
      }
    }
  }
  const datesOf = (permission: string): readonly string[] =>
    dates.get(permission.slice(0, permission.indexOf(':'))) ?? [];
  const formOf = (expression: string, permission: string): string =>
    withDates(canonicalOf(expression), datesOf(permission));
  const scopesOf = new Map([...expressions].map(([one, expression]) => [one, formOf(expression, one)]));
  return { permissions, scopeOf: (permission) => scopesOf.get(permission) ?? null, datesOf, formOf };
}

export function knownScopes(types: Iterable<readonly [string, JsonObject]>, roles: Iterable<JsonObject>): KnownScopes {
  const known = new Map<string, Set<string>>();
  const add = (type: string, scope: string): void => {
    known.set(type, (known.get(type) ?? new Set()).add(scope));
  };
  for (const [type, { scopes }] of types) for (const scope of Object.keys(objectOf(scopes))) add(type, scope);
  for (const { permissions } of roles) {
    for (const written of textsOf(permissions)) {
      const { resource, scope } = permissionParts(written) ?? {};
      if (resource !== undefined && scope !== undefined && scope !== '*') add(resource, scope);
    }
  }
  return known;
}

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

/** So that an expression which asks for what is no date any more is another. */
function withDates(form: string, dates: readonly string[]): string {
  const asked = dates.filter((name) => form.includes(JSON.stringify(name)));
  return asked.length === 0 ? form : `${form} // dates: ${asked.join(' ')}`;
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
