import type { Json } from '../../evaluation/json.ts';
import { isObject, own } from '../../evaluation/read.ts';

/** By kind, names of attributes that stay in the process. */
export interface Sensitive {
  readonly [kind: string]: readonly string[] | undefined;
}

export interface ReportedContext {
  readonly [kind: string]: { readonly [attribute: string]: Json };
}

/** Of all values and names of one context together: about 8 KB. What is larger is not reported. */
const largest = 8_000;
const deepest = 6;

/**
 * A context as it may leave the process: plain JSON of its own, without sensitive attributes. Undefined for what is none, too large,
 * or fails while it is read.
 */
export function copyContext(context: unknown, sensitive: readonly Sensitive[]): ReportedContext | undefined {
  try {
    if (!isObject(context) || Array.isArray(context)) return undefined;
    const left = { size: largest };
    const kinds = Object.keys(context)
      .filter((kind) => isObject(own(context, kind)))
      .map((kind) => [kind, copyAttributes(own(context, kind), secretsOf(kind, sensitive), left)] as const);
    return left.size < 0 || kinds.length === 0 ? undefined : Object.fromEntries(kinds);
  } catch {
    return undefined;
  }
}

function secretsOf(kind: string, sensitive: readonly Sensitive[]): ReadonlySet<string> {
  return new Set(sensitive.flatMap((names) => (Object.hasOwn(names, kind) ? (names[kind] ?? []) : [])));
}

interface Left {
  size: number;
}

function copyAttributes(attributes: unknown, secret: ReadonlySet<string>, left: Left) {
  const copies: [string, Json][] = [];
  for (const name of isObject(attributes) ? Object.keys(attributes) : []) {
    if (secret.has(name) || left.size < 0) continue;
    left.size -= name.length;
    const value = isObject(attributes) ? copyValue(own(attributes, name), 1, left) : undefined;
    if (value !== undefined) copies.push([name, value]);
  }
  return Object.fromEntries(copies);
}

/** Undefined for what JSON cannot say. */
function copyValue(value: unknown, depth: number, left: Left): Json | undefined {
  left.size -= typeof value === 'string' ? value.length : 8;
  if (left.size < 0 || depth > deepest) return undefined;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) {
    if (value.length > left.size) left.size = -1;
    return left.size < 0 ? undefined : value.map((one) => copyValue(one, depth + 1, left) ?? null);
  }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  return isObject(value) ? copyMembers(value, depth, left) : undefined;
}

function copyMembers(value: object, depth: number, left: Left): Json {
  const copies: [string, Json][] = [];
  for (const name of Object.keys(value)) {
    if (left.size < 0) break;
    left.size -= name.length;
    const copy = copyValue(own(value, name), depth + 1, left);
    if (copy !== undefined) copies.push([name, copy]);
  }
  return Object.fromEntries(copies);
}
