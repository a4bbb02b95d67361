import type { FlagRules, Ruleset, Serving, Test } from '../../../../src/components/features/evaluation/ruleset.ts';

/* Which flags of a ruleset can be evaluated at all, of rulesets whose fields have the types they should have. */

export function isWellFormed(ruleset: Ruleset, key: string): boolean {
  const flag = ruleset.flags[key];
  if (flag === undefined || flag === null || typeof flag !== 'object') return false;
  return (
    servedNames(flag).every((name) => Object.hasOwn(flag.variations, name)) &&
    (flag.entitlement === undefined || Object.hasOwn(ruleset.entitlements, flag.entitlement)) &&
    segmentsOf(flag).every((segment) => isSound(ruleset, segment, [])) &&
    !isCircling(ruleset, key, []) &&
    servings(flag).every(isRisingToTheEnd)
  );
}

function servings(flag: FlagRules): readonly Serving[] {
  return [
    ...(flag.rules ?? []).map(({ serve }) => serve),
    ...[flag.fallthrough, ...(flag.schedule ?? []).map(({ fallthrough }) => fallthrough)].filter(
      (serving) => serving !== undefined,
    ),
  ];
}

function servedNames(flag: FlagRules): readonly string[] {
  return [
    ...servings(flag).flatMap((serving) =>
      'variation' in serving
        ? [serving.variation]
        : serving.rollout.parts.flatMap(({ variation }) => (variation === null ? [] : [variation])),
    ),
    ...(flag.targets ?? []).map(({ variation }) => variation),
    ...[flag.offVariation, flag.experiment?.control].filter((name) => name !== undefined),
  ];
}

function isRisingToTheEnd(serving: Serving): boolean {
  if ('variation' in serving) return true;
  const ends = serving.rollout.parts.map(({ upTo }) => upTo);
  return ends.at(-1) === 100_000 && ends.every((end, index) => end >= (ends[index - 1] ?? 0));
}

function segmentsOf(flag: FlagRules): readonly string[] {
  return (flag.rules ?? []).flatMap((rule) => (rule.if === undefined ? [] : segmentsIn(rule.if)));
}

function segmentsIn(test: Test): readonly string[] {
  if (test.op === 'segment') return test.keys;
  if (test.op === 'all' || test.op === 'any') return test.of.flatMap(segmentsIn);
  return test.op === 'not' ? segmentsIn(test.of) : [];
}

/** It is there, and so are those it asks for, and none of them asks for one that is asking for it. */
function isSound(ruleset: Ruleset, key: string, above: readonly string[]): boolean {
  const segment = ruleset.segments[key];
  if (segment === undefined || above.includes(key)) return false;
  return (segment.rules ?? []).every((rule) =>
    segmentsIn(rule.if).every((other) => isSound(ruleset, other, [...above, key])),
  );
}

function isCircling(ruleset: Ruleset, key: string, above: readonly string[]): boolean {
  if (above.includes(key)) return true;
  return (ruleset.flags[key]?.prerequisites ?? []).some(({ flag }) => isCircling(ruleset, flag, [...above, key]));
}
