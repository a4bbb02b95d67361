import { chiSquareTail } from './distributions.ts';

export interface ChiSquare {
  readonly statistic: number;
  readonly degrees: number;
  readonly pValue: number;
}

/** Whether counts fit the shares expected of them (of any sum). Null where fewer than two are expected, or nothing was counted. */
export function goodnessOfFit(observed: readonly number[], shares: readonly number[]): ChiSquare | null {
  const [total, whole] = [sumOf(observed), sumOf(shares)];
  const cells = observed.map((count, index) => ({ count, expected: (total * (shares[index] ?? 0)) / whole }));
  // Somebody where nobody is expected can be no chance.
  if (cells.some(({ count, expected }) => expected === 0 && count > 0))
    return { statistic: Number.POSITIVE_INFINITY, degrees: cells.length - 1, pValue: 0 };
  return tested(cells.filter(({ expected }) => expected > 0));
}

/** Whether two shares are the same: Pearson's test of a table of two by two, without a correction. */
export function sameShares(first: Share, second: Share): ChiSquare | null {
  const converted = (first.converted + second.converted) / (first.size + second.size);
  const cells = [first, second].flatMap(({ converted: count, size }) => [
    { count, expected: size * converted },
    { count: size - count, expected: size * (1 - converted) },
  ]);
  if (cells.some(({ expected }) => !(expected > 0))) return null;
  const statistic = statisticOf(cells);
  return { statistic, degrees: 1, pValue: chiSquareTail(statistic, 1) };
}

export interface Share {
  readonly size: number;
  readonly converted: number;
}

interface Cell {
  readonly count: number;
  readonly expected: number;
}

function tested(cells: readonly Cell[]): ChiSquare | null {
  const degrees = cells.length - 1;
  if (degrees < 1) return null;
  const statistic = statisticOf(cells);
  return { statistic, degrees, pValue: chiSquareTail(statistic, degrees) };
}

function statisticOf(cells: readonly Cell[]): number {
  return sumOf(cells.map(({ count, expected }) => (count - expected) ** 2 / expected));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
