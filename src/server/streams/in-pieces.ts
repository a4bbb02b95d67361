/** Bytes of which can be seen whether a slow reader takes them: of what is larger, only when all of it was taken. */
const pieceSize = 64 * 1024;

/** All of it, one piece after the other. What is small is given as it is. */
export function* inPieces(whole: Uint8Array | string): Generator<Uint8Array | string> {
  if (whole.length <= pieceSize) return yield whole;
  const bytes = typeof whole === 'string' ? Buffer.from(whole) : whole;
  for (let from = 0; from < bytes.length; from += pieceSize) yield bytes.subarray(from, from + pieceSize);
}
