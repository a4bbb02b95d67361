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
import { studentTails } from '../../../../src/components/features/experiments/statistics/distributions.ts';
import { holm } from '../../../../src/components/features/experiments/statistics/holm.ts';

/*
 * Computed by others: SciPy 1.17 (ttest_ind_from_stats, chi2_contingency, chisquare), statsmodels 0.14 (multipletests),
 * and mpmath with forty digits. Of the confidence sequence, mpmath integrated the mixture of likelihood ratios that it
 * is made of, ∫ exp(λ z √n − λ² n / 2) dN(0, ρ²), and took the p-value for its inverse.
 */

/** Of numbers however small. */
function expectAlike(found: number | undefined, wanted: number, digits = 1e-9): void {
  expect(found).toBeDefined();
  expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThanOrEqual(digits * wanted);
}

function sample(size: number, mean: number, variance: number): Sample {
  return { size, mean, variance };
}

describe('two variations', () => {
  it.each([
    ['of two units', sample(2, 1, 0.5), sample(2, 3, 2), 0.258532133707827, 0.997344387950933],
    ['of two and a thousand', sample(2, 0, 1e-6), sample(1000, 1, 4), 2.01338313741699e-50, 1],
    [
      'of which one never converts',
      sample(1000, 0.01, 0.0099099),
      sample(1000, 0, 0),
      0.00153570551754226,
      0.0448268514057386,
    ],
    ['that differ', sample(5000, 0.2, 0.16), sample(5000, 0.25, 0.1875), 2.0723393165566e-9, 1.95477421540796e-7],
    [
      'of a million',
      sample(1e6, 0.01, 0.0099),
      sample(1e6, 0.0108, 0.01068336),
      2.4597866451952395e-8,
      1.00312563757147e-5,
    ],
    [
      'of unlike size',
      sample(99_000, 0.01, 0.0099),
      sample(1000, 0.001, 0.000999),
      2.75228609590636e-17,
      0.0794542715916571,
    ],
    ['of a hundred million', sample(1e8, 5, 100), sample(1e8, 5.004, 100), 0.004677735446059006, 1],
    ['of huge numbers', sample(500, 1e12, 1e26), sample(300, 3e12, 4e26), 0.107087468389465, 0.728459754869482],
    ['of unlike spread', sample(10_000, 12.5, 2500), sample(400, 9.5, 900), 0.0583643727539516, 1],
  ])('FR-F008 %s have the p-values that others compute', (_, control, treated, once, atAnyTime) => {
    expectAlike(compareOnce(control, treated, 0.05)?.pValue, once, 1e-8);
    expectAlike(compareAtAnyTime(control, treated, 0.05)?.pValue, atAnyTime);
  });

  it('FR-F008 are told apart where all of one convert and none of the other', () => {
    const few = compareAtAnyTime(sample(50, 0, 0), sample(50, 1, 0), 0.05);
    expectAlike(few?.pValue, 0.00122244530408466);
    expect(few).toMatchObject({ difference: 1, lift: null, liftInterval: null });
    expect(compareAtAnyTime(sample(1000, 1, 0), sample(1000, 0, 0), 0.05)?.pValue).toBeLessThan(1e-300);
    expect(compareAtAnyTime(sample(5, 1, 0), sample(5, 0, 0), 0.05)?.pValue).toBeGreaterThan(0.9);
    expect(compareOnce(sample(1000, 1, 0), sample(1000, 0, 0), 0.05)).toBeNull();
  });

  it('FR-F008 are not told apart where a small one has had no time to convert', () => {
    // 2,000 units split 95 to 5, of which one in a hundred converts: none of 100 is what chance does in a third of all.
    const found = compareAtAnyTime(sample(1900, 0.01, 0.0099), sample(100, 0, 0), 0.05);
    expect(found?.pValue).toBe(1);
    expect(found?.liftInterval?.from).toBeLessThan(-10);
    // What is known exactly of nobody is not known exactly of the lift either.
    expect(compareOnce(sample(1900, 0.01, 0.0099), sample(100, 0, 0), 0.05)?.liftInterval).toBeNull();
  });

  it('FR-F008 stay finite where squares would not, and judge whatever the unit of measurement', () => {
    for (const scale of [1e-90, 1, 1e90]) {
      const [a, b] = [sample(40, 2 * scale, scale ** 2), sample(60, 3 * scale, 4 * scale ** 2)];
      expectAlike(compareOnce(a, b, 0.05)?.pValue, 0.001364039674259565);
      expectAlike(compareOnce(a, b, 0.05)?.liftInterval?.from, 0.1833525562303143);
    }
  });
});

it('FR-F008 Student’s t of very many degrees is what others compute', () => {
  expectAlike(studentTails(1.96, 1e6), 0.0499960675852698, 1e-10);
  expectAlike(studentTails(5, 1e7), 5.73312807500854e-7, 1e-10);
  expectAlike(studentTails(12, 1e8), 3.55315096426896e-33, 1e-8);
});

describe('counts', () => {
  it.each([
    [[20, 80], [30, 70], 0.10247043485974942],
    [[1, 99_999], [40, 99_960], 1.1192671436934478e-9],
    [[50_000, 50_000], [51_000, 49_000], 7.736119961824598e-6],
    [[3, 7], [0, 10], 0.06028917399060221],
  ])('FR-F008 %j and %j have the p-value that others compute', ([a = 0, b = 0], [c = 0, d = 0], pValue) => {
    expectAlike(sameShares({ size: a + b, converted: a }, { size: c + d, converted: c })?.pValue, pValue);
  });

  it('FR-F008 of all and of none are beyond doubt, and of nobody or everybody in both beyond judgement', () => {
    expect(sameShares({ size: 1000, converted: 0 }, { size: 1000, converted: 1000 })).toEqual({
      statistic: 2000,
      degrees: 1,
      pValue: 0,
    });
    expect(sameShares({ size: 1000, converted: 1000 }, { size: 1000, converted: 1000 })).toBeNull();
    expect(sameShares({ size: 0, converted: 0 }, { size: 1000, converted: 1000 })).toBeNull();
  });

  it.each([
    [[5010, 3000, 1990], [0.5, 0.3, 0.2], 0.9656054162575665],
    [[100, 90, 110, 400], [1, 1, 1, 4], 0.5724067044708798],
    [[1_000_000, 1_010_000], [1, 1], 1.745275146853843e-12],
    [[9000, 980, 20], [0.9, 0.09, 0.01], 3.6175823092832526e-16],
  ])('FR-F008 %j of shares %j have the p-value that others compute', (observed, shares, pValue) => {
    expectAlike(goodnessOfFit(observed, shares)?.pValue, pValue);
  });
});

it.each([
  [
    [0.03, 0.001, 0.03, 0.2, 0.0005, 0.9],
    [0.12, 0.005, 0.12, 0.4, 0.003, 0.9],
  ],
  [
    [1e-300, 0.5, 0.5, 1e-12],
    [4e-300, 1, 1, 3e-12],
  ],
  [
    [1, 1, 0.02],
    [1, 1, 0.06],
  ],
  [
    [0.012, 0.012, 0.049, 0.8, 0.011],
    [0.055, 0.055, 0.098, 0.8, 0.055],
  ],
])('FR-F008 %j are corrected by Holm to what others compute', (pValues, corrected) => {
  for (const [index, found] of holm(pValues).entries()) expectAlike(found, corrected[index] ?? Number.NaN);
});
