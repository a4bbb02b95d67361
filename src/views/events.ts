import type { Style } from './style.ts';
import { visible } from './text/visible.ts';

/** An event as far as one line of text shows it. */
export interface EventFacts {
  readonly id: string;
  readonly type: string;
  readonly tenantId: string | null;
  readonly subject: string;
  readonly createdAt: string;
}

/** One line for each, in their order: `2026-02-07T10:30:00.000Z  flag.updated  Flag/checkout  tenant acme  evt_…` */
export function formatEvents(events: readonly EventFacts[], style: Style): string {
  return events
    .map(({ createdAt, id, subject, tenantId, type }) =>
      [
        style.faint(visible(createdAt)),
        style.strong(visible(type)),
        visible(subject),
        ...(tenantId === null ? [] : [style.faint(`tenant ${visible(tenantId)}`)]),
        style.faint(visible(id)),
      ].join('  '),
    )
    .join('\n');
}

/** `next`: where the following part begins; null: there is none. */
export function formatEventList(events: readonly EventFacts[], next: string | null, style: Style): string {
  if (events.length === 0 && next === null) return 'There are no such events.';
  const more = next === null ? [] : ['', style.faint(`There are more: --after ${visible(next)}`)];
  return [...(events.length === 0 ? [] : [formatEvents(events, style)]), ...more].join('\n');
}
