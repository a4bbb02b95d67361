import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../src/components/audit/entries/entry.ts';
import { longRun } from '../../../support/long-run.ts';
import { ruleSet } from './entries.ts';
import { KeptStates, placed, raisedBy, type Told } from './keep-states.ts';
import { bodyOf, entries, rule } from './random-rules.ts';
import { naive, type PlainRule } from './reference.ts';

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
