/*
 * Reading what nobody has checked: a ruleset that arrived over the wire, and contexts that any program made. Only an
 * object's own properties count, so that neither `constructor` nor a polluted prototype is ever taken for an attribute.
 */

export interface Fields {
  readonly [name: string]: unknown;
}

/** A list may be said to be far longer than what it holds, and would then be gone through for hours. */
const longestList = 1_000_000;

/** Says what is wrong with a ruleset. Thrown while compiling only and caught there; the message is for developers. */
export class Malformed extends Error {}

export function refuse(why: string): never {
  throw new Malformed(why);
}

export function own(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? (holder as Fields)[name] : undefined;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export function objectIn(holder: object, name: string): object {
  const value = own(holder, name);
  if (!isObject(value) || Array.isArray(value)) refuse(`\`${name}\` is no object`);
  return value;
}

export function listIn(holder: object, name: string): readonly unknown[] {
  const value = own(holder, name);
  if (!Array.isArray(value) || value.length > longestList) refuse(`\`${name}\` is no list`);
  return value;
}

export function textIn(holder: object, name: string): string {
  const value = own(holder, name);
  if (typeof value !== 'string') refuse(`\`${name}\` is no text`);
  return value;
}

export function numberIn(holder: object, name: string): number {
  const value = own(holder, name);
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(`\`${name}\` is no number`);
  return value;
}

export function textsIn(holder: object, name: string): readonly string[] {
  return listIn(holder, name).map((value) => {
    if (typeof value !== 'string') refuse(`\`${name}\` holds no text`);
    return value;
  });
}

export function objectsIn(holder: object, name: string): readonly object[] {
  return listIn(holder, name).map((value) => {
    if (!isObject(value) || Array.isArray(value)) refuse(`\`${name}\` holds no object`);
    return value;
  });
}

/** What `read` makes of a field, or `undefined` where the field is absent. */
export function optional<T>(holder: object, name: string, read: (holder: object, name: string) => T): T | undefined {
  return own(holder, name) === undefined ? undefined : read(holder, name);
}
