/** Most text, known without making the long expression below ready, which takes longer than printing it. */
const plain = /^[\x20-\x7e]*$/;

const shortEscapes: { readonly [character: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Makes foreign text safe to print on one line: whatever could move the cursor, colour the terminal or
 * reorder the line becomes a visible escape. Everything that did not come from this program goes through here.
 */
export function visible(text: string): string {
  if (plain.test(text)) return text;
  // Control characters, lone surrogates, the marks that change the direction of writing, and what has no width at all
  // but for the joiners that scripts and emoji are written with.
  const unprintable =
    /[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/gu;
  return text.replaceAll(unprintable, (character) => shortEscapes[character] ?? escapeOf(character));
}

function escapeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
