import { isJsonObject, type Json } from './json.ts';

/** JSON pointers (RFC 6901) as used by validators, findings and the server: `/prices/USD/monthly`, `''` for the whole. */
export function parsePointer(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => (segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment));
}

/** The pointer one level further down. */
export function childPointer(parent: string, segment: string | number): string {
  return `${parent}/${typeof segment === 'number' ? segment : escapeSegment(segment)}`;
}

/** The value at the pointer, or undefined when the document has none. */
export function valueAt(document: Json, segments: readonly string[]): Json | undefined {
  let value: Json | undefined = document;
  for (const segment of segments) value = childOf(value, segment);
  return value;
}

function childOf(value: Json | undefined, segment: string): Json | undefined {
  if (isJsonObject(value)) return Object.hasOwn(value, segment) ? value[segment] : undefined;
  if (Array.isArray(value) && /^(?:0|[1-9][0-9]*)$/.test(segment)) return value[Number(segment)];
  return undefined;
}

function escapeSegment(segment: string): string {
  return segment.includes('~') || segment.includes('/') ? segment.replaceAll('~', '~0').replaceAll('/', '~1') : segment;
}
