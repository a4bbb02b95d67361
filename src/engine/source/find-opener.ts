/** Whether the quote or bracket at `opener` finds its end after all, so that only the indentation is wrong. */
export function isClosedLater(text: string, opener: number): boolean {
  const character = text.charAt(opener);
  if (character === '"' || character === "'") {
    const end = closingQuote(text, opener, text.length);
    // A quote right before text is more likely the beginning of the next value.
    return end !== null && /^(?:\s|[,:\]}]|$)/.test(text.charAt(end + 1));
  }
  return !openBrackets(text.slice(opener), text.length - opener).includes(0);
}

/**
 * Where the quote or bracket opens that was still open at `offset`, by a rough scan of the lines before
 * it: the parser tells only where it gave up. Null when the scan finds none.
 */
export function findOpener(text: string, offset: number): number | null {
  return openBrackets(text, offset).at(-1) ?? null;
}

/** Offsets of all quotes and brackets still open at `offset`. */
function openBrackets(text: string, offset: number): readonly number[] {
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
      if (end === null) return [...open, index];
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
  return open;
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
