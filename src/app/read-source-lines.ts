import { join } from 'node:path';
import type { Diagnostic } from '../engine/diagnostic/diagnostic.ts';
import { foreignEncoding } from '../engine/source/decode-source.ts';
import type { Host } from '../host/contract.ts';

/** Larger files are shown without their lines: a code frame is not worth reading them again. */
const largestFile = 10 * 1024 * 1024;

/**
 * The lines of the files that `diagnostics` point into, for code frames. A file that cannot be read any more,
 * or is in another encoding, is left out; a file whose every diagnostic is sensitive is not opened.
 */
export async function readSourceLines(
  directory: string,
  diagnostics: readonly Diagnostic[],
  host: Pick<Host, 'files'>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = new Set(diagnostics.filter(({ sensitive }) => sensitive !== true).flatMap(filesOf));
  const lines = new Map<string, readonly string[]>();
  for (const file of files) {
    const text = await readText(join(directory, file), host);
    if (text !== null) lines.set(file, text.split(/\r\n|\r|\n/u));
  }
  return lines;
}

function filesOf({ at, related = [] }: Diagnostic): readonly string[] {
  return [...(at === undefined ? [] : [at.file]), ...related.map((place) => place.at.file)];
}

async function readText(path: string, { files }: Pick<Host, 'files'>): Promise<string | null> {
  try {
    const { size, type } = await files.stat(path);
    if (type !== 'file' || size > largestFile) return null;
    const bytes = await files.readBytes(path);
    // Read as UTF-8 every second character of it would be none.
    return foreignEncoding(bytes) === null ? new TextDecoder().decode(bytes) : null;
  } catch {
    return null;
  }
}
