import { never, type Way } from './ways.ts';

/**
 * What becomes of a permission: `lost` and `gained` where it goes or comes, or turns conditional or unconditional;
 * `narrowed` and `widened` where only some of the ways to it do; `changed` where one goes and another comes, so that
 * nobody can say whether that is less or more.
 */
export type Fate = 'lost' | 'narrowed' | 'gained' | 'widened' | 'changed';

export const fateNames: readonly Fate[] = ['lost', 'narrowed', 'gained', 'widened', 'changed'];

/** Permissions by what becomes of them: single ones, in order, each once. */
export type PermissionChanges = { readonly [fate in Fate]: readonly string[] };

export function changesFrom(permissionsOf: (fate: Fate) => Iterable<string>): PermissionChanges {
  const inOrder = (fate: Fate): readonly string[] => [...new Set(permissionsOf(fate))].sort();
  return {
    lost: inOrder('lost'),
    narrowed: inOrder('narrowed'),
    gained: inOrder('gained'),
    widened: inOrder('widened'),
    changed: inOrder('changed'),
  };
}

export function isNothing(changes: PermissionChanges): boolean {
  return fateNames.every((fate) => changes[fate].length === 0);
}

/** Compares ways as sets. Null: whoever had it has it as before, whatever it is asked about. */
export function fateOf(before: readonly Way[] = [], after: readonly Way[] = []): Fate | null {
  const [was, is] = [before.filter(mayHold), after.filter(mayHold)];
  const keepsAll = was.every((way) => isCovered(way, is));
  const addsNone = is.every((way) => isCovered(way, was));
  if (keepsAll && addsNone) return null;
  if (addsNone) return strengthOf(was) > strengthOf(is) ? 'lost' : 'narrowed';
  if (keepsAll) return strengthOf(is) > strengthOf(was) ? 'gained' : 'widened';
  return 'changed';
}

/** What a fate makes superfluous to say of a part of the permission, `employee:read:self`, where it is the whole's. */
export function saysAll(whole: Fate, part: Fate): boolean {
  return whole === part || (whole === 'lost' && part === 'narrowed') || (whole === 'gained' && part === 'widened');
}

function mayHold({ condition, scope }: Way): boolean {
  return condition !== never && scope !== never;
}

function isCovered(way: Way, by: readonly Way[]): boolean {
  return by.some(
    ({ condition, scope }) =>
      (condition === null || condition === way.condition) && (scope === null || scope === way.scope),
  );
}

/** 0: not held; 1: under conditions; 2: without. */
function strengthOf(ways: readonly Way[]): 0 | 1 | 2 {
  if (ways.length === 0) return 0;
  return ways.some(({ condition }) => condition === null) ? 2 : 1;
}
