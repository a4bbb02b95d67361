import type { Place } from '../../../db/follow/place.ts';

/** `741-evt_01J…`: where a reader of events stands. It stays good when the event itself is kept no longer. */
export function formatCursor({ transaction, id }: Place): string {
  return `${transaction}-${id}`;
}

/** A cursor, or the id of an event, to be looked up; null for what is neither. */
export function parseCursor(text: string): Place | { readonly eventId: string } | null {
  const [, transaction, id] = /^([0-9]{1,19})-(evt_[0-9A-Za-z]{1,64}|)$/.exec(text) ?? [];
  if (transaction !== undefined && id !== undefined) return { transaction, id };
  return /^evt_[0-9A-Za-z]{1,64}$/.test(text) ? { eventId: text } : null;
}
