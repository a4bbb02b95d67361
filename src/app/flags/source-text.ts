/** Marks at the beginning of a file that say how its characters are written. */
const marks = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** The text of a source file in UTF-8, or in UTF-16 that says so, as some Windows tools write it; null for what is no text. */
export function sourceText(bytes: Uint8Array): string | null {
  const marked = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return new TextDecoder(marked.encoding).decode(bytes);
  return bytes.includes(0) ? null : new TextDecoder().decode(bytes);
}
