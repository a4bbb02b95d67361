import { GrowthBook } from '@growthbook/growthbook';
import { init, type LDClient } from '@launchdarkly/node-server-sdk';
import { TestData } from '@launchdarkly/node-server-sdk/integrations';
import { FlagdCore } from '@openfeature/flagd-core';
import fc from 'fast-check';
import { normalizedStrategyValue, normalizedVariantValue } from 'unleash-client/lib/strategy/util.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEvaluator } from '../../../src/components/features/evaluation/index.ts';
import type { Deal, Rollout, Test } from '../../../src/components/features/evaluation/ruleset.ts';
import { silent } from '../../support/silent.ts';

/*
 * Whoever comes from another product keeps every user's variation: each deal against that product's own code. Units are
 * of ASCII where the code at hand reads others differently from the same vendor's servers (Unleash, flagd).
 */

const names: [string, string, string] = ['a', 'b', 'c'];
const weights = [
  [10, 20, 70],
  [33, 33, 34],
  [50, 50, 0],
  [1, 0, 99],
];
const units = fc.sample(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }), { numRuns: 250, seed: 7 });
const anyUnits = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { numRuns: 150, seed: 8 });

function serve(deal: Deal, parts: Rollout['parts'], unit: string): string | null {
  return evaluatorOf({ rollout: { by: { kind: 'user', path: ['key'] }, deal, parts } })(unit);
}

function evaluatorOf(fallthrough: { readonly rollout: Rollout }): (unit: unknown) => string | null {
  const flag = { state: 'on', variations: { a: 'a', b: 'b', c: 'c' }, fallthrough, clientSide: true };
  const evaluator = createEvaluator({ format: 1, flags: { flag } });
  return (unit) => evaluator.evaluate('flag', { user: { key: unit } }).variant;
}

/** Percentages as parts, of each of which only the first so many percent are covered. */
function partsOf(percentages: readonly number[], coverage = 100): Rollout['parts'] {
  let begin = 0;
  return percentages.flatMap((percent, index) => {
    const end = begin + percent * 1000;
    const covered = begin + percent * 10 * coverage;
    begin = end;
    const part = { variation: names[index] ?? null, upTo: covered };
    return coverage === 100 ? [part] : [part, { variation: null, upTo: end }];
  });
}

describe('LaunchDarkly', () => {
  const data = new TestData();
  let client: LDClient;

  beforeAll(async () => {
    client = init('sdk-offline', {
      updateProcessor: data.getFactory(),
      sendEvents: false,
      diagnosticOptOut: true,
      logger: silent,
    });
    await client.waitForInitialization({ timeout: 60 });
  });

  afterAll(() => client.close());

  test.each([undefined, 61])('deals as it does, with the seed %s', async (seed) => {
    for (const percentages of weights) {
      await data.usePreconfiguredFlag({
        key: 'checkout',
        on: true,
        version: 1,
        variations: names,
        salt: 'pepper',
        fallthrough: {
          rollout: {
            kind: seed === undefined ? 'rollout' : 'experiment',
            contextKind: 'user',
            ...(seed === undefined ? { bucketBy: 'unit' } : { seed }),
            variations: percentages.map((percent, variation) => ({ variation, weight: percent * 1000 })),
          },
        },
      });
      const deal: Deal = { hash: 'launchdarkly', salt: 'checkout.pepper', ...(seed === undefined ? {} : { seed }) };
      const ours = evaluatorOf({ rollout: { by: { kind: 'user', path: ['key'] }, deal, parts: partsOf(percentages) } });
      for (const unit of [...units.slice(0, 100), ...anyUnits]) {
        const context = { kind: 'user', key: seed === undefined ? 'someone' : unit, unit };
        expect([unit, ours(unit)]).toEqual([unit, await client.variation('checkout', context, 'none')]);
      }
      if (seed !== undefined) continue;
      for (const unit of [42, 4.5, true, null, [1]]) {
        const context = { kind: 'user', key: 'someone', unit };
        expect([unit, ours(unit)]).toEqual([unit, await client.variation('checkout', context, 'none')]);
      }
    }
  });
});

describe('Unleash', () => {
  function bucketsBelow(deal: Deal, unit: string, step: number): number {
    const share = (upTo: number): Test => ({ op: 'share', by: { kind: 'user', path: ['key'] }, deal, upTo });
    const rules = Array.from({ length: 100_000 / step }, (_, index) => ({
      if: share((index + 1) * step),
      serve: { variation: 'on' },
    }));
    const flag = { state: 'on', variations: { on: true }, rules, clientSide: true };
    return (
      (createEvaluator({ format: 1, flags: { flag } }).evaluate('flag', { user: { key: unit } }).ruleIndex ?? -1) + 1
    );
  }

  test('deals rollouts as it does', () => {
    for (const unit of units.slice(0, 60)) {
      expect(bucketsBelow({ hash: 'unleash', salt: 'group' }, unit, 1000)).toBe(normalizedStrategyValue(unit, 'group'));
    }
  });

  test('deals variants as it does', () => {
    for (const unit of units.slice(0, 12)) {
      const deal: Deal = { hash: 'unleash', salt: 'group', seed: 86028157 };
      expect(bucketsBelow(deal, unit, 100)).toBe(normalizedVariantValue(unit, 'group', 1000));
    }
  });
});

describe('GrowthBook', () => {
  test.each([
    [1, 'growthbook', 100],
    [1, 'growthbook', 50],
    [2, 'growthbook-v2', 100],
    [2, 'growthbook-v2', 30],
  ] as const)('deals as version %i of its hash does, as %s with %i percent covered', (hashVersion, hash, coverage) => {
    for (const percentages of weights) {
      const ours = evaluatorOf({
        rollout: {
          by: { kind: 'user', path: ['key'] },
          deal: { hash, salt: 'checkout' },
          parts: partsOf(percentages, coverage),
        },
      });
      // Numbers, so that units lie on every cut there is.
      const all = [...units, ...anyUnits, ...Array.from({ length: 2000 }, (_, number) => `u${number}`)];
      const theirs = new GrowthBook({ attributes: {} });
      const differing = all.filter((id) => {
        void theirs.setAttributes({ id });
        const { inExperiment, variationId } = theirs.run({
          key: 'checkout',
          variations: names,
          weights: percentages.map((percent) => percent / 100),
          coverage: coverage / 100,
          hashVersion,
        });
        return ours(id) !== (inExperiment ? names[variationId] : null);
      });
      theirs.destroy();
      expect(differing).toEqual([]);
    }
  });
});

describe('flagd', () => {
  test('deals as fractional does', () => {
    for (const percentages of weights) {
      const core = new FlagdCore();
      const targeting = { fractional: percentages.map((percent, index) => [names[index], percent]) };
      const variants = { a: 'a', b: 'b', c: 'c' };
      core.setConfigurations(
        JSON.stringify({ flags: { checkout: { state: 'ENABLED', variants, defaultVariant: 'a', targeting } } }),
      );
      for (const targetingKey of units) {
        const { variant } = core.resolveStringEvaluation('checkout', 'none', { targetingKey }, silent);
        expect([targetingKey, serve({ hash: 'flagd', salt: 'checkout' }, partsOf(percentages), targetingKey)]).toEqual([
          targetingKey,
          variant,
        ]);
      }
    }
  });
});
