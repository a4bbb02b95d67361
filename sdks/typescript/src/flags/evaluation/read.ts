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
  return checked(own(holder, name), isRecord, name, 'object');
}

export function listIn(holder: object, name: string): readonly unknown[] {
  return checked(own(holder, name), isList, name, 'list');
}

export function textIn(holder: object, name: string): string {
  return checked(own(holder, name), isText, name, 'text');
}

export function numberIn(holder: object, name: string): number {
  return checked(own(holder, name), isNumber, name, 'number');
}

export function textsIn(holder: object, name: string): readonly string[] {
  return listIn(holder, name).map((value) => checked(value, isText, name, 'list of texts'));
}

export function objectsIn(holder: object, name: string): readonly object[] {
  return listIn(holder, name).map((value) => checked(value, isRecord, name, 'list of objects'));
}

/** What a text stands for among the choices. */
export function choiceIn<T>(holder: object, name: string, choices: { readonly [text: string]: T }): T {
  const text = textIn(holder, name);
  const choice = Object.hasOwn(choices, text) ? choices[text] : undefined;
  if (choice === undefined) refuse(`there is no \`${name}\` \`${text}\``);
  return choice;
}

/** A whole number from `least` to `most`. */
export function wholeIn(holder: object, name: string, least: number, most: number): number {
  const number = numberIn(holder, name);
  if (!Number.isInteger(number) || number < least || number > most) refuse(`\`${name}\` is out of range`);
  return number;
}

/** A text; `null` where it is null or absent. */
export function textOrNull(holder: object, name: string): string | null {
  return (own(holder, name) ?? null) === null ? null : textIn(holder, name);
}

/** A lower bound, where there may be none. */
export function lowerIn(holder: object, name: string): number {
  return optional(holder, name, numberIn) ?? Number.NEGATIVE_INFINITY;
}

/** An upper bound, where there may be none. */
export function upperIn(holder: object, name: string): number {
  return optional(holder, name, numberIn) ?? Number.POSITIVE_INFINITY;
}

/** What `make` gives, or something else where it throws: what a getter or a proxy does is nobody's to foresee. */
export function attempt<T>(make: () => T, otherwise: T): T {
  try {
    return make();
  } catch {
    return otherwise;
  }
}

/** What `read` makes of a field, or `undefined` where the field is absent. */
export function optional<T>(holder: object, name: string, read: (holder: object, name: string) => T): T | undefined {
  return own(holder, name) === undefined ? undefined : read(holder, name);
}

function checked<T>(value: unknown, is: (value: unknown) => value is T, name: string, kind: string): T {
  if (!is(value)) refuse(`\`${name}\` is no ${kind}`);
  return value;
}

function isRecord(value: unknown): value is object {
  return isObject(value) && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= longestList;
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** No number is one that JSON does not have. */
export function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
