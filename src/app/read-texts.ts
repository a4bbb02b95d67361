import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that comes with the program, to be written elsewhere. */
export interface TextFile {
  /** Below its folder; `/` between its parts. */
  readonly path: string;
  readonly text: string;
}

/** What tools leave behind where somebody tries files out: never one of ours. */
const leftBehind = /(^|\/)(\.[^/]*|__pycache__|node_modules|dist|target|[^/]*\.egg-info)(\/|$)/u;

/**
 * All files below a folder of the program, by path.
 *
 * @throws TypeError for one that is no UTF-8: what is written are texts.
 */
export function readTexts(root: string): readonly TextFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: file.slice(root.length + 1).replaceAll('\\', '/') }))
    .filter(({ path }) => !leftBehind.test(path))
    .map(({ file, path }) => ({ path, text: textOf(file) }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** One call of Node's, which puts a mark in place of what is no UTF-8. It may also stand there. */
function textOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  return text.includes('\ufffd') ? decoded(readFileSync(file)) : text;
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
