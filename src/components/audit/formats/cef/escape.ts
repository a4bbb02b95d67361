import { visibleControls } from '../visible-controls.ts';

const [space, equals, backslash, bar, del, firstSign, lineSeparator] = [0x20, 0x3d, 0x5c, 0x7c, 0x7f, 0xa0, 0x2028];
/** Marks that turn the direction of writing, among characters of which the others are plain. */
const [arabicLetterMark, leftToRightMark, rightToLeftMark] = [0x061c, 0x200e, 0x200f];

/** A field of the header: one line, in which `\` and `|` are escaped and `=` is not. */
export function escapeHeader(text: string): string {
  if (isPlain(text)) return text;
  return escapeBackslash(visibleControls(text)).replaceAll('|', '\\|');
}

/** The value of a key: line ends become `\n` and `\r`; `\` and `=` are escaped, and `|` is not. */
export function escapeValue(text: string): string {
  if (isPlain(text)) return text;
  return escapeBackslash(visibleControls(text, '\n\r'))
    .replaceAll('=', '\\=')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

/**
 * Nothing in it may have to be escaped, as in nearly all texts: to look for that is cheaper than to replace nothing
 * several times. What is behind the line separator is left to those who know which of it is.
 */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < space || code === equals || code === backslash || code === bar) return false;
    if (code >= del && !isPlainSign(code)) return false;
  }
  return true;
}

/** Beyond ASCII. */
function isPlainSign(code: number): boolean {
  if (code < firstSign || code >= lineSeparator) return false;
  return code !== arabicLetterMark && code !== leftToRightMark && code !== rightToLeftMark;
}

/** First of all: what is escaped afterwards gets backslashes of its own. */
function escapeBackslash(text: string): string {
  return text.replaceAll('\\', '\\\\');
}
