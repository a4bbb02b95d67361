// What alert rules mean, said once more and as plainly as can be: with all of history at hand at every entry, and without
// a thought of how long that takes.
import type { PlacedEntry } from '../../../../src/components/audit/alerts/evaluate.ts';
import type { AuditEntry } from '../../../../src/components/audit/entries/entry.ts';
import type { Told } from './keep-states.ts';

/** A rule of the few forms that the property is about. */
export interface PlainRule {
  readonly actions: readonly (readonly string[])[];
  readonly by: 'actor.id' | null;
  readonly pattern:
    | { readonly is: 'each' }
    | { readonly is: 'count'; readonly atLeast: number; readonly within: number }
    | { readonly is: 'distinct'; readonly atLeast: number; readonly within: number }
    | { readonly is: 'sequence'; readonly within: number }
    | { readonly is: 'absent'; readonly length: number };
  readonly cooldown: number;
}

interface One {
  readonly time: number;
  readonly known: number;
  readonly sequence: number;
  readonly steps: readonly number[];
  readonly ip: string;
}

interface Alarm {
  readonly at: number;
  readonly sequence: number;
  readonly count: number;
}

export function naive(rule: PlainRule, key: string, entries: readonly PlacedEntry[]): readonly Told[] {
  const groups = Map.groupBy(
    entries.flatMap(({ entry, sequence, tenantId }) => {
      const steps = rule.actions.flatMap((actions, step) => (actions.includes(entry.action) ? [step] : []));
      const by = rule.by === null ? '' : entry.actor.id;
      return steps.length === 0 ? [] : [{ group: JSON.stringify([tenantId, by]), one: oneOf(entry, sequence, steps) }];
    }),
    ({ group }) => group,
  );
  return [...groups].flatMap(([group, members]) => {
    const [tenantId, by] = JSON.parse(group) as [string, string];
    const alarms = found(
      rule,
      members.map(({ one }) => one),
    );
    return withoutQuiet(alarms, rule.cooldown).map((alarm) => ({ rule: key, tenantId, key: by, ...alarm }));
  });
}

function oneOf(entry: AuditEntry, sequence: number, steps: readonly number[]): One {
  const known = Date.parse(entry.recordedAt ?? entry.timestamp);
  return {
    time: Math.min(known, Date.parse(entry.timestamp)),
    known,
    sequence,
    steps,
    ip: entry.actor.ip ?? '',
  };
}

function found({ actions, pattern }: PlainRule, all: readonly One[]): readonly Alarm[] {
  const alarms: Alarm[] = [];
  /** What an alarm was found in is no part of the next. */
  let used = 0;
  const tell = (alarm: Alarm, upTo: number): void => {
    alarms.push(alarm);
    used = upTo;
  };
  for (const [index, one] of all.entries()) {
    const open = all.slice(used, index + 1);
    const { sequence, time } = one;
    if (pattern.is === 'each') alarms.push({ at: time, sequence, count: 1 });
    if (pattern.is === 'count') {
      const windows = windowsWith(one, open, pattern.within);
      const count = windows.map(({ length }) => length).find((length) => length >= pattern.atLeast);
      if (count !== undefined) tell({ at: time, sequence, count }, index + 1);
    }
    if (pattern.is === 'distinct') {
      const last = [...Map.groupBy(open, ({ ip }) => ip).values()].flatMap((same) =>
        same.toSorted((left, right) => right.time - left.time).slice(0, 1),
      );
      const isLast = last.some(({ ip, time: seen }) => ip === one.ip && seen === time);
      const windows = isLast ? windowsWith(one, last, pattern.within) : [];
      const count = windows.map(({ length }) => length).find((length) => length >= pattern.atLeast);
      if (count !== undefined) tell({ at: time, sequence, count }, index + 1);
    }
    if (pattern.is === 'sequence' && isLastOf(open, actions.length, pattern.within)) {
      tell({ at: time, sequence, count: actions.length }, index + 1);
    }
    if (pattern.is === 'absent') {
      const newest = newestOf(all.slice(0, index));
      if (newest === undefined || one.known < newest.time + pattern.length) continue;
      if (alarms.some((alarm) => alarm.sequence === newest.sequence)) continue;
      alarms.push({ at: newest.time + pattern.length, sequence: newest.sequence, count: 0 });
    }
  }
  return alarms;
}

/** For each moment that a window may begin at, the first first, who lies in it; `one` always does. */
function windowsWith(one: One, open: readonly One[], within: number): readonly (readonly One[])[] {
  return open
    .map(({ time }) => time)
    .filter((from) => from <= one.time && one.time <= from + within)
    .toSorted((left, right) => left - right)
    .map((from) => open.filter(({ time }) => from <= time && time <= from + within));
}

/** Whether the last of them ends a sequence: every way to pick the steps in order is tried. */
function isLastOf(open: readonly One[], steps: number, within: number): boolean {
  const end = open.at(-1);
  if (end === undefined) return false;
  const ways = (step: number, before: number, first: number): boolean => {
    if (step === steps - 1) return end.steps.includes(step) && before < open.length - 1 && end.time - first <= within;
    return open.some((one, index) => {
      const goesOn = index > before && index < open.length - 1 && one.steps.includes(step);
      return goesOn && ways(step + 1, index, step === 0 ? one.time : first);
    });
  };
  return ways(0, -1, 0);
}

/** The newest by time; of equals, the one that came last. */
function newestOf(some: readonly One[]): One | undefined {
  return some.toSorted((left, right) => right.time - left.time || right.sequence - left.sequence)[0];
}

function withoutQuiet(alarms: readonly Alarm[], cooldown: number): readonly Alarm[] {
  const raised: Alarm[] = [];
  let quietUntil = Number.NEGATIVE_INFINITY;
  for (const alarm of alarms) {
    if (alarm.at < quietUntil) continue;
    raised.push(alarm);
    if (cooldown > 0) quietUntil = alarm.at + cooldown;
  }
  return raised;
}
