import type { CountPattern } from './count.ts';
import { oldestKept } from './lateness.ts';
import type { Outcome, Sighting } from './outcome.ts';
import { windowAround } from './window-around.ts';

/** When each value was seen last, by time. At most {@link mostValues}. */
export type Values = readonly (readonly [value: string, seen: number])[];

/** So many values are told apart; the ones seen longest ago are forgotten beyond that. */
export const mostValues = 1000;

/** N different values within a time. Of each value only when it was last seen counts. */
export function seeDistinct(
  { atLeast, within }: CountPattern,
  before: Values,
  { happened, sequence }: Sighting,
  value: string,
): Outcome<Values> {
  const newest = Math.max(happened, before.at(-1)?.[1] ?? happened);
  const oldest = oldestKept(newest, within);
  const known = before.find(([other]) => other === value);
  if (happened <= oldest || (known !== undefined && known[1] >= happened)) return { state: before };
  const others = before.filter(([other, seen]) => other !== value && seen > oldest);
  const place = others.findLastIndex(([, seen]) => seen <= happened);
  const values = others.toSpliced(place + 1, 0, [value, happened]).slice(-mostValues);
  const found = windowAround(
    values.map(([, seen]) => [seen, 1]),
    happened,
    within,
    atLeast,
  );
  if (found === null) return { state: values };
  return { state: null, found: { ...found, at: happened, sequence } };
}
