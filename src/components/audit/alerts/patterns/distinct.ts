import type { CountPattern } from './count.ts';
import { keepMost } from './keep-most.ts';
import { lateness, oldestKept } from './lateness.ts';
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
  { happened, known: written, sequence }: Sighting,
  value: string,
): Outcome<Values> {
  const oldest = oldestKept(Math.max(happened, before.at(-1)?.[1] ?? happened), written, within);
  const known = before.find(([other]) => other === value);
  if (happened <= oldest) return { state: before };
  // What a clock that was far ahead has dated does not make what comes now earlier than what came before.
  const isLater = known !== undefined && known[1] >= happened && known[1] <= written + lateness(within);
  if (isLater) return { state: before };
  const others = before.filter(([other, seen]) => other !== value && seen > oldest);
  const place = others.findLastIndex(([, seen]) => seen <= happened);
  const after = others.toSpliced(place + 1, 0, [value, happened]);
  const values = keepMost(after, mostValues, ([, seen]) => seen, { known: written, within });
  const found = windowAround(
    values.map(([, seen]) => [seen, 1]),
    happened,
    within,
    atLeast,
  );
  if (found === null) return { state: values };
  const unused = values.filter(([, seen]) => seen < found.from || seen > found.to);
  return { state: unused.length === 0 ? null : unused, found: { ...found, at: happened, known: written, sequence } };
}
