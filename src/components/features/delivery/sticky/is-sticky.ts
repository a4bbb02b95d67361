import type { FlagRules, Ruleset, Serving } from '../../evaluation/ruleset.ts';

/** Whether a rollout of any flag keeps whom it dealt what. Most rulesets have none, and pay nothing for it. */
export function hasSticky({ flags }: Pick<Ruleset, 'flags'>): boolean {
  return Object.values(flags).some(isSticky);
}

function isSticky({ fallthrough, rules = [], schedule = [] }: FlagRules): boolean {
  return [fallthrough, ...rules.map(({ serve }) => serve), ...schedule.map((step) => step.fallthrough)].some(keeps);
}

function keeps(serving: Serving | undefined): boolean {
  return serving !== undefined && 'rollout' in serving && serving.rollout.sticky === true;
}
