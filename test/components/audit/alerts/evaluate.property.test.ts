import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../src/components/audit/entries/entry.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { longRun } from '../../../support/long-run.ts';
import { entryAt, instant, ruleSet } from './entries.ts';
import { KeptStates, placed, raisedBy, type Told } from './keep-states.ts';
import { naive, type PlainRule } from './reference.ts';

const actions = ['auth.login', 'auth.logout', 'user.mfa_disabled'];
const seconds = (most: number) => fc.integer({ min: 1, max: most }).map((count) => count * 1000);

const pattern: fc.Arbitrary<PlainRule['pattern']> = fc.oneof(
  fc.constant({ is: 'each' } as const),
  fc.record({ is: fc.constant('count' as const), atLeast: fc.integer({ min: 1, max: 5 }), within: seconds(20) }),
  fc.record({ is: fc.constant('distinct' as const), atLeast: fc.integer({ min: 1, max: 4 }), within: seconds(20) }),
  fc.record({ is: fc.constant('sequence' as const), within: seconds(30) }),
  fc.record({ is: fc.constant('absent' as const), length: seconds(20) }),
);

const rule: fc.Arbitrary<PlainRule> = pattern.chain((chosen) => {
  const filter = fc.uniqueArray(fc.constantFrom(...actions), { minLength: 1 });
  return fc.record({
    actions: chosen.is === 'sequence' ? fc.array(filter, { minLength: 2, maxLength: 3 }) : fc.tuple(filter),
    by: fc.constantFrom('actor.id' as const, null),
    pattern: fc.constant(chosen),
    cooldown: fc.oneof(fc.constant(0), seconds(15)),
  });
});

/** Entries as several servers write them, whose clocks disagree, of things that were partly reported late. */
const entries: fc.Arbitrary<readonly AuditEntry[]> = fc
  .array(
    fc.record({
      step: fc.constantFrom(0, 1, 500, 1000, 2000, 5000),
      skew: fc.constantFrom(0, 0, 0, 1500, -4000),
      late: fc.constantFrom(0, 0, 0, 500, 9000, -60_000, 40_000, 40_500),
      action: fc.constantFrom(...actions),
      actor: fc.constantFrom('ada', 'bob'),
      ip: fc.constantFrom('10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'),
      tenantId: fc.constantFrom('globex', 'initech', undefined),
    }),
    { maxLength: 60 },
  )
  .map((drafts) => {
    let clock = 100_000;
    return drafts.map(({ action, actor, ip, late, skew, step, tenantId }) => {
      clock += step;
      const differing = {
        action,
        actor: { type: 'user', id: actor, ip },
        ...(tenantId === undefined ? {} : { tenantId }),
      };
      const written = clock + skew;
      return entryAt(written - late, late === 0 ? differing : { ...differing, recordedAt: instant(written) });
    });
  });

function bodyOf({ actions: filters, by, cooldown, pattern: is }: PlainRule): JsonObject {
  const when = { action: filters[0] ?? [] };
  const grouped = by === null ? {} : { by };
  const quiet = cooldown === 0 ? {} : { cooldown: `${cooldown}ms` };
  switch (is.is) {
    case 'each':
      return { when, ...quiet };
    case 'count':
      return { when, count: { atLeast: is.atLeast, within: `${is.within}ms`, ...grouped }, ...quiet };
    case 'distinct':
      return { when, count: { atLeast: is.atLeast, within: `${is.within}ms`, distinct: 'ip', ...grouped }, ...quiet };
    case 'sequence': {
      const of = filters.map((action) => ({ action }));
      return { sequence: { of, within: `${is.within}ms`, ...grouped }, ...quiet };
    }
    case 'absent':
      return { when, absent: { for: `${is.length}ms`, ...grouped }, ...quiet };
  }
}

function meant(rules: readonly PlainRule[], all: readonly AuditEntry[]): readonly Told[] {
  // Alone, `when` looks at a tenant as a whole.
  return rules.flatMap((one, index) =>
    naive(one.pattern.is === 'each' ? { ...one, by: null } : one, `rule-${index}`, placed(all)),
  );
}

function inOrder(told: readonly Told[]): readonly Told[] {
  const nameOf = ({ key, rule: of, sequence, tenantId }: Told) => JSON.stringify([of, tenantId, key, sequence]);
  return told.toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
}

const runs = longRun ? 20_000 : 400;

describe('evaluating entries', () => {
  it('FR-A006 raises what whoever looked through all of history at every entry would raise', () => {
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), entries, (rules, all) => {
        const raised = raisedBy(ruleSet(...rules.map(bodyOf)), placed(all));
        expect(inOrder(raised)).toEqual(inOrder(meant(rules, all)));
      }),
      { numRuns: runs },
    );
  });

  it('raises the same whatever pieces the entries come in, and whoever goes on after which of them', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 4 }),
        entries,
        fc.array(fc.integer({ min: 0, max: 20 })),
        (rules, all, sizes) => {
          const bodies = rules.map(bodyOf);
          const states = new KeptStates();
          const raised = raisedBy(ruleSet(...bodies), placed(all), states, sizes);
          const [part, rest] = [placed(all).slice(0, sizes[0] ?? 0), placed(all).slice(sizes[0] ?? 0)];
          const handed = new KeptStates();
          // What goes on is another set of rules with what the first one left.
          const twice = [...raisedBy(ruleSet(...bodies), part, handed), ...raisedBy(ruleSet(...bodies), rest, handed)];
          expect(raised).toEqual(raisedBy(ruleSet(...bodies), placed(all)));
          expect(twice).toEqual(raised);
          expect(handed.texts).toEqual(states.texts);
        },
      ),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  it('EC-12 never raises twice for one rule, key and entry, whatever the clocks say', () => {
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), entries, (rules, all) => {
        const names = raisedBy(ruleSet(...rules.map(bodyOf)), placed(all)).map(
          ({ key, rule: of, sequence, tenantId }) => JSON.stringify([of, tenantId, key, sequence]),
        );
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });
});
