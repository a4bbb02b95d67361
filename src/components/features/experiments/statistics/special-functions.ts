/*
 * The functions that distributions are made of, to about 1e-11 relative; of 10⁸ degrees of freedom still 1e-8. The
 * logarithm of the gamma function by Lanczos' approximation (g = 7, nine terms), that of the beta function of large
 * numbers by Stirling's series, the regularised incomplete gamma and beta functions by series and continued fractions
 * (modified Lentz).
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

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), for a, b > 0. */
function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  if (large < 100) return logGamma(small) + logGamma(large) - logGamma(small + large);
  // Of two large logarithms, the difference would be known to a few digits only.
  const sum = small + large;
  const ofLarge = small - (large - 0.5) * Math.log1p(small / large) - small * Math.log(sum);
  return logGamma(small) + ofLarge + stirling(large) - stirling(sum);
}

/** What ln Γ(x) has beyond (x − ½) ln x − x + ½ ln 2π, for x ≥ 100. */
function stirling(x: number): number {
  return 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5);
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
  const scale = Math.exp(a * logOf(x, rest) + b * logOf(rest, x) - logBeta(a, b));
  const coefficient = (n: number): number => {
    const m = n >> 1;
    if (n % 2 === 0) return (m * (b - m) * x) / ((a + n - 1) * (a + n));
    return (-(a + m) * (a + b + m) * x) / ((a + n - 1) * (a + n));
  };
  return scale / (a * continuedFraction(1, coefficient, () => 1));
}

/** ln x, where x + rest is 1: near 1, the rest says it better. */
function logOf(x: number, rest: number): number {
  return rest < 0.5 ? Math.log1p(-rest) : Math.log(x);
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
