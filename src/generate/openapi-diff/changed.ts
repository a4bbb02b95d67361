import type { Finding, Place } from './difference.ts';

/** More or less is taken than before; of what is answered only that the promise is another one. */
export function changed(
  was: string | null,
  is: string | null,
  isNarrower: boolean,
  { direction, place }: Place,
): Finding {
  const sent = isNarrower ? 'value-narrowed' : 'value-widened';
  return { place, direction, code: direction === 'sent' ? sent : 'promise-changed', was, is };
}
