import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/**
 * A data directory in one file: brotli over four bytes of header length, a JSON header, and the files' bytes
 * one after the other. Not a tar archive, because PGlite's own reader unpacks through its WebAssembly file
 * system, five times slower than this. Brotli at 9 with a 16 MB window came to 1.7 MB, against 4.5 for gzip,
 * since two of the three databases in it are copies; both unpack in about 0.1 s.
 */
interface Header {
  /** Relative paths with `/`; directories come before what is in them. */
  readonly directories: readonly string[];
  readonly files: readonly (readonly [path: string, size: number])[];
}

export function packDirectory(directory: string): Uint8Array {
  const directories: string[] = [];
  const files: [string, Buffer][] = [];
  const visit = (relative: string): void => {
    for (const entry of readdirSync(join(directory, relative), { withFileTypes: true })) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) {
        directories.push(path);
        visit(path);
      } else {
        files.push([path, readFileSync(join(directory, path))]);
      }
    }
  };
  visit('');
  const header: Header = { directories, files: files.map(([path, bytes]) => [path, bytes.length]) };
  const head = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return brotliCompressSync(Buffer.concat([length, head, ...files.map(([, bytes]) => bytes)]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

/** Writes the packed directory to `target`, which must not exist. Synchronous: it runs in the database's thread. */
export function unpackDirectory(packed: Uint8Array, target: string): void {
  const bytes = brotliDecompressSync(packed);
  const headLength = bytes.readUInt32LE(0);
  const header = parseHeader(JSON.parse(bytes.toString('utf8', 4, 4 + headLength)));
  mkdirSync(target, { recursive: true, mode: 0o700 });
  for (const path of header.directories) mkdirSync(join(target, path), { mode: 0o700 });
  let offset = 4 + headLength;
  for (const [path, size] of header.files) {
    writeFileSync(join(target, path), bytes.subarray(offset, offset + size), { mode: 0o600 });
    offset += size;
  }
  if (offset !== bytes.length)
    throw new Error(`The snapshot is damaged: ${dirname(target)} was to receive ${offset} bytes of ${bytes.length}.`);
}

function parseHeader(value: unknown): Header {
  if (typeof value !== 'object' || value === null || !('directories' in value) || !('files' in value))
    throw new Error('The snapshot has no header.');
  const { directories, files } = value;
  if (!Array.isArray(directories) || !Array.isArray(files)) throw new Error('The snapshot has no header.');
  return {
    directories: directories.map(String),
    files: files.map((file: unknown) => {
      if (!Array.isArray(file)) throw new Error('The snapshot has no header.');
      return [String(file[0]), Number(file[1])];
    }),
  };
}
