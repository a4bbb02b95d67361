import { attributeText } from '../../evaluation/attribute-path.ts';
import { isSensitive } from '../../evaluation/is-sensitive.ts';
import type { FlagRules, Rollout, Ruleset, Serving } from '../../evaluation/ruleset.ts';
import { StickyMemory } from './sticky-memory.ts';

/** Null where no rollout of any flag keeps whom it dealt what, as in most rulesets: they pay nothing for it. */
export function memoryOf({ flags, sensitive = {} }: Pick<Ruleset, 'flags' | 'sensitive'>): StickyMemory | null {
  const rollouts = Object.values(flags).flatMap(stickyRollouts);
  if (rollouts.length === 0) return null;
  const secret = rollouts
    .filter(({ by }) => isSensitive(sensitive, by))
    .map(({ by: { kind, path } }) => `${attributeText(kind, path)}=`);
  return new StickyMemory(secret);
}

/** Whether any rollout of the flag keeps whom it dealt what. */
export function isSticky(rules: FlagRules): boolean {
  return stickyRollouts(rules).length > 0;
}

function stickyRollouts({ fallthrough, rules = [], schedule = [] }: FlagRules): readonly Rollout[] {
  const servings = [fallthrough, ...rules.map(({ serve }) => serve), ...schedule.map((step) => step.fallthrough)];
  return servings.flatMap(rolloutOf).filter(({ sticky }) => sticky === true);
}

function rolloutOf(serving: Serving | undefined): readonly Rollout[] {
  return serving !== undefined && 'rollout' in serving ? [serving.rollout] : [];
}
