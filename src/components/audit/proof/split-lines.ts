const lineEnd = 0x0a;

export interface LineReader {
  /** One or more lines, each with its end. What is done to the bytes must be undone. */
  lines(buffer: Buffer): void;
  /** What stands behind the last line's end. Called at the end, if it is not empty, or when it is endless. */
  rest(buffer: Buffer): void;
}

/** Bytes of a line: beyond this it is none of an export, and must not fill the memory. */
const longest = 64 * 1024 * 1024;

/** Cuts at ends of lines, in constant memory. */
export async function splitLines(chunks: AsyncIterable<Uint8Array>, reader: LineReader): Promise<void> {
  let rest: readonly Buffer[] = [];
  let waiting = 0;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    let from = 0;
    if (waiting > 0) {
      // Only the line that was cut is put together, and not all that follows it.
      from = bytes.indexOf(lineEnd) + 1;
      if (from > 0) {
        reader.lines(Buffer.concat([...rest, bytes.subarray(0, from)]));
        rest = [];
        waiting = 0;
      }
    }
    const end = waiting > 0 ? 0 : bytes.lastIndexOf(lineEnd) + 1;
    if (end > from) reader.lines(bytes.subarray(from, end));
    const left = bytes.subarray(Math.max(from, end));
    if (left.length > 0) {
      rest = [...rest, left];
      waiting += left.length;
    }
    if (waiting > longest) break;
  }
  if (waiting > 0) reader.rest(Buffer.concat(rest));
}

/** Calls `handle` with where each line begins and where its end stands. */
export function eachLine(buffer: Buffer, handle: (from: number, to: number) => void): void {
  let from = 0;
  for (let to = buffer.indexOf(lineEnd); to >= 0; to = buffer.indexOf(lineEnd, from)) {
    handle(from, to);
    from = to + 1;
  }
}
