import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { state } from '../diagnostic/statement.ts';
import { atStart, decodeSource, maximumFileBytes, sourceFrom, tooLarge } from '../source/decode-source.ts';
import { SourceText } from '../source/source-text.ts';
import { fileTrouble } from './file-trouble.ts';
import type { FoundFile } from './find-files.ts';
import type { SourceFiles } from './source-files.ts';

/** The text of one file that may be anything, or why there is none. */
export async function readSource(
  files: SourceFiles,
  directory: string,
  path: string,
): Promise<SourceText | Diagnostic> {
  try {
    const { size, type } = await files.stat(`${directory}/${path}`);
    // Reading a pipe would wait for somebody to write into it.
    if (type !== 'file') return atStart(path, state('file/not-a-file', {}));
    return await readFound(files, directory, { path, size });
  } catch (error) {
    return fileTrouble(path, 'file', error);
  }
}

/** The text of a file that was found, or why there is none. Large files are refused before they are read. */
export async function readFound(
  files: SourceFiles,
  directory: string,
  { path, size }: FoundFile,
): Promise<SourceText | Diagnostic> {
  if (size > maximumFileBytes) return tooLarge(path, size);
  try {
    const text = await files.readText(`${directory}/${path}`);
    return text === null ? decodeSource(path, await files.readBytes(`${directory}/${path}`)) : sourceFrom(path, text);
  } catch (error) {
    return fileTrouble(path, 'file', error);
  }
}

const readableCodes: ReadonlySet<string> = new Set(['file/binary', 'file/encoding', 'file/not-utf8']);

/**
 * What letters and digits a file holds that is no text as it should be, for telling whether it speaks of a
 * key; null when nothing can be read of it.
 */
export async function readWords(
  files: SourceFiles,
  directory: string,
  path: string,
  { code }: Diagnostic,
): Promise<string | null> {
  if (code === 'file/not-a-file') return '';
  if (!readableCodes.has(code)) return null;
  try {
    // UTF-16 and UTF-32 fill up with zeros what is a single byte elsewhere.
    const bytes = await files.readBytes(`${directory}/${path}`);
    return new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
  } catch {
    return null;
  }
}

export function isSource(read: SourceText | Diagnostic): read is SourceText {
  return read instanceof SourceText;
}
