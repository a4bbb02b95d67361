import { incompleteBeta, upperGamma } from './special-functions.ts';

/** P(X > x) of the chi-square distribution: the p-value of a chi-square test. */
export function chiSquareTail(x: number, degrees: number): number {
  return upperGamma(degrees / 2, x / 2);
}

/** P(|T| > |t|) of Student's t distribution: the p-value of a two-sided t test. */
export function studentTails(t: number, degrees: number): number {
  const square = t * t;
  if (!Number.isFinite(square)) return 0;
  return incompleteBeta(degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square));
}

/** The t ≥ 0 that |T| exceeds with this probability; by halving, to the last bit that tells two doubles apart. */
export function studentQuantile(tails: number, degrees: number): number {
  let [low, high] = [0, 1];
  while (studentTails(high, degrees) > tails) high *= 2;
  for (let middle = high / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
    if (studentTails(middle, degrees) > tails) low = middle;
    else high = middle;
  }
  return high;
}
