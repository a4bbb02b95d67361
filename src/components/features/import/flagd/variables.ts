import { isJsonObject, type Json } from '../../../../engine/json.ts';
import { listOf } from '../../../../engine/json-fields.ts';
import { pathOf } from '../condition.ts';
import { Inexpressible } from '../inexpressible.ts';

/** The attribute a `var` names; undefined where the value is none. @throws Inexpressible */
export function variableOf(node: Json): string | undefined {
  if (!isJsonObject(node) || !('var' in node) || Object.keys(node).length !== 1) return undefined;
  const { var: argument = null } = node;
  const [name, otherwise] = Array.isArray(argument) ? listOf(argument) : [argument];
  if (typeof name !== 'string' || name === '') throw new Inexpressible('a variable has no name');
  if (otherwise !== undefined && otherwise !== null) throw new Inexpressible(`the variable \`${name}\` has a default`);
  return name;
}

/** Attributes are the user's, and the targeting key is the user's key. @throws Inexpressible */
export function userAttribute(name: string): string {
  if (name === 'targetingKey') return 'user.key';
  if (name === 'key') throw new Inexpressible('the attribute `key` would be taken for the key of the user');
  const names = name.split('.');
  if (names.some((one) => one === '__proto__' || one === 'constructor' || one === 'prototype'))
    throw new Inexpressible(`the variable \`${name}\` is never read there`);
  if (name.startsWith('$flagd.')) throw new Inexpressible(`\`${name}\` has no equal here`);
  return pathOf('user', names);
}

/** The one operator of a node and its arguments; a single one may stand without a list. */
export function operationOf(node: Json): { readonly operator: string; readonly operands: readonly Json[] } | undefined {
  const [only, ...others] = isJsonObject(node) ? Object.entries(node) : [];
  if (only === undefined || others.length > 0) return undefined;
  const [operator, value] = only;
  return { operator, operands: Array.isArray(value) ? listOf(value) : [value] };
}
