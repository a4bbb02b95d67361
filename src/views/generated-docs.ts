import type { Style } from './style.ts';
import { count, grouped } from './text/count.ts';
import { shellWord } from './text/shell-word.ts';
import { visible } from './text/visible.ts';

export interface GeneratedDocsFacts {
  readonly directory: string;
  readonly checked: boolean;
  readonly operations: number;
  readonly files: readonly {
    readonly path: string;
    /** As it was found, before anything was written. */
    readonly state: 'unchanged' | 'changed' | 'new' | 'gone';
  }[];
}

const words = { changed: 'stale', new: 'missing', gone: 'left over' } as const;

/** What became of the pages, and of a check each that is stale. */
export function formatGeneratedDocs(
  { checked, directory, files, operations }: GeneratedDocsFacts,
  style: Style,
): string {
  const where = style.strong(visible(directory));
  const stale = files.flatMap(({ path, state }) => (state === 'unchanged' ? [] : [{ path, state }]));
  if (stale.length === 0) return `${style.good('✓')} ${where} is fresh: nothing to write.`;
  if (checked) {
    const out = directory === 'docs/api' ? '' : ` --out ${shellWord(directory)}`;
    return [
      ...stale.map(({ path, state }) => `  ${visible(`${directory}/${path}`)}  ${style.bad(words[state])}`),
      '',
      `${style.bad('✗')} ${where} is stale: ${count(stale.length, 'file')} of ${grouped(files.length)}.`,
      style.faint(`dream generate docs${out} writes what the operation table says.`),
    ].join('\n');
  }
  const removed = stale.filter(({ state }) => state === 'gone').length;
  const written = `${count(stale.length - removed, 'file')} about ${count(operations, 'operation')}`;
  return `${style.good('✓')} Wrote ${written} into ${where}${removed === 0 ? '' : `, and removed ${grouped(removed)}`}.`;
}
