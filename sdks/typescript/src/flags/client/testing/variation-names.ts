import type { FlagRules } from '../../evaluation/ruleset.ts';

/**
 * Throws TypeError for a name that none of the flag's variations has. One such name makes the whole flag unreadable: all
 * who ask would get their defaults, and the test would not see why.
 */
export function checkVariations(flag: string, variations: FlagRules['variations'], names: readonly string[]): void {
  // `rules` may have taken them away.
  const there: FlagRules['variations'] | undefined = variations;
  const unknown = names.find((name) => !Object.hasOwn(there ?? {}, name));
  if (unknown === undefined) return;
  const known = Object.keys(there ?? {}).map((name) => `\`${name}\``);
  throw new TypeError(`The flag \`${flag}\` has no variation \`${unknown}\`: it has ${known.join(', ') || 'none'}.`);
}

/** What targets and rules give: names that have to be there still when the variations become others. */
export function servedVariations({ rules, targets }: FlagRules): readonly string[] {
  const serving = [...served(targets), ...served(rules).flatMap(({ serve }) => served([serve]))];
  const parts = serving.flatMap(({ rollout }) => served(rollout?.parts));
  // A part of a rollout may give none.
  return [...serving, ...parts].map(({ variation }) => variation).filter((name) => typeof name === 'string');
}

/** What may give a variation, in rules that nobody has looked at. */
interface Serving {
  readonly variation?: unknown;
  readonly serve?: unknown;
  readonly rollout?: { readonly parts?: unknown };
}

function served(list: unknown): readonly Serving[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : [];
}
