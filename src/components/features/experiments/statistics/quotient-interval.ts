export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** A mean, and the square of its standard error. */
export interface Estimate {
  readonly mean: number;
  readonly error: number;
}

/**
 * Fieller's interval for the quotient of two means: all q at which `top − q · bottom` is no further from 0 than `reach`
 * of its standard errors. It has 1 in it exactly where the difference of the means has 0 within reach. Null where it
 * is not bounded, since `bottom` may itself be 0.
 */
export function quotientInterval(top: Estimate, bottom: Estimate, reach: number): Interval | null {
  const quotient = top.mean / bottom.mean;
  // In parts of the bottom's mean, so that it does not matter in what either is measured.
  const ofTop = top.error / bottom.mean / bottom.mean;
  const ofBottom = bottom.error / bottom.mean / bottom.mean;
  const room = 1 - reach * reach * ofBottom;
  if (!(room > 0)) return null;
  const half = reach * Math.sqrt(quotient * quotient * ofBottom + ofTop * room);
  return { from: (quotient - half) / room, to: (quotient + half) / room };
}
