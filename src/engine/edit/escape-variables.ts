/**
 * A text of a live body as a file must have it, so that loading gives the same text: a literal `${` would be
 * read as a variable. `${secrets.NAME}` is left as written, since bodies hold it unresolved.
 */
export function escapeVariables(text: string): string {
  return text.replace(/\$\{(?!secrets\.)/gu, '$$$${');
}
