import type { Style } from '../style.ts';
import { padTo, widthOf } from './width.ts';

/** Columns of text under faint headings, two spaces apart; the last column is not padded. Nothing without rows. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  style: Style,
): readonly string[] {
  if (rows.length === 0) return [];
  const widths = headings.map((heading, column) =>
    Math.max(widthOf(heading), ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === cells.length - 1 ? cell : padTo(cell, widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [style.faint(line(headings)), ...rows.map(line)];
}
