import { permissionParts } from '../permission/matches-permission.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { memberOf, objectOf, textOf, textsOf } from '../../../engine/json-fields.ts';
import { asksFor } from '../policy/asks-for.ts';
import { datesIn } from '../policy/declared-dates.ts';
import { keep } from '../policy/keep.ts';

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

/** So many are read once each, however many roles and permissions they bound, before and after. */
export const mostExpressions = 10_000;

/** Scopes by resource type, whoever names them: a type, or a role that grants a permission in one. */
export type KnownScopes = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Everything that resource types declare. A type without scopes takes any name for one, so those that are known.
 *
 * @param scopesComeOrGo types that declare scopes only before or only after. Without them a grant in a scope is no
 * grant of the action itself on anything, and with them it is where the scope covers it.
 */
export function declare(
  types: ReadonlyMap<string, JsonObject>,
  known: KnownScopes,
  scopesComeOrGo: ReadonlySet<string>,
  canonicalOf: CanonicalOf,
): Declared {
  const permissions = new Set<string>();
  const expressions = new Map<string, string>();
  const uncovered = new Set<string>();
  const dates = new Map<string, readonly string[]>();
  for (const [type, { actions, attributes, scopes }] of types) {
    const names = scopes === undefined ? (known.get(type) ?? []) : Object.keys(objectOf(scopes));
    const ofType = datesIn(attributes);
    if (ofType.length > 0) dates.set(type, ofType.toSorted());
    for (const action of textsOf(actions)) {
      permissions.add(`${type}:${action}`);
      for (const scope of names) {
        const permission = `${type}:${action}:${scope}`;
        permissions.add(permission);
        const expression = textOf(memberOf(scopes, scope));
        if (expression !== undefined) expressions.set(permission, expression);
        else if (scopes === undefined && scopesComeOrGo.has(type)) uncovered.add(permission);
      }
    }
  }
  const datesOf = (permission: string): readonly string[] =>
    dates.get(permission.slice(0, permission.indexOf(':'))) ?? [];
  const asksOf = keep(asksFor, mostExpressions);
  const formOf = (expression: string, permission: string): string => {
    const known = datesOf(permission);
    const asked = known.length === 0 ? [] : known.filter((name) => asksOf(expression)('resource', name));
    return withDates(canonicalOf(expression), asked);
  };
  const scopesOf = new Map([
    ...Array.from(expressions, ([one, expression]) => [one, formOf(expression, one)] as const),
    ...Array.from(uncovered, (one) => [one, coversNothing] as const),
  ]);
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

/** Stands for what a scope covers that no type declares; no expression reads so. */
const coversNothing = '// undeclared';

/** So that an expression which asks for what is no date any more is another. */
function withDates(form: string, asked: readonly string[]): string {
  return asked.length === 0 ? form : `${form} // dates: ${asked.join(' ')}`;
}
