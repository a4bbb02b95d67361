import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import { attributeText } from '../evaluation/attribute-path.ts';
import { Inexpressible } from './inexpressible.ts';

/** A condition as people write it; or true for everybody, false for nobody, which no document says. */
export type Condition = JsonObject | boolean;

export function all(conditions: readonly Condition[]): Condition {
  if (conditions.includes(false)) return false;
  const asked = conditions.filter((condition) => typeof condition !== 'boolean').flatMap(members);
  const [first, ...others] = asked;
  if (first === undefined) return true;
  if (others.length === 0) return first;
  const names = asked.flatMap((condition) => Object.keys(condition));
  // Several tests in one condition must all hold; only a name that comes twice needs the long form.
  return new Set(names).size === names.length ? Object.assign({}, ...asked) : { all: asked };
}

export function any(conditions: readonly Condition[]): Condition {
  if (conditions.includes(true)) return true;
  const asked = conditions.filter((condition) => typeof condition !== 'boolean');
  const [first, ...others] = asked;
  if (first === undefined) return false;
  return others.length === 0 ? first : { any: asked };
}

export function not(condition: Condition): Condition {
  if (typeof condition === 'boolean') return !condition;
  const names = Object.keys(condition);
  const { not: inner } = condition;
  return names.length === 1 && isJsonObject(inner) ? inner : { not: condition };
}

export function negatedIf(negated: boolean, condition: Condition): Condition {
  return negated ? not(condition) : condition;
}

/** A test of one attribute. */
export function attribute(path: string, test: Json): Condition {
  return { [path]: eachOnce(test) };
}

/** Lists are sets in every test; exports name values twice. */
function eachOnce(test: Json): Json {
  if (Array.isArray(test)) return [...new Set(test)];
  if (!isJsonObject(test)) return test;
  return Object.fromEntries(Object.entries(test).map(([name, value]) => [name, eachOnce(value)]));
}

export function isAbsent(path: string): Condition {
  return attribute(path, { exists: false });
}

/** The attribute has one of these values. */
export function isOneOf(path: string, values: readonly (string | number | boolean)[]): Condition {
  const [only] = values;
  if (only === undefined) return false;
  return attribute(path, new Set(values).size === 1 ? only : [...values]);
}

function members(condition: JsonObject): readonly JsonObject[] {
  const { all: inner } = condition;
  return Object.keys(condition).length === 1 && Array.isArray(inner) ? inner.filter(isJsonObject) : [condition];
}

/** `user.address.city`, or `user."app.version"`. @throws Inexpressible where a name is empty or no kind can be called so */
export function pathOf(kind: string, names: readonly string[]): string {
  const path = attributeText(kind, names);
  const isPossible = /^[a-z][A-Za-z0-9_-]*$/u.test(kind) && names.length > 0 && !names.includes('');
  if (!isPossible || path.length > 256) throw new Inexpressible(`the attribute \`${path}\` cannot be named here`);
  return path;
}
