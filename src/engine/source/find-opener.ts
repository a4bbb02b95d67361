/**
 * Where the quote or bracket opens that was still open at `offset`, by a rough scan of the lines before
 * it: the parser tells only where it gave up. Null when the scan finds none.
 */
export function findOpener(text: string, offset: number): number | null {
  const open: number[] = [];
  let index = 0;
  let atTokenStart = true;
  while (index < offset) {
    const character = text.charAt(index);
    if (character === '#' && (index === 0 || /\s/.test(text.charAt(index - 1)))) {
      const end = text.indexOf('\n', index);
      index = end === -1 ? offset : end;
      continue;
    }
    if ((character === '"' || character === "'") && atTokenStart) {
      const end = closingQuote(text, index, offset);
      if (end === null) return index;
      index = end + 1;
      atTokenStart = false;
      continue;
    }
    if ((character === '[' || character === '{') && (atTokenStart || open.length > 0)) open.push(index);
    else if ((character === ']' || character === '}') && open.length > 0) open.pop();
    if (!/\s/.test(character)) atTokenStart = ':,[{-?'.includes(character);
    else if (character === '\n') atTokenStart = true;
    index++;
  }
  return open.at(-1) ?? null;
}

function closingQuote(text: string, from: number, limit: number): number | null {
  const quote = text.charAt(from);
  for (let index = from + 1; index < limit; index++) {
    const character = text.charAt(index);
    if (quote === '"' && character === '\\') index++;
    else if (character === quote) {
      if (quote === "'" && text.charAt(index + 1) === "'") index++;
      else return index;
    }
  }
  return null;
}
