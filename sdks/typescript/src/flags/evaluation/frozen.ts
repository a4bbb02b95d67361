import type { Json } from './json.ts';
import { isNumber, isObject, isText, refuse } from './read.ts';

const deepest = 200;
const largest = 1_000_000;

/** A copy of a variation's value that no caller can change for the next one. */
export function frozenValue(value: unknown): Json {
  let left = largest;
  return copy(value, 0);

  function copy(part: unknown, depth: number): Json {
    left -= 1;
    if (depth > deepest || left < (Array.isArray(part) ? part.length : 0)) refuse('a value is too large');
    if (part === null || isText(part) || typeof part === 'boolean' || isNumber(part)) return part;
    if (Array.isArray(part)) return Object.freeze(part.map((member) => copy(member, depth + 1)));
    if (!isObject(part)) refuse('a value is no JSON');
    // Not by assignment: `__proto__` would then become the prototype instead of a property.
    return Object.freeze(Object.fromEntries(Object.entries(part).map(([name, one]) => [name, copy(one, depth + 1)])));
  }
}
