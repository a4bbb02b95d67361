import { describe, expect, it } from 'vitest';
import { compareResults } from '../../../../src/components/features/experiments/compare-results.ts';
import type { Experiment, Metric } from '../../../../src/components/features/experiments/experiment.ts';
import type { Sample } from '../../../../src/components/features/experiments/statistics/compare-means.ts';

const orders: Metric = { key: 'orders', event: 'ordered', measure: 'conversion', property: null, goal: 'increase' };
const faults: Metric = { ...orders, key: 'faults', event: 'failed', goal: 'decrease' };

function experimentOf(shares: Readonly<Record<string, number>>): Experiment {
  const metrics = [orders, faults];
  return {
    flag: 'layout',
    control: 'a',
    start: new Date(0),
    end: null,
    metrics,
    archived: null,
    shares: new Map(Object.entries(shares)),
  };
}

/** Of so many units, so many converted. */
function sample(size: number, converted: number): Sample {
  const mean = converted / size;
  return { size, mean, variance: (mean * (1 - mean) * size) / (size - 1) };
}

function resultsOf(experiment: Experiment, units: Readonly<Record<string, number>>) {
  return compareResults(experiment, { units: new Map(Object.entries(units)), quarantined: 0, measured: [] });
}

describe('a mismatch of the split', () => {
  it('FR-F008 is not called while fewer than five are expected of a variation', () => {
    const experiment = experimentOf({ a: 0.99, b: 0.01 });
    // The very first unit is one of the hundredth: chance does that once in a hundred, whatever chi-square says.
    const first = resultsOf(experiment, { b: 1 }).sampleRatio;
    expect(first).toMatchObject({ degrees: 1, mismatch: false });
    expect(first?.pValue).toBeLessThan(1e-20);
    expect(resultsOf(experiment, { a: 480, b: 19 }).sampleRatio?.mismatch).toBe(false);
    expect(resultsOf(experiment, { a: 480, b: 20 }).sampleRatio?.mismatch).toBe(true);
  });

  it('FR-F008 is called of a single unit where nobody is expected', () => {
    const { sampleRatio } = resultsOf(experimentOf({ a: 1, b: 0 }), { a: 1, b: 1 });
    expect(sampleRatio).toMatchObject({ pValue: 0, mismatch: true });
  });

  it('FR-F008 is of as many degrees as there are variations but one', () => {
    const { sampleRatio } = resultsOf(experimentOf({ a: 0.5, b: 0.3, c: 0.2 }), { a: 5010, b: 3000, c: 1990 });
    expect(sampleRatio).toMatchObject({ degrees: 2, mismatch: false });
    expect(sampleRatio?.pValue).toBeCloseTo(0.9656054162575665, 12);
  });
});

it('FR-F008 several variations and metrics are corrected together, and judged each by its goal', () => {
  const units = { a: 4000, b: 4000, c: 4000 };
  const { metrics } = compareResults(experimentOf({ a: 1, b: 1, c: 1 }), {
    units: new Map(Object.entries(units)),
    quarantined: 0,
    measured: [
      {
        metric: orders,
        samples: new Map([
          ['a', sample(4000, 400)],
          ['b', sample(4000, 520)],
          ['c', sample(4000, 480)],
        ]),
      },
      {
        metric: faults,
        samples: new Map([
          ['a', sample(4000, 0)],
          ['b', sample(4000, 200)],
          ['c', sample(4000, 0)],
        ]),
      },
    ],
  });
  const found = metrics.map(({ variations }) =>
    variations.map(({ comparison, verdict }) => [comparison?.pValue, comparison?.correctedPValue, verdict] as const),
  );
  const [[, b, c] = [], [, faultsOfB, faultsOfC] = []] = found;
  // Three were compared: what nobody ever did in either of two variations is no comparison.
  expect(faultsOfC).toEqual([undefined, undefined, 'undecided']);
  expect(faultsOfB?.[2]).toBe('worse');
  expect(faultsOfB?.[1]).toBe((faultsOfB?.[0] ?? 1) * 3);
  expect(b).toEqual([expect.any(Number), (b?.[0] ?? 1) * 2, 'better']);
  // By itself it would nearly be decided as well.
  expect(c).toEqual([expect.any(Number), c?.[0], 'undecided']);
  expect(c?.[0]).toBeGreaterThan(0.05);
});
