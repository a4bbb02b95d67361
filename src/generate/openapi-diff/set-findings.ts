import type { DifferenceCode, Direction, Finding } from './difference.ts';

/** Names that are gone, and names that have come. */
export function setFindings(
  before: readonly string[],
  after: readonly string[],
  codes: { readonly gone: DifferenceCode; readonly come: DifferenceCode },
  { direction, place }: { readonly place: string; readonly direction: Direction | null },
): readonly Finding[] {
  const finding = { place, direction };
  return [
    ...before.filter((name) => !after.includes(name)).map((was) => ({ ...finding, code: codes.gone, was, is: null })),
    ...after.filter((name) => !before.includes(name)).map((is) => ({ ...finding, code: codes.come, was: null, is })),
  ];
}
