import type { Diagnostic, SourceRange } from '../diagnostic/diagnostic.ts';
import { state, type Statement } from '../diagnostic/statement.ts';
import { SourceText } from './source-text.ts';

/** Larger files are not configuration written by people, and would cost hundreds of MB to parse. */
export const maximumFileBytes = 10 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file, or the one reason why it has none. Accepts UTF-8 with or without a byte order mark. */
export function decodeSource(file: string, bytes: Uint8Array): SourceText | Diagnostic {
  const encoding = foreignEncoding(bytes);
  if (encoding !== null) {
    const hint = 'Save the file as UTF-8.';
    return atStart(file, state('file/encoding', { encoding }, { hint }));
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { ...state('file/binary', {}), at: byteRange(file, bytes, zero) };
  try {
    return sourceFrom(file, utf8.decode(bytes));
  } catch {
    const hint = 'Save the file as UTF-8.';
    return { ...state('file/not-utf8', {}, { hint }), at: byteRange(file, bytes, firstBadByte(bytes)) };
  }
}

export function sourceFrom(file: string, text: string): SourceText {
  return new SourceText(file, text.includes('\ufeff') ? withoutMarks(text) : text);
}

/** Files that were joined leave their byte order marks where each of them began. */
function withoutMarks(text: string): string {
  return text.replaceAll(/^\ufeff+/gm, '');
}

export function tooLarge(file: string, size: number): Diagnostic {
  const parameters = { size: megabytes(size), limit: megabytes(maximumFileBytes) };
  return atStart(
    file,
    state('file/too-large', parameters, { hint: 'Split it, or name it under `ignore` in dream.yaml.' }),
  );
}

/** A diagnostic about a file as a whole stands at its first character. */
export function atStart(file: string, statement: Statement): Diagnostic {
  return { ...statement, at: { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } };
}

/** Of a text that is no UTF-8 by how it begins; null where nothing says so. */
export function foreignEncoding(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16';
  if (first === 0xfe && second === 0xff) return 'UTF-16';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'UTF-32';
  return looksLikeUtf16(bytes) ? 'UTF-16' : null;
}

/** Without a byte order mark, UTF-16 text of ASCII characters has a zero in every second byte. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length & ~1, 64);
  if (length < 4) return false;
  const zeros = [0, 0];
  for (let index = 0; index < length; index++) if (bytes[index] === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = length / 2;
  return (even === half && odd === 0) || (odd === half && even === 0);
}

/** Where the longest prefix ends that decodes to whole characters. */
function firstBadByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // The prefix may end in the middle of a character: what decodes of it is what comes before.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return new TextEncoder().encode(decoder.decode(bytes.subarray(0, low), { stream: true })).length;
}

function decodes(prefix: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function byteRange(file: string, bytes: Uint8Array, index: number): SourceRange {
  const before = new SourceText(file, new TextDecoder().decode(bytes.subarray(0, index)));
  return before.range(before.text.length, before.text.length);
}

function megabytes(bytes: number): string {
  return `${(bytes / (1024 * 1024)).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1)} MB`;
}
