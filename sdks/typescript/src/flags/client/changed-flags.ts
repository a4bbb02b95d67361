import type { FlagRules, Ruleset, SegmentRules } from '../evaluation/ruleset.ts';

/** Flags whose answer may be another after an update, those included that only ask for something that changed. */
export function changedFlags(before: Ruleset | undefined, after: Ruleset): readonly string[] {
  try {
    return before === undefined ? Object.keys(after.flags).toSorted(byText) : compared(before, after).toSorted(byText);
  } catch {
    // Something in them is no ruleset; each flag answers for itself.
    return Object.keys(after.flags).toSorted(byText);
  }
}

function compared(before: Ruleset, after: Ruleset): readonly string[] {
  const segments = differing(before.segments, after.segments);
  spread(segments, after.segments, segmentsOfSegment);
  const entitlements = differing(before.entitlements, after.entitlements);
  const areTenantsOthers =
    before.plans !== after.plans || differing(before.tenants ?? {}, after.tenants ?? {}).size > 0;
  const flags = differing(before.flags, after.flags);
  for (const [key, flag] of Object.entries(after.flags)) {
    const asksAnew =
      segmentsOfFlag(flag).some((segment) => segments.has(segment)) ||
      (flag.entitlement !== undefined && (areTenantsOthers || entitlements.has(flag.entitlement)));
    if (asksAnew) flags.add(key);
  }
  spread(flags, after.flags, (flag) => (flag.prerequisites ?? []).map((prerequisite) => prerequisite.flag));
  return [...flags];
}

/** Those that are other ones, new, or gone. An entry that a patch left alone is the same object. */
function differing(before: { readonly [key: string]: unknown }, after: { readonly [key: string]: unknown }) {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const others = [...now].filter(([key, value]) => {
    const known = old.get(key);
    return known !== value && JSON.stringify(known) !== JSON.stringify(value);
  });
  return new Set([...others.map(([key]) => key), ...[...old.keys()].filter((key) => !now.has(key))]);
}

/** Adds whatever asks for one that is in the set, until nothing is left to add. */
function spread<T>(found: Set<string>, all: { readonly [key: string]: T }, asks: (one: T) => readonly string[]): void {
  const askers = new Map<string, string[]>();
  for (const [key, one] of Object.entries(all)) {
    for (const asked of asks(one)) {
      const known = askers.get(asked);
      if (known === undefined) askers.set(asked, [key]);
      else known.push(key);
    }
  }
  const waiting = [...found];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const asker of askers.get(key) ?? []) {
      if (found.has(asker)) continue;
      found.add(asker);
      waiting.push(asker);
    }
  }
}

function segmentsOfFlag({ rules = [] }: FlagRules): readonly string[] {
  return rules.flatMap((rule) => segmentsIn(rule.if));
}

function segmentsOfSegment({ rules = [] }: SegmentRules): readonly string[] {
  return rules.flatMap((rule) => segmentsIn(rule.if));
}

/** Of a test of whatever kind: those that the tests in it name. */
function segmentsIn(test: unknown): readonly string[] {
  if (typeof test !== 'object' || test === null) return [];
  if ('op' in test && test.op === 'segment' && 'keys' in test && Array.isArray(test.keys)) {
    return test.keys.filter((key) => typeof key === 'string');
  }
  if (!('of' in test)) return [];
  return Array.isArray(test.of) ? test.of.flatMap(segmentsIn) : segmentsIn(test.of);
}

function byText(left: string, right: string): number {
  return left < right ? -1 : 1;
}
