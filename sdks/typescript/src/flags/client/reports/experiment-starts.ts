import { isObject, own } from '../../evaluation/read.ts';

/** Flags of a ruleset that have an experiment, with the `start` it says. Whatever is no ruleset has none. */
export function experimentStarts(ruleset: unknown): ReadonlyMap<string, unknown> {
  const flags = isObject(ruleset) ? own(ruleset, 'flags') : undefined;
  if (!isObject(flags)) return new Map();
  return new Map(
    Object.entries(flags).flatMap(([key, flag]): [string, unknown][] => {
      const experiment = isObject(flag) ? own(flag, 'experiment') : undefined;
      return isObject(experiment) ? [[key, own(experiment, 'start')]] : [];
    }),
  );
}
