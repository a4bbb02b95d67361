/** Holm's correction for several tests at once: p-values that may each be held against the level of all together. */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((pValue, index) => ({ index, pValue })).toSorted((a, b) => a.pValue - b.pValue);
  const corrected = [...pValues];
  let least = 0;
  for (const [rank, { index, pValue }] of order.entries()) {
    least = Math.max(least, Math.min(1, pValue * (pValues.length - rank)));
    corrected[index] = least;
  }
  return corrected;
}
