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

/**
 * What targets, rules, a schedule and an experiment give: names that have to be there still when the variations become
 * others. In this order, which decides of which of several a test is told.
 */
export function servedVariations({ experiment, rules, schedule, targets }: FlagRules): readonly string[] {
  const serving = [
    ...records(targets),
    ...records(rules).flatMap(({ serve }) => records([serve])),
    ...records(schedule).flatMap(({ fallthrough }) => records([fallthrough])),
    ...records([experiment]).map(({ control }) => ({ variation: control })),
  ];
  const named = serving.flatMap((one: Named) => [
    one,
    ...records([one.rollout]).flatMap(({ parts }) => records(parts)),
  ]);
  // A part of a rollout may give none.
  return named.map(({ variation }) => variation).filter((name) => typeof name === 'string');
}

/** What may name a variation, in rules that nobody has looked at. */
interface Named {
  readonly variation?: unknown;
  readonly control?: unknown;
  readonly serve?: unknown;
  readonly fallthrough?: unknown;
  readonly rollout?: unknown;
  readonly parts?: unknown;
}

function records(list: unknown): readonly Named[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : [];
}
