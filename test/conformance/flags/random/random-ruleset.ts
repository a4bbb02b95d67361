import type { Json } from '../../../../src/components/features/evaluation/json.ts';
import type {
  ExperimentRules,
  FlagRules,
  Rollout,
  Ruleset,
  SegmentRules,
  Serving,
} from '../../../../src/components/features/evaluation/ruleset.ts';
import type { Random } from './random.ts';
import { algorithms, randomDeal, randomTest, unitPath } from './random-test.ts';

/** Moments that schedules, experiments and agreements turn on. */
export const moments: readonly [number, ...number[]] = [1_790_000_000_000, 1_795_000_000_000, 1_800_000_000_000];

const variationSets: readonly [{ readonly [name: string]: Json }, ...{ readonly [name: string]: Json }[]] = [
  { on: true, off: false },
  { a: 'a', b: 'bé', c: '' },
  { small: 1, large: 2.5, none: 0 },
  { list: [1, 'two', null], object: { columns: 2, nested: { deep: true } }, nothing: null },
];

/** Flags with a little of everything. Some hang on each other in a circle, or name what is not there. */
export function randomRuleset(random: Random): Ruleset {
  const segments = ['testers', 'large', 'everybody else'];
  const flags = random.list(4, 5, (index) => `flag-${index}`);
  return {
    format: 1,
    environment: 'production',
    revision: 1 + random.below(100),
    madeAt: 1_780_000_000_000,
    flags: Object.fromEntries(
      flags.map((key, index) => [key, randomFlag(random, flags.slice(0, index), segments, flags)]),
    ),
    segments: Object.fromEntries(
      segments.map((key, index) => [
        key,
        randomSegment(random, random.percent(4) ? segments : segments.slice(0, index)),
      ]),
    ),
    entitlements: {
      analytics: { plans: ['pro', 'enterprise'], requiredPlan: 'pro' },
      nothing: { plans: [], requiredPlan: null },
    },
    ...(random.percent(60)
      ? {
          tenants: {
            globex: { plan: 'pro' },
            initech: {
              plan: 'free',
              overrides: {
                analytics: { granted: true, ...(random.percent(50) ? { until: random.pick(moments) } : {}) },
              },
            },
            größe: { plan: 'enterprise', overrides: { analytics: { granted: false } } },
          },
        }
      : {}),
  };
}

function randomFlag(
  random: Random,
  before: readonly string[],
  segments: readonly string[],
  all: readonly string[],
): FlagRules {
  const variations = random.pick(variationSets);
  const names = Object.keys(variations);
  const name = (): string => (random.percent(1) ? 'missing' : (random.pick(names) ?? ''));
  const hash = random.percent(50) ? 'murmur3' : random.pick(algorithms);
  const serving = (): Serving =>
    random.percent(45) ? { variation: name() } : { rollout: randomRollout(random, names, hash) };
  const prerequisites = random.some(random.percent(5) ? all : before, 12);
  return {
    state: random.percent(88) ? 'on' : random.pick(['off', 'archived']),
    variations,
    ...(random.percent(75) ? { offVariation: name() } : {}),
    ...(random.percent(15) ? { entitlement: random.pick(['analytics', 'analytics', 'nothing']) } : {}),
    ...(prerequisites.length > 0
      ? { prerequisites: prerequisites.map((flag) => ({ flag, variations: ['on', 'a', 'small', 'object', 'c'] })) }
      : {}),
    ...(random.percent(30)
      ? {
          targets: random.list(1, 3, () => ({
            kind: random.pick(['user', 'user', 'tenant']),
            keys: random.list(1, 3, () => random.pick(['ada', 'zoë', '42', 'globex', '7', '🦊-7'])),
            variation: name(),
          })),
        }
      : {}),
    ...(random.percent(75)
      ? {
          rules: random.list(1, 3, (index) => ({
            ...(random.percent(60) ? { name: `rule ${index}` } : {}),
            ...(random.percent(92) ? { if: randomTest(random, segments) } : {}),
            serve: serving(),
          })),
        }
      : {}),
    ...(random.percent(85) ? { fallthrough: serving() } : {}),
    ...(random.percent(25) ? { experiment: randomExperiment(random, names) } : {}),
    ...(random.percent(15)
      ? {
          schedule: [moments[0], moments[2] ?? 0].map((at) => ({
            at,
            ...(random.percent(50) ? { state: random.pick(['on', 'off', 'archived']) } : {}),
            ...(random.percent(50) ? { fallthrough: serving() } : {}),
          })),
        }
      : {}),
    clientSide: random.percent(70),
  };
}

function randomRollout(random: Random, names: readonly string[], hash: Rollout['deal']['hash']): Rollout {
  const withGaps = random.percent(25);
  const ends = [
    ...random.list(0, 3, () => random.pick([0, 1000, 10_000, 20_000, 30_000, 33_333, 50_000, 70_000, 99_999])),
    100_000,
  ];
  return {
    by: unitPath(random),
    deal: randomDeal(random, hash),
    parts: ends
      .toSorted((one, other) => one - other)
      .map((upTo) => ({ variation: withGaps && random.percent(40) ? null : (random.pick(names) ?? ''), upTo })),
    ...(random.percent(20)
      ? { exposure: { deal: { hash: 'murmur3', salt: 'f.exposure' }, upTo: random.pick([0, 20_000, 80_000, 100_000]) } }
      : {}),
    ...(random.percent(20) ? { sticky: true } : {}),
  };
}

function randomExperiment(random: Random, names: readonly string[]): ExperimentRules {
  return {
    ...(random.percent(40) ? { start: random.pick(moments) } : {}),
    ...(random.percent(40) ? { end: random.pick(moments) } : {}),
    ...(random.percent(50) ? { control: random.pick(names) ?? '' } : {}),
    ...(random.percent(40)
      ? {
          exclusive: {
            deal: random.percent(70)
              ? { hash: 'murmur3', salt: 'layer.exclusive' }
              : { hash: 'growthbook', salt: '__layer' },
            from: random.pick([0, 20_000]),
            to: random.pick([60_000, 100_000]),
          },
        }
      : {}),
    ...(random.percent(30)
      ? { holdout: { deal: { hash: 'murmur3', salt: 'h.holdout' }, upTo: random.pick([5000, 30_000]) } }
      : {}),
  };
}

function randomSegment(random: Random, others: readonly string[]): SegmentRules {
  const keys = (): readonly string[] => random.list(1, 3, () => random.pick(['ada', 'bob', 'zoë', 'globex', '42']));
  return {
    ...(random.percent(50) ? { include: { user: keys(), ...(random.percent(30) ? { tenant: keys() } : {}) } } : {}),
    ...(random.percent(30) ? { exclude: { [random.pick(['user', 'tenant'])]: keys() } } : {}),
    ...(random.percent(70)
      ? { rules: random.list(1, 2, (index) => ({ name: `r${index}`, if: randomTest(random, others, 1) })) }
      : {}),
  };
}
