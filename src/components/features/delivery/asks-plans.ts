import type { AttributePath, FlagRules, Ruleset, Serving, Test } from '../evaluation/ruleset.ts';

/** Whether any answer may depend on the plan of a tenant: by a gate, by a condition, or by what is dealt. */
export function asksPlans({ entitlements, flags, segments }: Ruleset): boolean {
  if (Object.keys(entitlements).length > 0) return true;
  return (
    Object.values(flags).some(flagAsks) ||
    Object.values(segments).some(({ rules = [] }) => rules.some((rule) => testAsks(rule.if)))
  );
}

function flagAsks({ fallthrough, rules = [], schedule = [] }: FlagRules): boolean {
  return (
    rules.some((rule) => testAsks(rule.if) || servingAsks(rule.serve)) ||
    servingAsks(fallthrough) ||
    schedule.some((step) => servingAsks(step.fallthrough))
  );
}

function servingAsks(serving: Serving | undefined): boolean {
  return serving !== undefined && 'rollout' in serving && isPlan(serving.rollout.by);
}

function testAsks(test: Test | undefined): boolean {
  switch (test?.op) {
    case 'all':
    case 'any':
      return test.of.some(testAsks);
    case 'not':
      return testAsks(test.of);
    case 'attribute':
      return isPlan(test.of);
    case 'share':
      return isPlan(test.by);
    default:
      return false;
  }
}

function isPlan({ kind, path }: AttributePath): boolean {
  return kind === 'tenant' && path[0] === 'plan';
}
