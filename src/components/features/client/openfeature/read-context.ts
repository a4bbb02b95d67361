import type { ContextAttributes, EvaluationContext } from '../../evaluation/contract.ts';
import { isObject } from '../../evaluation/read.ts';
import type { OpenFeatureContext } from './types.ts';

const kindName = /^[a-z][A-Za-z0-9_-]*$/;
const usualKinds: ReadonlySet<string> = new Set(['user', 'tenant', 'device']);

/**
 * OpenFeature's flat context by kinds: `targetingKey` is the user's key, an object named like a kind or with a key of its
 * own is that kind, and everything else is the user's. As servers read it. Never throws: what fails is as if nothing
 * was given.
 */
export function readOpenFeatureContext(input: OpenFeatureContext, kinds: ReadonlySet<string>): EvaluationContext {
  try {
    return read(input, kinds);
  } catch {
    return {};
  }
}

function read(input: OpenFeatureContext, kinds: ReadonlySet<string>): EvaluationContext {
  const user: [string, unknown][] = [];
  const others = new Map<string, ContextAttributes>();
  for (const [name, value] of Object.entries(input)) {
    if (name === 'targetingKey' || value === undefined) continue;
    if (isOfKind(name, value, kinds)) others.set(name, withTextKey(value));
    else user.push([name, value]);
  }
  const key = textOfKey(input.targetingKey);
  const attributes = {
    ...Object.fromEntries(user),
    ...others.get('user'),
    ...(key === undefined ? {} : { key }),
  };
  others.delete('user');
  const asUser = Object.keys(attributes).length === 0 ? [] : [['user', attributes] as const];
  return Object.fromEntries([...asUser, ...others]);
}

/** What could not be the name of a kind is an attribute, whatever it holds. */
function isOfKind(name: string, value: unknown, kinds: ReadonlySet<string>): value is Fields {
  if (!isFields(value)) return false;
  return usualKinds.has(name) || kinds.has(name) || (kindName.test(name) && textOfKey(value['key']) !== undefined);
}

/** A number as a key is what its digits say; what can be no key is left out. */
function withTextKey({ key: given, ...attributes }: Fields): ContextAttributes {
  const key = textOfKey(given);
  return key === undefined ? attributes : { key, ...attributes };
}

function textOfKey(value: unknown): string | undefined {
  return typeof value === 'string' ? value : Number.isFinite(value) ? String(value) : undefined;
}

interface Fields {
  readonly [name: string]: unknown;
}

function isFields(value: unknown): value is Fields {
  return isObject(value) && !Array.isArray(value) && !(value instanceof Date);
}
