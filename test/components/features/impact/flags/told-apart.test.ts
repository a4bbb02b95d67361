import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEvaluator } from '../../../../../src/components/features/evaluation/index.ts';
import { Credit } from '../../../../../src/components/features/impact/flags/credit.ts';
import { Doubt } from '../../../../../src/components/features/impact/flags/doubt.ts';
import type { FlagEvaluators } from '../../../../../src/components/features/impact/flags/flag-evaluators.ts';
import { valueText } from '../../../../../src/components/features/impact/flags/given.ts';
import { hiddenAttributes } from '../../../../../src/components/features/impact/flags/hidden-attributes.ts';
import { withoutSensitive } from '../../../../../src/components/features/reports/strip-context.ts';
import { makeRuleset } from '../../../../../src/components/features/ruleset/make-ruleset.ts';
import type { DraftChange } from '../../../../../src/engine/changeset/draft-change.ts';
import { canonicalJson } from '../../../../../src/engine/canonical-json.ts';
import type { JsonObject } from '../../../../../src/engine/json.ts';
import { type Resource, resourceName } from '../../../../../src/engine/resource.ts';
import { resource } from '../../../../support/control-plane.ts';
import { longRun } from '../../../../support/long-run.ts';
import { randomFlags } from './random-flags.ts';

const numRuns = longRun ? 5000 : 200;
const now = (): number => 0;

function evaluatorOf(resources: readonly Resource[]) {
  return createEvaluator(makeRuleset({ environment: '', revision: 0, madeAt: 0, resources, tenants: {} }), { now });
}

function evaluatorsOf(before: readonly Resource[], after: readonly Resource[]): FlagEvaluators {
  const plans = { before: () => undefined, after: () => undefined };
  return { before: evaluatorOf(before), after: evaluatorOf(after), now, hasRenames: false, plans };
}

function flagsIn(resources: readonly Resource[]): readonly string[] {
  return resources.flatMap(({ key, kind }) => (kind === 'Flag' ? [key] : []));
}

it('SD-07 P12 where there is no doubt, the same flips as if what is sensitive were known', () => {
  const seen = { certain: 0, doubted: 0 };
  const described = resource('ContextKind', 'user', { attributes: { place: { type: 'string', sensitive: true } } });
  fc.assert(
    fc.property(randomFlags, ({ after, before, contexts }) => {
      const moved = new Map(after.map(({ key, movedFrom = key }) => [movedFrom, key]));
      const evaluators = evaluatorsOf([...before, described], [...after, described]);
      for (const key of flagsIn(before)) {
        const flag = { before: key, after: moved.get(key) ?? key };
        const flipOf = (context: JsonObject) => {
          const was = evaluators.before.evaluate(flag.before, context);
          const is = evaluators.after.evaluate(flag.after, context);
          const [from, to] = [valueText(was), valueText(is)];
          return { was, is, flip: from === to ? null : [from, to] };
        };
        const doubt = new Doubt(flag, evaluators);
        const pairs = contexts.map((whole) => {
          const told = withoutSensitive(whole, { user: ['place'] });
          const { flip, is, was } = flipOf(told);
          doubt.ask({ context: told, outcome: was }, { context: told, outcome: is });
          return { told: flip, true: flipOf(whole).flip };
        });
        if (doubt.attributes.size > 0) {
          seen.doubted += 1;
          expect([...doubt.attributes]).toEqual(['user.place']);
          continue;
        }
        const { after: will, before: live } = evaluators;
        if (hiddenAttributes(live.ruleset, will.ruleset, flag).size > 0) seen.certain += 1;
        for (const pair of pairs) expect(pair.told).toEqual(pair.true);
      }
    }),
    { numRuns, ...(longRun ? {} : { seed: 20_261_121 }) },
  );
  expect(Math.min(seen.certain, seen.doubted)).toBeGreaterThan(20);
});

it('SD-07 P12 a flip is told with whatever makes it, alone or with others', () => {
  const seen = { some: 0, all: 0 };
  fc.assert(
    fc.property(randomFlags, ({ after, before, contexts }) => {
      if (after.some(({ movedFrom }) => movedFrom !== undefined)) return;
      const changes = changesBetween(before, after);
      const evaluators = evaluatorsOf(before, after);
      const isAtHand = changes.every((change) => isAsked(change, evaluators));
      for (const flag of flagsIn(before)) {
        const credit = new Credit({ before: flag, after: flag }, changes, evaluators);
        const trials = changes.map((change) => ({
          change,
          // What is asked for cannot go alone: that would be refused.
          alone: isOtherGone(change, flag) ? null : evaluatorOf(mixed(before, after, change, flag)),
          without: evaluatorOf(mixed(after, before, change, flag)),
        }));
        for (const context of contexts) {
          const [was, is] = [evaluators.before, evaluators.after].map((one) => valueText(one.evaluate(flag, context)));
          if (was === undefined || is === undefined || was === is) continue;
          const behind = trials.filter(
            ({ alone, without }) =>
              (alone !== null && valueText(alone.evaluate(flag, context)) !== was) ||
              valueText(without.evaluate(flag, context)) !== is,
          );
          const expected = behind.length === 0 ? changes : behind.map(({ change }) => change);
          const found = credit.behind({ was: { context, value: was }, is: { context, value: is } });
          expect(found.length).toBeGreaterThan(0);
          // What no flag asks for on one of the sides is not at hand as it is there.
          if (!isAtHand) continue;
          expect(found).toEqual(expected);
          seen[found.length < changes.length ? 'some' : 'all'] += 1;
        }
      }
    }),
    { numRuns, ...(longRun ? {} : { seed: 20_261_121 }) },
  );
  expect(Math.min(seen.some, seen.all)).toBeGreaterThan(20);
});

function isOtherGone(change: DraftChange, flag: string): boolean {
  return change.action === 'delete' && resourceName(change) !== `Flag/${flag}`;
}

function isAsked({ key, kind }: DraftChange, { after, before }: FlagEvaluators): boolean {
  if (kind === 'Flag') return true;
  return [after, before].every(({ ruleset: { entitlements, segments } }) =>
    Object.hasOwn(kind === 'Segment' ? segments : entitlements, key),
  );
}

function changesBetween(before: readonly Resource[], after: readonly Resource[]): readonly DraftChange[] {
  const will = new Map(after.map((one) => [resourceName(one), one.body]));
  return before.flatMap(({ body, key, kind }) => {
    const next = will.get(resourceName({ kind, key })) ?? null;
    if (kind === 'Plan' || (next !== null && canonicalJson(next) === canonicalJson(body))) return [];
    const action = next === null ? 'delete' : 'update';
    const rest = { owner: 'files', fields: [], beforeHash: null, afterHash: null } as const;
    return [{ action, kind, key, before: body, after: next, ...rest }];
  });
}

/** All as in `most`, but for the one that is changed; and what only the other has, without the flag that is asked for. */
function mixed(most: readonly Resource[], other: readonly Resource[], { key, kind }: DraftChange, flag: string) {
  const changed = resourceName({ kind, key });
  const has = new Set(most.map(resourceName));
  const more = other.filter((one) => !has.has(resourceName(one)) && resourceName(one) !== `Flag/${flag}`);
  const own = other.filter((one) => resourceName(one) === changed);
  return [...[...most, ...more].filter((one) => resourceName(one) !== changed), ...own];
}
