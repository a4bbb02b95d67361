/** How the lines of a text end: as its first one does. */
export function lineBreakOf(text: string): '\r\n' | '\n' {
  return /^[^\n]*\r\n/u.test(text) ? '\r\n' : '\n';
}
