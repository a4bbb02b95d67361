import { studentQuantile, studentTails } from './distributions.ts';
import { type Interval, quotientInterval } from './quotient-interval.ts';

/** What was measured of the units of one variation. */
export interface Sample {
  /** Units. */
  readonly size: number;
  readonly mean: number;
  /** Of single units, with size − 1. */
  readonly variance: number;
}

/** One variation against the control. */
export interface Comparison {
  /** Mean less that of the control. */
  readonly difference: number;
  readonly interval: Interval;
  /** The difference in parts of the control's mean; null where that is 0. */
  readonly lift: number | null;
  /** Null where it has no bounds: the control's mean may itself be 0. */
  readonly liftInterval: Interval | null;
  readonly pValue: number;
}

/** Units at which intervals that hold at any time are narrowest, half of them in each variation. */
const tunedFor = 5000;

/**
 * Holds however often and whenever it is looked at: the asymptotic confidence sequence of Waudby-Smith et al. for a
 * difference of means. With the standard error `s` of the difference, and units as telling as `size` of which each
 * variation has half,
 *
 *     s · √(2 (size ρ² + 1) / (size ρ²) · ln(√(size ρ² + 1) / α)),  ρ² = (−2 ln α + ln(1 − 2 ln α)) / 5000
 *
 * to either side. The p-value is the smallest α at which 0 is outside. Null before both have two units, and where all
 * units are the same.
 *
 * `s` is the larger of two. One has the variance of each variation. That alone takes a small variation in which nobody
 * has done anything yet for one that cannot vary, and would call it decided. The other has the variance of all units
 * together, as if variations made no difference.
 */
export function compareAtAnyTime(control: Sample, treated: Sample, alpha: number): Comparison | null {
  const size = (4 * control.size * treated.size) / (control.size + treated.size);
  const rho = (-2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha))) / tunedFor;
  const grown = size * rho + 1;
  const reach = Math.sqrt(((2 * grown) / (size * rho)) * Math.log(Math.sqrt(grown) / alpha));
  return compared(control, treated, [ownErrors(control, treated), sharedErrors(control, treated)], () => ({
    reach,
    pValueOf: (z) => Math.min(1, Math.sqrt(grown) * Math.exp((-z * z * size * rho) / (2 * grown))),
  }));
}

/**
 * Welch's t test: holds for one look, at a number of units that was settled beforehand. Null before both have two
 * units, and where nothing varies within them.
 */
export function compareOnce(control: Sample, treated: Sample, alpha: number): Comparison | null {
  const own = ownErrors(control, treated);
  const ofControl = own.control / (own.control + own.treated);
  const degrees = 1 / (ofControl ** 2 / (control.size - 1) + (1 - ofControl) ** 2 / (treated.size - 1));
  return compared(control, treated, [own], () => ({
    reach: studentQuantile(alpha, degrees),
    pValueOf: (t) => studentTails(t, degrees),
  }));
}

/** Squares of the standard errors of two means. */
interface Errors {
  readonly control: number;
  readonly treated: number;
}

function ownErrors(control: Sample, treated: Sample): Errors {
  return { control: control.variance / control.size, treated: treated.variance / treated.size };
}

function sharedErrors(control: Sample, treated: Sample): Errors {
  const size = control.size + treated.size;
  const between = ((control.size * treated.size) / size) * (treated.mean - control.mean) ** 2;
  const within = (control.size - 1) * control.variance + (treated.size - 1) * treated.variance;
  const variance = (within + between) / (size - 1);
  return { control: variance / control.size, treated: variance / treated.size };
}

interface Yardstick {
  /** Standard errors to either side. */
  readonly reach: number;
  readonly pValueOf: (standardErrors: number) => number;
}

function compared(
  control: Sample,
  treated: Sample,
  errors: readonly Errors[],
  yardstick: () => Yardstick,
): Comparison | null {
  if (control.size < 2 || treated.size < 2) return null;
  const error = Math.sqrt(Math.max(...errors.map((one) => one.control + one.treated)));
  const difference = treated.mean - control.mean;
  // Nothing varies: there is nothing to judge a difference by.
  if (error === 0) return null;
  const { pValueOf, reach } = yardstick();
  const lift = control.mean === 0 ? null : difference / control.mean;
  return {
    difference,
    interval: { from: difference - reach * error, to: difference + reach * error },
    lift,
    liftInterval: lift === null ? null : liftInterval(control, treated, errors, reach),
    pValue: pValueOf(difference / error),
  };
}

/** Around all that any of the errors allows, so that it has 0 in it exactly where the interval of the difference has. */
function liftInterval(control: Sample, treated: Sample, errors: readonly Errors[], reach: number): Interval | null {
  // A mean that cannot vary would be known exactly.
  if (errors.every((one) => one.treated === 0)) return null;
  const intervals = errors.flatMap((one) => {
    const found = quotientInterval(
      { mean: treated.mean, error: one.treated },
      { mean: control.mean, error: one.control },
      reach,
    );
    return found === null ? [] : [found];
  });
  if (intervals.length < errors.length) return null;
  return {
    from: Math.min(...intervals.map(({ from }) => from)) - 1,
    to: Math.max(...intervals.map(({ to }) => to)) - 1,
  };
}
