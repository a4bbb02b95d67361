import type { Json } from '../../../engine/json.ts';

const possible = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,127}$/u;

export interface NamedValue {
  readonly value: Json;
  /** As the export calls it. */
  readonly name?: string | undefined;
}

/**
 * A name for each value, beside them and all different. A variation named `off` is served where a flag is off, so
 * nothing may be called that by chance where the flag had no such variation.
 */
export function nameVariations(values: readonly NamedValue[], mayBeOff: boolean): readonly string[] {
  const taken = new Set<string>(mayBeOff ? [] : ['off']);
  return values.map(({ name, value }, index) => {
    const wanted = [name, ...usualNames(value, mayBeOff), `variation ${index + 1}`];
    const free = wanted.find((text) => text !== undefined && possible.test(text) && !taken.has(text));
    const chosen = free ?? firstFree(`variation ${index + 1}`, taken);
    taken.add(chosen);
    return chosen;
  });
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  let count = 2;
  while (taken.has(`${name} ${count}`)) count += 1;
  return `${name} ${count}`;
}

function usualNames(value: Json, mayBeOff: boolean): readonly string[] {
  if (typeof value === 'boolean') return mayBeOff ? [value ? 'on' : 'off', String(value)] : [String(value)];
  return typeof value === 'string' || typeof value === 'number' ? [String(value).slice(0, 64)] : [];
}

/** What a program sees: lists and null are structured values to it. All variations of a flag are of one type. */
export function isOfOneType(values: readonly Json[]): boolean {
  return new Set(values.map((value) => typeof value)).size <= 1;
}
