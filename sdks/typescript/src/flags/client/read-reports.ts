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

/** What the caller does to theirs later must not let out what was to stay. Undefined for what is none. */
function copied(given: ReportOptions['sensitive']): Reports['sensitive'] | undefined {
  if (given === undefined) return {};
  try {
    const kinds = Object.entries(given).map(([kind, names]) => [kind, [...names]] as const);
    const isFit = kinds.flatMap(([, names]) => names).every((name) => typeof name === 'string');
    return isFit && !Array.isArray(given) && typeof given === 'object' ? Object.fromEntries(kinds) : undefined;
  } catch {
    return undefined;
  }
}
