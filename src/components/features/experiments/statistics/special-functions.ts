/*
 * The functions that distributions are made of, to about 1e-14 relative: the logarithm of the gamma function by
 * Lanczos' approximation (g = 7, nine terms), the regularised incomplete gamma and beta functions by series and
 * continued fractions (modified Lentz).
 */

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const mostTerms = 10_000;
const tiny = 1e-300;
const enough = 1e-16;

/** For x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const at = x - 1;
  const sum = lanczos.reduce((total, term, index) => (index === 0 ? term : total + term / (at + index)), 0);
  const t = at + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Q(a, x) = Γ(a, x) / Γ(a): the upper part, for a > 0 and x ≥ 0. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < mostTerms && Math.abs(term) > Math.abs(sum) * enough; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - sum * scale;
  }
  return (
    scale /
    continuedFraction(
      x + 1 - a,
      (n) => -n * (n - a),
      (n) => x + 1 - a + 2 * n,
    )
  );
}

/** I_x(a, b), for a, b > 0 and 0 ≤ x ≤ 1. `rest` is 1 − x, where it is known better than by subtraction. */
export function incompleteBeta(a: number, b: number, x: number, rest: number = 1 - x): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, rest, x);
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest));
  const coefficient = (n: number): number => {
    const m = n >> 1;
    if (n % 2 === 0) return (m * (b - m) * x) / ((a + n - 1) * (a + n));
    return (-(a + m) * (a + b + m) * x) / ((a + n - 1) * (a + n));
  };
  return scale / (a * continuedFraction(1, coefficient, () => 1));
}

/** first + a₁ / (b₁ + a₂ / (b₂ + …)) */
function continuedFraction(first: number, a: (n: number) => number, b: (n: number) => number): number {
  let value = first === 0 ? tiny : first;
  let c = value;
  let d = 0;
  for (let n = 1; n < mostTerms; n += 1) {
    d = b(n) + a(n) * d;
    c = b(n) + a(n) / c;
    d = 1 / (d === 0 ? tiny : d);
    c = c === 0 ? tiny : c;
    value *= c * d;
    if (Math.abs(c * d - 1) < enough * 2) break;
  }
  return value;
}
