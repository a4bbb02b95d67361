import type { EntitlementGate, FlagRules, Ruleset, SegmentRules, TenantFacts } from './ruleset.ts';

/**
 * What a stream sends after the whole ruleset: what is different now. Null takes an entry away. It applies to the one
 * ruleset whose version is `from` and to no other; who holds another one asks for the whole again.
 */
export interface RulesetPatch {
  readonly format: 1;
  readonly from: string;
  readonly version: string;
  readonly revision: number;
  readonly madeAt: number;
  readonly flags?: Entries<FlagRules>;
  readonly segments?: Entries<SegmentRules>;
  readonly entitlements?: Entries<EntitlementGate>;
  readonly tenants?: Entries<TenantFacts>;
  /** Null: the ruleset has the plans of tenants again. */
  readonly plans?: Ruleset['plans'] | null;
  /** By kind of context, as in the ruleset. */
  readonly sensitive?: Entries<readonly string[]>;
}

type Entries<T> = { readonly [key: string]: T | null };

/** A ruleset and the version that the server knows it by, which is also its entity tag. */
export interface VersionedRuleset {
  readonly version: string;
  readonly ruleset: Ruleset;
}

/** Undefined where the patch is for another version. */
export function applyRulesetPatch(held: VersionedRuleset, patch: RulesetPatch): VersionedRuleset | undefined {
  if (patch.from !== held.version) return undefined;
  const { plans: plansBefore, ...ruleset } = held.ruleset;
  const plans = patch.plans === undefined ? plansBefore : (patch.plans ?? undefined);
  const tenants = merged(ruleset.tenants, patch.tenants);
  const sensitive = merged(ruleset.sensitive, patch.sensitive);
  return {
    version: patch.version,
    ruleset: {
      ...ruleset,
      revision: patch.revision,
      madeAt: patch.madeAt,
      flags: merged(ruleset.flags, patch.flags) ?? {},
      segments: merged(ruleset.segments, patch.segments) ?? {},
      entitlements: merged(ruleset.entitlements, patch.entitlements) ?? {},
      ...(tenants === undefined ? {} : { tenants }),
      ...(plans === undefined ? {} : { plans }),
      ...(sensitive === undefined ? {} : { sensitive }),
    },
  };
}

/** Everything that `next` has otherwise than `before`. */
export function rulesetPatch(before: VersionedRuleset, next: VersionedRuleset): RulesetPatch {
  const [old, now] = [before.ruleset, next.ruleset];
  const flags = difference(old.flags, now.flags);
  const segments = difference(old.segments, now.segments);
  const entitlements = difference(old.entitlements, now.entitlements);
  const tenants = difference(old.tenants ?? {}, now.tenants ?? {});
  const sensitive = difference(old.sensitive ?? {}, now.sensitive ?? {});
  return {
    format: 1,
    from: before.version,
    version: next.version,
    revision: now.revision,
    madeAt: now.madeAt,
    ...(flags === undefined ? {} : { flags }),
    ...(segments === undefined ? {} : { segments }),
    ...(entitlements === undefined ? {} : { entitlements }),
    ...(tenants === undefined ? {} : { tenants }),
    ...(old.plans === now.plans ? {} : { plans: now.plans ?? null }),
    ...(sensitive === undefined ? {} : { sensitive }),
  };
}

function merged<T>(entries: { readonly [key: string]: T } | undefined, changed: Entries<T> | undefined) {
  if (changed === undefined) return entries;
  // A map, and not assignments: a key may be called `__proto__`.
  const all = new Map(Object.entries(entries ?? {}));
  for (const [key, value] of Object.entries(changed)) {
    if (value === null) all.delete(key);
    else all.set(key, value);
  }
  return Object.fromEntries(all);
}

function difference<T>(before: { readonly [key: string]: T }, now: { readonly [key: string]: T }) {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(now))];
  const entries = [
    ...[...fresh].filter(([key, value]) => !isSame(old.get(key), value)),
    ...[...old.keys()].filter((key) => !fresh.has(key)).map((key): [string, null] => [key, null]),
  ];
  return entries.length === 0 ? undefined : Object.fromEntries<T | null>(entries);
}

function isSame(before: unknown, now: unknown): boolean {
  return before === now || JSON.stringify(before) === JSON.stringify(now);
}
