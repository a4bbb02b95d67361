import { eastAsianWidth } from 'get-east-asian-width';

/** ASCII, and the signs that lists and verdicts have: each is one column wide. */
const plain = /^[\x20-\x7e·–…✓✗]*$/u;
const colourSequence = new RegExp(String.raw`\u001b\[[\d;]*m`, 'gu');

/** Made when first needed: it takes longer than everything else that a plain project shows. */
let segmenter: Intl.Segmenter | undefined;

/** Columns that text takes in a terminal; colours take none. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  let columns = 0;
  for (const character of charactersOf(text.replaceAll(colourSequence, ''))) columns += widthOfCharacter(character);
  return columns;
}

function widthOfCharacter(character: string): number {
  // These expressions stand where they are used, since gathering the characters of a property takes a while.
  if (/^[\p{Mark}\p{Default_Ignorable_Code_Point}\p{Cc}]+$/u.test(character)) return 0;
  // What a terminal draws two columns wide whatever its script: emoji, flags, and what is asked to look like one.
  const isDrawnWide = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f/u.test(character);
  return isDrawnWide ? 2 : eastAsianWidth(character.codePointAt(0) ?? 0);
}

/** What a reader takes for one character, which may be many code points. */
function* charactersOf(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter('en');
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/** Pads with spaces on the right up to `width` columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Cuts to at most `width` columns, marking the cut; never inside a character. */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let columns = 0;
  for (const character of charactersOf(text)) {
    columns += widthOfCharacter(character);
    if (columns > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
