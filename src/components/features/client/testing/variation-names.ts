import type { FlagRules } from '../../evaluation/ruleset.ts';

/**
 * Throws TypeError for a name that none of the flag's variations has. One such name makes the whole flag unreadable: all
 * who ask would get their defaults, and the test would not see why.
 */
export function checkVariations(flag: string, variations: FlagRules['variations'], names: readonly string[]): void {
  const unknown = names.find((name) => !Object.hasOwn(variations, name));
  if (unknown === undefined) return;
  const known = Object.keys(variations).map((name) => `\`${name}\``);
  throw new TypeError(`The flag \`${flag}\` has no variation \`${unknown}\`: it has ${known.join(', ') || 'none'}.`);
}

/** What targets and rules give: names that have to be there still when the variations become others. */
export function servedVariations({ rules = [], targets = [] }: FlagRules): readonly string[] {
  const ofRules = rules.flatMap(({ serve }) =>
    'rollout' in serve ? serve.rollout.parts.map(({ variation }) => variation) : serve.variation,
  );
  // A part of a rollout may give none.
  return [...targets.map(({ variation }) => variation), ...ofRules].filter((name) => name !== null);
}
