import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  goodnessOfFit,
  sameShares,
} from '../../../../src/components/features/experiments/statistics/chi-square-tests.ts';
import {
  compareAtAnyTime,
  compareOnce,
  type Sample,
} from '../../../../src/components/features/experiments/statistics/compare-means.ts';
import {
  chiSquareTail,
  studentQuantile,
  studentTails,
} from '../../../../src/components/features/experiments/statistics/distributions.ts';
import { holm } from '../../../../src/components/features/experiments/statistics/holm.ts';
import {
  incompleteBeta,
  logGamma,
  upperGamma,
} from '../../../../src/components/features/experiments/statistics/special-functions.ts';
import { RunningSample } from '../../../../src/components/features/experiments/running-sample.ts';

const close = 10;

describe('the functions that distributions are made of', () => {
  it('FR-F008 agree with closed forms', () => {
    // Γ(n) = (n − 1)!, Γ(½) = √π, and the doubling of ½.
    let factorial = 1;
    for (let n = 1; n <= 20; n += 1) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), close);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    expect(logGamma(0.1)).toBeCloseTo(Math.log(9.513507698668732), close);
    // Q(n, x) is a sum of Poisson's probabilities.
    for (const x of [0.01, 0.5, 2, 9.9, 40]) {
      let [sum, term] = [0, Math.exp(-x)];
      for (let n = 1; n <= 30; n += 1) {
        sum += term;
        term *= x / n;
        expect(upperGamma(n, x)).toBeCloseTo(sum, 13);
      }
    }
    // I_x(a, b) of whole numbers is a sum of binomial probabilities: I_x(2, 3) = x² (6 − 8x + 3x²).
    for (const x of [0.001, 0.2, 0.5, 0.77, 0.999]) {
      expect(incompleteBeta(2, 3, x)).toBeCloseTo(x * x * (6 - 8 * x + 3 * x * x), 13);
      expect(incompleteBeta(1, 7, x)).toBeCloseTo(1 - (1 - x) ** 7, 13);
      expect(incompleteBeta(0.5, 0.5, x)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13);
    }
    expect([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1), upperGamma(2, 0)]).toEqual([0, 1, 1]);
  });

  it('FR-F008 agree with themselves by the identities that hold of them', () => {
    const parameter = fc.double({ min: 0.05, max: 500, noNaN: true });
    const x = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(parameter, parameter, x, (a, b, at) => {
        expect(logGamma(a + 1) - logGamma(a)).toBeCloseTo(Math.log(a), close);
        expect(incompleteBeta(a, b, at) + incompleteBeta(b, a, 1 - at)).toBeCloseTo(1, close);
        const step = Math.exp(a * Math.log(at) + b * Math.log1p(-at) + logGamma(a + b) - logGamma(a + 1) - logGamma(b));
        expect(incompleteBeta(a, b, at) - incompleteBeta(a + 1, b, at)).toBeCloseTo(step, close);
        const y = at * 2 * a;
        const next = Math.exp(a * Math.log(y) - y - logGamma(a + 1));
        expect(upperGamma(a + 1, y) - upperGamma(a, y)).toBeCloseTo(next, close);
      }),
    );
  });
});

describe('distributions', () => {
  it('FR-F008 agree with the closed forms of Student’s t', () => {
    for (const t of [0.01, 0.5, 1, 2.3, 12, 400]) {
      expect(studentTails(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 13);
      expect(studentTails(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 13);
      const angle = Math.atan(t / Math.sqrt(3));
      expect(studentTails(t, 3)).toBeCloseTo(1 - (2 / Math.PI) * (angle + Math.sin(angle) * Math.cos(angle)), 13);
    }
    for (const tails of [0.2, 0.05, 0.01, 0.001]) {
      expect(studentQuantile(tails, 1)).toBeCloseTo(Math.tan((Math.PI * (1 - tails)) / 2), 9);
      expect(studentQuantile(tails, 2)).toBeCloseTo(Math.sqrt(2 / (tails * (2 - tails)) - 2), close);
    }
  });

  it.each([
    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2 and 1.3.6.7.4: three decimals.
    [studentQuantile(0.05, 5), 2.571],
    [studentQuantile(0.05, 10), 2.228],
    [studentQuantile(0.05, 30), 2.042],
    [studentQuantile(0.05, 100), 1.984],
    [studentQuantile(0.01, 10), 3.169],
    [studentQuantile(0.002, 20), 3.552],
  ])('FR-F008 agree with the printed table of t: %d is %d', (found, printed) => {
    expect(Math.round(found * 1000) / 1000).toBe(printed);
  });

  it.each([
    [3.841, 1, 0.05],
    [6.635, 1, 0.01],
    [10.828, 1, 0.001],
    [5.991, 2, 0.05],
    [18.307, 10, 0.05],
    [29.588, 10, 0.001],
    [124.342, 100, 0.05],
  ])('FR-F008 agree with the printed table of chi-square: %d of %d degrees is %d', (value, degrees, level) => {
    expect(chiSquareTail(value - 0.0005, degrees)).toBeGreaterThan(level);
    expect(chiSquareTail(value + 0.0005, degrees)).toBeLessThan(level);
  });

  it('FR-F008 have the error function as chi-square of one degree', () => {
    // erfc(1) and erfc(2), DLMF 7.
    expect(chiSquareTail(2, 1)).toBeCloseTo(0.157299207050285, 14);
    expect(chiSquareTail(8, 1)).toBeCloseTo(0.00467773498104727, 14);
  });
});

describe('tests', () => {
  const sampleOf = (values: readonly number[]): Sample => {
    const running = new RunningSample();
    for (const value of values) running.add(value);
    return running.sample();
  };

  it('FR-F008 find what Student found of sleep in 1908, as R prints it for Welch', () => {
    // R's `sleep`: t = -1.8608, df = 17.776, p-value = 0.07939, interval -3.3654832 0.2054832.
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const found = compareOnce(sampleOf(second), sampleOf(first), 0.05);
    expect(found?.difference).toBeCloseTo(-1.58, 12);
    expect(found?.pValue).toBeCloseTo(0.07939, 5);
    expect(found?.interval.from).toBeCloseTo(-3.3654832, 7);
    expect(found?.interval.to).toBeCloseTo(0.2054832, 7);
    expect(found?.lift).toBeCloseTo(-1.58 / 2.33, 12);
  });

  it('FR-F008 find a mismatch of the split, and none where there is none', () => {
    // By hand: (5300 − 5000)² / 5000 twice is 36.
    expect(goodnessOfFit([5300, 4700], [1, 1])).toEqual({ statistic: 36, degrees: 1, pValue: chiSquareTail(36, 1) });
    expect(goodnessOfFit([300, 100], [75, 25])).toEqual({ statistic: 0, degrees: 1, pValue: 1 });
    expect(goodnessOfFit([1, 0], [0, 1])?.pValue).toBe(0);
    expect(goodnessOfFit([7], [1])).toBeNull();
    // 20 of 100 and 30 of 100: 8/3 by hand.
    expect(sameShares({ size: 100, converted: 20 }, { size: 100, converted: 30 })?.statistic).toBeCloseTo(8 / 3, 12);
    expect(sameShares({ size: 100, converted: 0 }, { size: 100, converted: 0 })).toBeNull();
  });

  it('FR-F008 correct several at once as Holm does, and as R’s p.adjust prints it', () => {
    expect(holm([0.01, 0.02, 0.03, 0.04])).toEqual([0.04, 0.06, 0.06, 0.06]);
    expect(holm([0.04, 0.001])).toEqual([0.04, 0.002]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  it('FR-F008 say nothing before there is anything to compare', () => {
    const [one, none] = [
      { size: 1, mean: 1, variance: 0 },
      { size: 0, mean: 0, variance: 0 },
    ];
    for (const compare of [compareAtAnyTime, compareOnce]) {
      expect(compare(one, { size: 5, mean: 1, variance: 1 }, 0.05)).toBeNull();
      expect(compare(none, none, 0.05)).toBeNull();
      expect(compare({ size: 5, mean: 1, variance: 0 }, { size: 5, mean: 1, variance: 0 }, 0.05)).toBeNull();
      expect(compare({ size: 5, mean: 0, variance: 1 }, { size: 5, mean: 2, variance: 1 }, 0.05)?.lift).toBeNull();
    }
    expect(compareOnce({ size: 5, mean: 1, variance: 0 }, { size: 5, mean: 2, variance: 0 }, 0.05)).toBeNull();
  });

  it('FR-F008 have an interval without 0 exactly where the p-value is below the level', () => {
    const sample = fc.record({
      size: fc.integer({ min: 2, max: 100_000 }),
      mean: fc.double({ min: -9, max: 9, noNaN: true }),
      variance: fc.double({ min: 0.01, max: 99, noNaN: true }),
    });
    fc.assert(
      fc.property(
        sample,
        sample,
        fc.constantFrom(0.05, 0.01),
        fc.constantFrom(compareAtAnyTime, compareOnce),
        (a, b, alpha, compare) => {
          const { interval, liftInterval, pValue = 1 } = compare(a, b, alpha) ?? {};
          // An anytime p-value takes the interval's own tuning, which is that of its level.
          if (Math.abs(pValue - alpha) < 1e-9) return;
          for (const one of [interval, liftInterval ?? interval])
            expect(one !== undefined && (one.from > 0 || one.to < 0)).toBe(pValue < alpha);
        },
      ),
    );
  });
});
