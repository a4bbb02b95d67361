import type { FlagClientOptions, ReportOptions } from './contract.ts';
import type { Given } from './given.ts';

/** What is reported, and how often. */
export type Reports = Required<ReportOptions>;

/** Undefined where nothing is to be reported. Never throws. */
export function readReports(given: Given<FlagClientOptions>): Reports | undefined {
  if (given.field('reports') === false) return undefined;
  const reports: Given<ReportOptions> = given.part('reports');
  const contexts: unknown = reports.field('contexts');
  if (contexts !== undefined && typeof contexts !== 'boolean') {
    reports.refuse('contexts', 'is neither true nor false: contexts are not sampled');
  }
  const sensitive = copied(reports.field('sensitive'));
  if (sensitive === undefined) {
    // What was to be kept is not known: all of it is.
    reports.refuse('sensitive', 'has no lists of attributes by kind of context: nothing is reported');
    return undefined;
  }
  const interval = reports.milliseconds('interval', 30_000, 1_000);
  return { contexts: contexts === undefined || contexts === true, interval, sensitive };
}

/**
 * What the caller does to theirs later must not let out what was to stay. Undefined for what is none: a text has letters
 * where a list has names, and what keeps its kinds elsewhere than in its own fields, as a `Map` does, would withhold nothing.
 */
function copied(given: unknown): Reports['sensitive'] | undefined {
  if (given === undefined) return {};
  try {
    if (typeof given !== 'object' || given === null || Symbol.iterator in given) return undefined;
    const kinds: [string, unknown][] = Object.entries(given);
    if (kinds.length === 0 && !isPlain(given)) return undefined;
    const lists = kinds.map(([kind, names]) => [kind, copiedNames(names)] as const);
    return lists.every(isReadable) ? Object.fromEntries(lists) : undefined;
  } catch {
    return undefined;
  }
}

function copiedNames(names: unknown): readonly string[] | undefined {
  if (!Array.isArray(names)) return undefined;
  const copies = Array.from<unknown>(names);
  return copies.every((name) => typeof name === 'string') ? copies : undefined;
}

function isReadable(
  list: readonly [string, readonly string[] | undefined],
): list is readonly [string, readonly string[]] {
  return list[1] !== undefined;
}

/** Written as `{}`: a promise, or fields that are inherited, show as little of their own. */
function isPlain(given: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(given);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
