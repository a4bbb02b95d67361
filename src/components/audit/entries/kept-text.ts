import { createHash } from 'node:crypto';
import { cutText } from '../formats/cut-text.ts';

/**
 * UTF-16 units of an id, a name or the like, at most. Ids are found by indexes: one of this length, and all else that
 * stands beside it there, must stay well below the 2,704 bytes that PostgreSQL takes.
 */
const longestName = 512;

/**
 * A text as entries keep it: whole, or where it is too long the beginning and, as its mark, the digest of all of it. The
 * same text is always kept in the same way, so that it is found again.
 *
 * @param longest UTF-16 units of what is kept, mark included
 */
export function keptText(text: string, longest = longestName): string {
  if (text.length <= longest) return text;
  const whole = Buffer.from(text.toWellFormed());
  const digest = createHash('sha256').update(whole).digest('hex');
  const mark = ` [sha256:${digest} of ${whole.byteLength} bytes]`;
  return cutText(text, longest - mark.length) + mark;
}
