import { childPointer } from '../pointer.ts';
import type { Finding } from './finding.ts';

/** The places that a mistake leaves without a value to rely on: a misspelt field is the one that was meant, too. */
export function mistakenPlaces({ pointer, missing, meant }: Finding): readonly string[] {
  if (missing !== undefined) return [childPointer(pointer, missing)];
  if (meant === undefined) return [pointer];
  return [pointer, childPointer(pointer.slice(0, pointer.lastIndexOf('/')), meant)];
}

/**
 * Whether a finding follows from mistakes at the given places: one in the value itself, in what holds it or in
 * what it holds, or in another place that it rests on. Fields that merely stand beside it do not count.
 */
export function follows(
  { pointer, because }: Pick<Finding, 'pointer' | 'because'>,
  mistaken: ReadonlySet<string>,
): boolean {
  if (mistaken.size === 0) return false;
  // A finding about a whole mapping says what it rests on, and is not silenced by anything else in it.
  const rests = because === undefined ? [pointer] : because;
  for (const place of mistaken) {
    if (isWithin(pointer, place)) return true;
    if (rests.some((other) => isWithin(other, place) || isWithin(place, other))) return true;
  }
  return false;
}

/** Whether a place is the other one or stands somewhere in it; both are JSON pointers. */
export function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}
