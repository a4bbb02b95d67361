import { keepMost } from './keep-most.ts';
import { oldestKept } from './lateness.ts';
import type { Outcome, Sighting } from './outcome.ts';
import { windowAround } from './window-around.ts';

/** How many entries at which moments, by time. At most {@link mostMoments}. */
export type Moments = readonly (readonly [moment: number, entries: number])[];

/** Up to so many entries are counted to the millisecond. */
const exactUpTo = 200;
/** Beyond that, moments are so many to a window: it may then be longer by one of them, and is never shorter. */
const momentsInWindow = 200;
/** The oldest beyond these are forgotten, however much somebody sends. */
export const mostMoments = 500;

export interface CountPattern {
  readonly atLeast: number;
  readonly within: number;
}

/** N entries within a time. */
export function seeCounted(
  { atLeast, within }: CountPattern,
  before: Moments,
  { happened, known, sequence }: Sighting,
): Outcome<Moments> {
  const grain = grainOf({ atLeast, within });
  const moment = Math.floor(happened / grain) * grain;
  const oldest = oldestKept(Math.max(moment, before.at(-1)?.[0] ?? moment), known, within);
  if (moment <= oldest) return { state: before };
  const after = added(before, moment).filter(([at]) => at > oldest);
  const moments = keepMost(after, mostMoments, ([at]) => at, { known, within });
  const found = windowAround(moments, moment, within + grain - 1, atLeast);
  if (found === null) return { state: moments };
  const unused = moments.filter(([at]) => at < found.from || at > found.to);
  return { state: unused.length === 0 ? null : unused, found: { ...found, at: happened, known, sequence } };
}

/** Milliseconds that count as one moment. */
function grainOf({ atLeast, within }: CountPattern): number {
  return atLeast <= exactUpTo ? 1 : Math.ceil(within / momentsInWindow);
}

function added(moments: Moments, moment: number): Moments {
  const place = moments.findLastIndex(([at]) => at <= moment);
  const there = moments[place];
  if (there?.[0] === moment) return moments.with(place, [moment, there[1] + 1]);
  return moments.toSpliced(place + 1, 0, [moment, 1]);
}
