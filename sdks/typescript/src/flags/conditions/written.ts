import type { Json } from '../evaluation/json.ts';

/*
 * Readers of what people write, as the engine has them for everybody else: this folder stands on its own. What is
 * absent or of another form reads as empty.
 */

export interface Members {
  readonly [name: string]: Json;
}

export function isMembers(value: Json | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function membersOf(value: Json | undefined): Members {
  return isMembers(value) ? value : {};
}

/** By name: the order in which somebody wrote them means nothing. */
export function inNameOrder(value: Json | undefined): readonly (readonly [string, Json])[] {
  return Object.entries(membersOf(value)).toSorted(([left], [right]) => (left < right ? -1 : 1));
}

export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a list, or a single text as a list of one. */
export function textsOf(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return listOf(value).filter((item) => typeof item === 'string');
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
