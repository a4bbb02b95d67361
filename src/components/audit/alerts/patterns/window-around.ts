/** The first window of this length, among those a moment lies in, that has enough; `moments` are by time. */
export function windowAround(
  moments: readonly (readonly [moment: number, amount: number])[],
  around: number,
  length: number,
  atLeast: number,
): { readonly from: number; readonly to: number; readonly count: number } | null {
  const near = moments.filter(([at]) => Math.abs(at - around) <= length);
  let end = 0;
  let count = 0;
  for (const [from, amount] of near) {
    if (from > around) break;
    for (let next = near[end]; next !== undefined && next[0] - from <= length; next = near[end]) {
      count += next[1];
      end += 1;
    }
    if (count >= atLeast) return { from, to: near[end - 1]?.[0] ?? from, count };
    count -= amount;
  }
  return null;
}
