import type { FlagRules, Ruleset, Test } from '../../evaluation/ruleset.ts';

/**
 * Instants, in order and each once, at which answers may change though the rules stay: steps of schedules, edges of
 * experiments, and what conditions say of the present.
 */
export function instantsIn({ flags, segments }: Pick<Ruleset, 'flags' | 'segments'>): readonly number[] {
  const found = new Set<number>();
  for (const flag of Object.values(flags)) for (const at of instantsOf(flag)) found.add(at);
  for (const { rules = [] } of Object.values(segments)) {
    for (const rule of rules) for (const at of inTest(rule.if)) found.add(at);
  }
  return [...found].toSorted((left, right) => left - right);
}

/** The next instant at which something that was agreed with a tenant ends; Infinity where nothing does. */
export function nextEnd({ tenants = {} }: Pick<Ruleset, 'tenants'>, now: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { overrides = {} } of Object.values(tenants)) {
    for (const { until = 0 } of Object.values(overrides)) if (until > now && until < next) next = until;
  }
  return next;
}

function instantsOf({ experiment = {}, rules = [], schedule = [] }: FlagRules): readonly number[] {
  const { end, start } = experiment;
  return [
    ...schedule.map(({ at }) => at),
    ...[start, end].filter((at) => at !== undefined),
    ...rules.flatMap((rule) => (rule.if === undefined ? [] : inTest(rule.if))),
  ];
}

function inTest(test: Test): readonly number[] {
  switch (test.op) {
    case 'all':
    case 'any':
      return test.of.flatMap(inTest);
    case 'not':
      return inTest(test.of);
    case 'now':
      return [test.after, test.before].filter((at) => at !== undefined);
    default:
      return [];
  }
}
