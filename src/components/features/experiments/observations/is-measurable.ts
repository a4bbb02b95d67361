/** Beyond this, sums and squares of a few numbers leave the range of a double, and nothing could be said of a metric. */
const largestNumber = 1e15;

/** Whether results can be made of these numbers. What could not be measured would spoil all that was. */
export function isMeasurable(properties: { readonly [name: string]: number } = {}): boolean {
  return Object.values(properties).every((value) => Math.abs(value) <= largestNumber);
}
