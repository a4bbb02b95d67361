import type { FlagRules, Ruleset, SegmentRules, Serving, Test } from '../evaluation/ruleset.ts';

/** Kinds of context that rules ask for: what a flat context calls so is one, and no attribute of the user. */
export function namedKinds({ flags, segments }: Ruleset): ReadonlySet<string> {
  return new Set([...Object.values(flags).flatMap(kindsOfFlag), ...Object.values(segments).flatMap(kindsOfSegment)]);
}

function kindsOfFlag({
  entitlement,
  fallthrough,
  rules = [],
  schedule = [],
  targets = [],
}: FlagRules): readonly string[] {
  return [
    ...(entitlement === undefined ? [] : ['tenant']),
    ...targets.map(({ kind }) => kind),
    ...rules.flatMap((rule) => [...kindsOfTest(rule.if), ...kindsOfServing(rule.serve)]),
    ...kindsOfServing(fallthrough),
    ...schedule.flatMap((step) => kindsOfServing(step.fallthrough)),
  ];
}

function kindsOfServing(serving: Serving | undefined): readonly string[] {
  return serving !== undefined && 'rollout' in serving ? [serving.rollout.by.kind] : [];
}

function kindsOfSegment({ exclude = {}, include = {}, rules = [] }: SegmentRules): readonly string[] {
  return [...Object.keys(exclude), ...Object.keys(include), ...rules.flatMap((rule) => kindsOfTest(rule.if))];
}

function kindsOfTest(test: Test | undefined): readonly string[] {
  switch (test?.op) {
    case 'all':
    case 'any':
      return test.of.flatMap(kindsOfTest);
    case 'not':
      return kindsOfTest(test.of);
    case 'share':
      return [test.by.kind];
    case 'attribute':
      return [test.of.kind];
    default:
      return [];
  }
}
