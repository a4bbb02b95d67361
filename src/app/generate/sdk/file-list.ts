import { hash } from 'node:crypto';
import { isJsonObject, type JsonObject } from '../../../engine/json.ts';
import type { SdkFile } from '../../../generate/sdk/api-description.ts';

/** The files of an SDK that Dream wrote, with the sha256 of each as it was written. */
export type FileList = ReadonlyMap<string, string>;

/** Where it stands in the directory of the SDK. It comes last, and is in no list itself. */
export const fileListPath = '.dream-files.json';

/** As JSON, by path. */
export function fileListText(files: readonly SdkFile[]): string {
  const sorted = files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const list = Object.fromEntries(sorted.map(({ path, text }) => [path, fileHash(text)]));
  return `${JSON.stringify(list, null, 2)}\n`;
}

/** Null for what no list can be: whoever wrote it, it was not Dream. */
export function readFileList(text: string): FileList | null {
  const list = parsed(text);
  if (list === null) return null;
  const entries = Object.entries(list);
  const hashes = entries.flatMap(([path, hash]) => (typeof hash === 'string' ? [[path, hash] as const] : []));
  // It says what may be removed, so nothing outside the directory may be on it.
  return hashes.length === entries.length && entries.every(([path]) => isBelow(path)) ? new Map(hashes) : null;
}

/** The same whichever ends of lines a tool such as Git gave to the file. */
export function fileHash(text: string): string {
  return hash('sha256', withPlainEnds(text));
}

/** Whether two texts are the same but for such ends of lines. */
export function sameLines(one: string, other: string): boolean {
  return one === other || withPlainEnds(one) === withPlainEnds(other);
}

function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Whether the path leads to a file below the directory, wherever it is read. */
export function isBelow(path: string): boolean {
  return /^[^\\:\p{Cc}]+$/u.test(path) && path.split('/').every((part) => !['', '.', '..'].includes(part));
}

function parsed(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
