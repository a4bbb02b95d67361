import { studentQuantile, studentTails } from './distributions.ts';

/** What was measured of the units of one variation. */
export interface Sample {
  /** Units. */
  readonly size: number;
  readonly mean: number;
  /** Of single units, with size − 1. */
  readonly variance: number;
}

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** One variation against the control. */
export interface Comparison {
  /** Mean less that of the control. */
  readonly difference: number;
  readonly interval: Interval;
  /** The difference in parts of the control's mean; null where that is 0. */
  readonly lift: number | null;
  readonly liftInterval: Interval | null;
  readonly pValue: number;
}

/** Units at which intervals that hold at any time are narrowest. */
const tunedFor = 5000;

/**
 * Holds however often and whenever it is looked at: the asymptotic confidence sequence of Waudby-Smith et al. for a
 * difference of means. With `size` units in all and the standard error `s` of the difference,
 *
 *     s · √(2 (size ρ² + 1) / (size ρ²) · ln(√(size ρ² + 1) / α)),  ρ² = (−2 ln α + ln(1 − 2 ln α)) / 5000
 *
 * to either side. The p-value is the smallest α at which 0 is outside. Null before both have two units.
 */
export function compareAtAnyTime(control: Sample, treated: Sample, alpha: number): Comparison | null {
  const size = control.size + treated.size;
  const rho = (-2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha))) / tunedFor;
  const grown = size * rho + 1;
  const reach = Math.sqrt(((2 * grown) / (size * rho)) * Math.log(Math.sqrt(grown) / alpha));
  return compared(control, treated, () => ({
    reach,
    pValueOf: (z) => Math.min(1, Math.sqrt(grown) * Math.exp((-z * z * size * rho) / (2 * grown))),
  }));
}

/** Welch's t test: holds for one look, at a number of units that was settled beforehand. */
export function compareOnce(control: Sample, treated: Sample, alpha: number): Comparison | null {
  const [a, b] = [control.variance / control.size, treated.variance / treated.size];
  const degrees = (a + b) ** 2 / (a ** 2 / (control.size - 1) + b ** 2 / (treated.size - 1));
  return compared(control, treated, () => ({
    reach: studentQuantile(alpha, degrees),
    pValueOf: (t) => studentTails(t, degrees),
  }));
}

interface Yardstick {
  /** Standard errors to either side. */
  readonly reach: number;
  readonly pValueOf: (standardErrors: number) => number;
}

function compared(control: Sample, treated: Sample, yardstick: () => Yardstick): Comparison | null {
  if (control.size < 2 || treated.size < 2) return null;
  const [ofControl, ofTreated] = [control.variance / control.size, treated.variance / treated.size];
  const error = Math.sqrt(ofControl + ofTreated);
  const difference = treated.mean - control.mean;
  // Nothing varies: there is nothing to judge a difference by.
  if (error === 0) return null;
  const { pValueOf, reach } = yardstick();
  const lift = control.mean === 0 ? null : difference / control.mean;
  // By the delta method, for the ratio of two means.
  const ofLift = Math.sqrt(ofTreated + ofControl * (treated.mean / control.mean) ** 2) / Math.abs(control.mean);
  return {
    difference,
    interval: around(difference, reach * error),
    lift,
    liftInterval: lift === null ? null : around(lift, reach * ofLift),
    pValue: pValueOf(difference / error),
  };
}

function around(middle: number, reach: number): Interval {
  return { from: middle - reach, to: middle + reach };
}
