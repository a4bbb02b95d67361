import { isObject, Malformed, own, textIn, textsIn } from './read.ts';

/** Reads an attribute of a context; `undefined` where it is absent. Throws what a getter or a proxy in it throws. */
export type Read = (context: object) => unknown;

/** Of an `AttributePath` of the ruleset. */
export function compileAttribute(source: object): Read {
  const kind = textIn(source, 'kind');
  const path = textsIn(source, 'path');
  const [first, second] = path;
  if (first === undefined) throw new Malformed('`path` is empty');
  if (second === undefined) return (context) => attributeOf(context, kind, first);
  const rest = path.slice(1);
  return (context) => {
    let value = attributeOf(context, kind, first);
    for (const name of rest) {
      if (!isObject(value)) return undefined;
      value = own(value, name);
    }
    return value;
  };
}

export function attributeOf(context: object, kind: string, name: string): unknown {
  const attributes = own(context, kind);
  return isObject(attributes) ? own(attributes, name) : undefined;
}

/** `user.address.city`, as people write it. */
export function attributeName(source: object): string {
  return [textIn(source, 'kind'), ...textsIn(source, 'path')].join('.');
}

/** What identifies a context, or is dealt: texts as they are, numbers and booleans by their usual text. */
export function unitOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/** The key of the context of a kind. */
export function keyOf(context: object, kind: string): string | undefined {
  return unitOf(attributeOf(context, kind, 'key'));
}
