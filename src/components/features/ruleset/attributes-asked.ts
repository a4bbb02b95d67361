import type { AttributePath, FlagRules, SegmentRules, Serving, Test } from '../evaluation/ruleset.ts';

/** What a flag by itself looks at of whoever asks. Segments, prerequisites and the entitlement look at more. */
export function attributesOfFlag({
  fallthrough,
  rules = [],
  schedule = [],
  targets = [],
}: FlagRules): readonly AttributePath[] {
  return [
    ...targets.map(({ kind }) => keyOf(kind)),
    ...rules.flatMap((rule) => [...ofTest(rule.if), ...ofServing(rule.serve)]),
    ...ofServing(fallthrough),
    ...schedule.flatMap((step) => ofServing(step.fallthrough)),
  ];
}

export function attributesOfSegment({
  exclude = {},
  include = {},
  rules = [],
}: SegmentRules): readonly AttributePath[] {
  return [...Object.keys({ ...include, ...exclude }).map(keyOf), ...rules.flatMap((rule) => ofTest(rule.if))];
}

function ofTest(test: Test | undefined): readonly AttributePath[] {
  switch (test?.op) {
    case 'all':
    case 'any':
      return test.of.flatMap(ofTest);
    case 'not':
      return ofTest(test.of);
    case 'attribute':
      return [test.of];
    case 'share':
      return [test.by];
    default:
      return [];
  }
}

function ofServing(serving: Serving | undefined): readonly AttributePath[] {
  return serving !== undefined && 'rollout' in serving ? [serving.rollout.by] : [];
}

function keyOf(kind: string): AttributePath {
  return { kind, path: ['key'] };
}
