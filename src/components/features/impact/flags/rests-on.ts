import type { Ruleset, Test } from '../../evaluation/ruleset.ts';
import { segmentsIn } from '../../ruleset/compile-condition.ts';

/** All that decides about a flag, by name, itself included: `Flag/new-cart`, `Segment/beta`, `Entitlement/export`. */
export function restsOn(ruleset: Ruleset, flag: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [`Flag/${flag}`];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...partsOf(ruleset, name));
  }
  return found;
}

function partsOf(ruleset: Ruleset, name: string): readonly string[] {
  const [kind, key] = splitName(name);
  if (kind === 'Flag' && Object.hasOwn(ruleset.flags, key)) {
    const { entitlement, prerequisites = [], rules = [] } = ruleset.flags[key] ?? {};
    return [
      ...prerequisites.map(({ flag }) => `Flag/${flag}`),
      ...(entitlement === undefined ? [] : [`Entitlement/${entitlement}`]),
      ...rules.flatMap(segmentNames),
    ];
  }
  if (kind === 'Segment' && Object.hasOwn(ruleset.segments, key))
    return (ruleset.segments[key]?.rules ?? []).flatMap(segmentNames);
  return [];
}

function segmentNames(rule: { readonly if?: Test }): readonly string[] {
  return rule.if === undefined ? [] : segmentsIn(rule.if).map((key) => `Segment/${key}`);
}

export function splitName(name: string): readonly [kind: string, key: string] {
  const end = name.indexOf('/');
  return [name.slice(0, end), name.slice(end + 1)];
}
