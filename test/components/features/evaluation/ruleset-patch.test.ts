import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ruleset } from '../../../../src/components/features/evaluation/ruleset.ts';
import { applyRulesetPatch, rulesetPatch } from '../../../../src/components/features/evaluation/ruleset-patch.ts';

const key = fc.constantFrom('a', 'b', 'c', 'ü', '__proto__', 'constructor');
const flag = fc.record({
  state: fc.constantFrom('on' as const, 'off' as const),
  variations: fc.constant({ on: true, off: false }),
  clientSide: fc.boolean(),
});
const segment = fc.record({ include: fc.record({ user: fc.array(fc.string(), { maxLength: 3 }) }) });
const gate = fc.record({ plans: fc.array(fc.string(), { maxLength: 2 }), requiredPlan: fc.constant(null) });
const facts = fc.record({ plan: fc.constantFrom('free', 'pro') });
const versions = { before: 'one', after: 'two' };

const ruleset: fc.Arbitrary<Ruleset> = fc
  .record({
    revision: fc.nat(),
    madeAt: fc.nat(),
    flags: fc.dictionary(key, flag),
    segments: fc.dictionary(key, segment),
    entitlements: fc.dictionary(key, gate),
    tenants: fc.dictionary(key, facts),
    sensitive: fc.dictionary(key, fc.array(fc.constantFrom('email', 'ip'), { maxLength: 2 })),
  })
  .chain((parts) =>
    fc
      .constantFrom<Pick<Ruleset, 'plans'>>({}, { plans: 'in-context' })
      .map((plans): Ruleset => ({ format: 1, environment: 'production', ...parts, ...plans })),
  );

describe('a patch of a ruleset', () => {
  it('SD-05 makes of the one ruleset the other, and is for that one only', () => {
    fc.assert(
      fc.property(ruleset, ruleset, (one, two) => {
        const before = { version: versions.before, ruleset: one };
        const after = { version: versions.after, ruleset: two };
        const patch = JSON.parse(JSON.stringify(rulesetPatch(before, after)));
        const made = applyRulesetPatch(before, patch);
        expect(sorted(made?.ruleset)).toEqual(sorted(two));
        expect(made?.version).toBe(versions.after);
        expect(applyRulesetPatch(after, patch)).toBeUndefined();
      }),
    );
  });

  it('says nothing of what stays', () => {
    const flags = { a: { state: 'on', variations: { on: true }, clientSide: true } } as const;
    const same: Ruleset = {
      format: 1,
      environment: 'x',
      revision: 1,
      madeAt: 1,
      flags,
      segments: {},
      entitlements: {},
    };
    const patch = rulesetPatch(
      { version: 'one', ruleset: same },
      { version: 'two', ruleset: { ...same, revision: 2, madeAt: 9 } },
    );
    expect(patch).toEqual({ format: 1, from: 'one', version: 'two', revision: 2, madeAt: 9 });
  });
});

/** Without regard to the order of keys. */
function sorted(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))
        : inner,
    ),
  );
}
