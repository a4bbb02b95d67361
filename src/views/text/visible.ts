/** Most text, known without making the long expression below ready, which takes longer than printing it. */
const plain = /^[\x20-\x7e]*$/;

const shortEscapes: { readonly [character: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Makes foreign text safe to print on one line: whatever could move the cursor, colour the terminal or
 * reorder the line becomes a visible escape. Everything that did not come from this program goes through here.
 */
export function visible(text: string): string {
  if (plain.test(text)) return text;
  // Control characters, lone surrogates, and the marks that change the direction of writing.
  const unprintable = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
  return text.replaceAll(unprintable, (character) => shortEscapes[character] ?? escapeOf(character));
}

function escapeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
