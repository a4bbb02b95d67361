import { eastAsianWidth } from 'get-east-asian-width';

/** Columns that a text takes by the count of `ruff format`: each character by itself, also of an emoji made of several. */
export function columnsOf(text: string): number {
  if (isNarrow.test(text)) return text.length;
  let columns = 0;
  for (const character of text) {
    if (!withoutWidth.test(character)) columns += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return columns;
}

/** Of which each is one column wide; most texts have no others. */
const isNarrow = /^[\x20-\x7e]*$/u;

/** Marks, what no editor shows, what joins a letter of Hangul before it, and what joins the letter behind it. */
const withoutWidth = new RegExp(
  [
    String.raw`[\p{Cc}\p{Grapheme_Extend}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7c6\ud7cb-\ud7fb]`,
    String.raw`[\u0605\u070f\u0890\u0891\u08e2\u0d4e\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}]`,
    String.raw`[\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]`,
  ].join('|'),
  'u',
);
