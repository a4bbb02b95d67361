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
  /** When it could first be known. */
  readonly known: number;
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
    return withoutQuiet(alarms, rule.cooldown).map(({ at, count, sequence }) => ({
      rule: key,
      tenantId,
      key: by,
      at,
      sequence,
      count,
    }));
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
  const used = new Set<One>();
  const tell = (alarm: Alarm, parts: readonly One[]): void => {
    alarms.push(alarm);
    for (const part of parts) used.add(part);
  };
  for (const [index, one] of all.entries()) {
    const open = all.slice(0, index + 1).filter((each) => !used.has(each));
    const { known, sequence, time } = one;
    if (pattern.is === 'each') alarms.push({ at: time, known, sequence, count: 1 });
    if (pattern.is === 'count') {
      const windows = windowsWith(one, open, pattern.within);
      const parts = windows.find(({ length }) => length >= pattern.atLeast);
      if (parts !== undefined) tell({ at: time, known, sequence, count: parts.length }, parts);
    }
    if (pattern.is === 'distinct') {
      const last = [...Map.groupBy(open, ({ ip }) => ip).values()].flatMap((same) =>
        same.toSorted((left, right) => right.time - left.time).slice(0, 1),
      );
      const isLast = last.some(({ ip, time: seen }) => ip === one.ip && seen === time);
      const windows = isLast ? windowsWith(one, last, pattern.within) : [];
      const values = windows.find(({ length }) => length >= pattern.atLeast);
      if (values !== undefined) {
        // Of a value only when it was last seen counts: what came before that counts for nothing more.
        const parts = open.filter(({ ip }) => values.some((value) => value.ip === ip));
        tell({ at: time, known, sequence, count: values.length }, parts);
      }
    }
    if (pattern.is === 'sequence') {
      const parts = bestWay(open, actions.length, pattern.within);
      if (parts !== undefined) tell({ at: time, known, sequence, count: actions.length }, parts);
    }
    if (pattern.is === 'absent') {
      const newest = newestOf(all.slice(0, index));
      if (newest === undefined || one.known < newest.time + pattern.length) continue;
      if (alarms.some((alarm) => alarm.sequence === newest.sequence)) continue;
      const at = newest.time + pattern.length;
      alarms.push({ at, known: Math.max(at, newest.known), sequence: newest.sequence, count: 0 });
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

/**
 * By which entries the last of them ends a sequence: of all ways to pick the steps in order the one that began last; of
 * equals the one whose steps came first, the later ones before the earlier. Undefined: there is none.
 */
function bestWay(open: readonly One[], steps: number, within: number): readonly One[] | undefined {
  const [end, before] = [open.at(-1), open.slice(0, -1)];
  if (end?.steps.includes(steps - 1) !== true) return undefined;
  const waysTo = (step: number, upTo: number): readonly (readonly number[])[] =>
    before.slice(0, upTo).flatMap((one, index) => {
      if (!one.steps.includes(step)) return [];
      return step === 0 ? [[index]] : waysTo(step - 1, index).map((way) => [...way, index]);
    });
  const startOf = ([first = 0]: readonly number[]): number => before[first]?.time ?? 0;
  const [best] = waysTo(steps - 2, before.length).toSorted(
    (left, right) => startOf(right) - startOf(left) || inOrder(left.toReversed(), right.toReversed()),
  );
  if (best === undefined || end.time - startOf(best) > within) return undefined;
  return [...best.flatMap((index) => before[index] ?? []), end];
}

function inOrder(left: readonly number[], right: readonly number[]): number {
  const differing = left.findIndex((value, index) => value !== right[index]);
  return differing === -1 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}

/** The newest by time; of equals, the one that came last. */
function newestOf(some: readonly One[]): One | undefined {
  return some.toSorted((left, right) => right.time - left.time || right.sequence - left.sequence)[0];
}

function withoutQuiet(alarms: readonly Alarm[], cooldown: number): readonly Alarm[] {
  const raised: Alarm[] = [];
  let quietUntil = Number.NEGATIVE_INFINITY;
  for (const alarm of alarms) {
    const until = alarm.known + cooldown;
    if (alarm.known < quietUntil) {
      quietUntil = Math.min(quietUntil, until);
      continue;
    }
    raised.push(alarm);
    if (cooldown > 0) quietUntil = until;
  }
  return raised;
}
