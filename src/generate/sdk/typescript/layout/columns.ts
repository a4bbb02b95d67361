import { eastAsianWidth } from 'get-east-asian-width';

/** Columns that a text takes by the count of `prettier`, which decides by them what fits on a line. */
export function columnsOf(text: string): number {
  if (isNarrow.test(text)) return text.length;
  let columns = 0;
  // What is drawn as one picture is two columns wide, however many characters it is written with.
  const rest = text.replaceAll(/\p{RGI_Emoji}|\p{Emoji_Modifier_Base}/gv, () => {
    columns += 2;
    return '';
  });
  for (const character of rest) {
    if (!/[\p{Cc}\p{Nonspacing_Mark}\p{Enclosing_Mark}]/u.test(character)) {
      columns += eastAsianWidth(character.codePointAt(0) ?? 0);
    }
  }
  return columns;
}

/** Of which each is one column wide; most texts have no others. */
const isNarrow = /^[\x20-\x7e]*$/u;
