import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { state } from '../diagnostic/statement.ts';
import { atStart, decodeSource, maximumFileBytes, tooLarge } from '../source/decode-source.ts';
import { SourceText } from '../source/source-text.ts';
import { fileTrouble } from './file-trouble.ts';
import type { SourceFiles } from './source-files.ts';

/** The text of one file, or why there is none. Large files are refused before they are read. */
export async function readSource(
  files: SourceFiles,
  directory: string,
  path: string,
): Promise<SourceText | Diagnostic> {
  const absolute = `${directory}/${path}`;
  try {
    const { size, type } = await files.stat(absolute);
    // Reading a pipe would wait for somebody to write into it.
    if (type !== 'file') return atStart(path, state('file/not-a-file', {}));
    if (size > maximumFileBytes) return tooLarge(path, size);
    return decodeSource(path, await files.readBytes(absolute));
  } catch (error) {
    return fileTrouble(path, 'file', error);
  }
}

export function isSource(read: SourceText | Diagnostic): read is SourceText {
  return read instanceof SourceText;
}
