import type { Place } from '../../../../db/follow/place.ts';

/** `741-aud_01J…`, or `742-`: behind all of the transactions before. */
export const cursorPattern = '^[0-9]{1,19}-(aud_[0-9A-Za-z_-]{1,64})?$';

export function formatCursor({ transaction, id }: Place): string {
  return `${transaction}-${id}`;
}

/** Of what fits the pattern. */
export function parseCursor(cursor: string): Place {
  const end = cursor.indexOf('-');
  return { transaction: cursor.slice(0, end), id: cursor.slice(end + 1) };
}
