/** A text as Java writes it. */
export function textLiteral(text: string): string {
  const escaped = text
    // Behind half of a character, javac miscounts the backslashes of the usual form.
    .replaceAll('\\', text.isWellFormed() ? String.raw`\\` : String.raw`\134`)
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/** The same for a text of any length: a class file holds no literal above 65,535 bytes. */
export function longTextLiteral(text: string): string {
  if (text.length <= longestLiteral) return textLiteral(text);
  const parts = Array.from({ length: Math.ceil(text.length / longestLiteral) }, (_, index) =>
    textLiteral(text.slice(index * longestLiteral, (index + 1) * longestLiteral)),
  );
  return `String.join("", ${parts.join(', ')})`;
}

/** Of UTF-16 units, each of which takes three bytes at most. */
const longestLiteral = 20_000;
