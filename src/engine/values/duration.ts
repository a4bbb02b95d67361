const milliseconds: { readonly [unit: string]: number } = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** The length of `90d` or `15m` in milliseconds; undefined for what is no duration. */
export function durationMilliseconds(text: string): number | undefined {
  const [, count, unit] = /^([1-9][0-9]{0,8})(ms|s|m|h|d|w)$/.exec(text) ?? [];
  const size = unit === undefined ? undefined : milliseconds[unit];
  return count === undefined || size === undefined ? undefined : Number(count) * size;
}
