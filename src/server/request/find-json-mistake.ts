/** Longer texts are not searched: their strings could be longer than a regular expression can follow. */
const maximalLength = 1_000_000;

const token =
  /[ \t\r\n]+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)|[[\]{},:]/y;

/** What may come next. */
type Expected = 'value' | 'first-item' | 'key' | 'first-key' | 'colon' | 'comma' | 'end';

/**
 * Offset of the first character that makes a text no JSON, or null when none was found. `JSON.parse` gives it
 * for some mistakes only, and in sentences that quote the text.
 */
export function findJsonMistake(text: string): number | null {
  if (text.length > maximalLength) {
    return null;
  }
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  token.lastIndex = 0;
  for (let offset = 0; offset < text.length; offset = token.lastIndex) {
    token.lastIndex = offset;
    const found = token.exec(text)?.[0];
    if (found === undefined) {
      return offset;
    }
    if (/^[ \t\r\n]/.test(found)) {
      continue;
    }
    const next = step(found, expected, open);
    if (next === null) {
      return offset;
    }
    expected = next;
  }
  return expected === 'end' ? null : text.length;
}

/** Null when `found` may not stand here. */
function step(found: string, expected: Expected, open: ('{' | '[')[]): Expected | null {
  switch (found) {
    case '{':
    case '[':
      if (expected !== 'value' && expected !== 'first-item') {
        return null;
      }
      open.push(found);
      return found === '{' ? 'first-key' : 'first-item';
    case '}':
      return open.pop() === '{' && (expected === 'comma' || expected === 'first-key') ? afterValue(open) : null;
    case ']':
      return open.pop() === '[' && (expected === 'comma' || expected === 'first-item') ? afterValue(open) : null;
    case ',':
      return expected === 'comma' ? (open.at(-1) === '{' ? 'key' : 'value') : null;
    case ':':
      return expected === 'colon' ? 'value' : null;
    default:
      if (expected === 'key' || expected === 'first-key') {
        return found.startsWith('"') ? 'colon' : null;
      }
      return expected === 'value' || expected === 'first-item' ? afterValue(open) : null;
  }
}

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? 'end' : 'comma';
}
