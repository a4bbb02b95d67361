import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What gzip begins with. */
const magic = Buffer.of(0x1f, 0x8b);

export interface Unzipped {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Once the chunks have ended: whether they did before what was compressed had. */
  readonly isBroken: () => boolean;
}

/** What was compressed by gzip, as it was before; anything else as it is. */
export function unzipped(source: AsyncIterable<Uint8Array>): Unzipped {
  let broken = false;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const iterator = source[Symbol.asyncIterator]();
    const first = await iterator.next();
    if (first.done === true) return;
    async function* whole(): AsyncGenerator<Uint8Array> {
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => iterator };
    }
    if (!Buffer.from(first.value).subarray(0, magic.length).equals(magic)) return yield* whole();
    const gunzip = createGunzip();
    const compressed = Readable.from(whole(), { objectMode: false });
    compressed.on('error', (problem) => gunzip.destroy(problem));
    try {
      for await (const chunk of compressed.pipe(gunzip)) yield Buffer.from(chunk);
    } catch (problem) {
      if (!isOfCompression(problem)) throw problem;
      broken = true;
    }
  }
  return { chunks: chunks(), isBroken: () => broken };
}

function isOfCompression(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && String(problem.code).startsWith('Z_');
}
