import { type Event, EVENT_ID } from 'js-yaml';
import { type Span, tokenSpan } from './event-place.ts';
import { scalarText } from './scalar.ts';

/** Where each key of the mapping that opens at `mappingIndex` is written first. */
export function firstKeys(text: string, events: readonly Event[], mappingIndex: number): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  let depth = 0;
  let atKey = true;
  for (let index = mappingIndex + 1; index < events.length; index++) {
    const event = events[index];
    if (event === undefined) break;
    if (event.type === EVENT_ID.POP) {
      depth--;
      if (depth < 0) break;
      if (depth === 0) atKey = !atKey;
    } else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      depth++;
    } else if (depth === 0) {
      const span = atKey && event.type === EVENT_ID.SCALAR ? tokenSpan(text, event) : null;
      const key = span !== null && event.type === EVENT_ID.SCALAR ? scalarText(text, event) : '';
      if (span !== null && !spans.has(key)) spans.set(key, span);
      atKey = !atKey;
    }
  }
  return spans;
}
