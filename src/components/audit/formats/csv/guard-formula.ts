/** Wide characters too: some spreadsheets read them as the narrow ones. */
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it, which makes it a text. So does one
 * that already looks like such a cell: taking one apostrophe off every cell of that shape gives back what was there.
 */
export function guardFormula(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}
