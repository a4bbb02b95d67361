import { compareTexts, identityOf } from './affected-identity.ts';
import type { Affected, Somebody, ToldEffect } from './impact.ts';

/** The first by name, whatever their group. A name that comes up twice says of which tenant. */
export function listAffected({ groups }: ToldEffect, most: number, inOrder: Sorted): readonly Affected[] {
  const listed = firstOf(groups, most, inOrder);
  const names = Map.groupBy(listed, ({ name }) => name);
  return listed.map((one) =>
    one.tenant === undefined || one.tenant === one.name || names.get(one.name)?.length === 1
      ? one
      : { ...one, name: `${one.name} (${one.tenant})` },
  );
}

/** Merges the groups, each put in order, and stops when there are enough: of many thousands few are ever listed. */
function firstOf(groups: ToldEffect['groups'], most: number, inOrder: Sorted): readonly Affected[] {
  if (most === 0) return [];
  const queue = groups
    .flatMap(({ what, who }): readonly Queued[] => {
      const rest = inOrder(who).values();
      const { value: next } = rest.next();
      return next === undefined ? [] : [{ next, rest, what }];
    })
    .sort((a, b) => compareSomebody(b.next, a.next));
  const listed: Affected[] = [];
  for (let first = queue.pop(); first !== undefined; first = queue.pop()) {
    listed.push({ ...first.next, ...first.what });
    if (listed.length === most) break;
    const { value: next } = first.rest.next();
    if (next !== undefined) queue.splice(placeOf(next, queue), 0, { ...first, next });
  }
  return listed;
}

/** The next of a group to be listed, and those behind. A queue has the first by name at its end. */
interface Queued {
  readonly next: Somebody;
  readonly rest: Iterator<Somebody, undefined>;
  readonly what: ToldEffect['groups'][number]['what'];
}

function placeOf(one: Somebody, queue: readonly Queued[]): number {
  let [from, to] = [0, queue.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = queue[middle]?.next;
    if (other !== undefined && compareSomebody(other, one) > 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

type Sorted = (who: readonly Somebody[]) => readonly Somebody[];

export function rememberSorted(): Sorted {
  const known = new Map<readonly Somebody[], readonly Somebody[]>();
  return (who) => {
    const before = known.get(who);
    if (before !== undefined) return before;
    const sorted = who.toSorted(compareSomebody);
    known.set(who, sorted);
    return sorted;
  };
}

/** Made when names are first put in order: that takes milliseconds, and most of what loads this file lists nobody. */
let alphabet: Intl.Collator | undefined;

/** As people look names up; by identity where two have the same. */
function compareSomebody(a: Somebody, b: Somebody): number {
  alphabet ??= new Intl.Collator('en');
  return alphabet.compare(a.name, b.name) || compareTexts(identityOf(a), identityOf(b));
}
