import type { Style } from './style.ts';
import { shellWord } from './text/shell-word.ts';
import { count, grouped } from './text/count.ts';
import { table } from './text/table.ts';
import { visible } from './text/visible.ts';

export interface GeneratedFacts {
  readonly directory: string;
  readonly checked: boolean;
  readonly documents: readonly DocumentFacts[];
}

export interface DocumentFacts {
  readonly path: string;
  readonly component: string | null;
  readonly operations: number;
  readonly kinds: number;
  /** As it was found, before anything was written. */
  readonly state: 'unchanged' | 'changed' | 'new' | 'gone';
}

/** Each document with what it holds and what became of it, then what all of it came to. */
export function formatGeneratedOpenApi({ checked, directory, documents }: GeneratedFacts, style: Style): string {
  const rows = documents.map(({ kinds, operations, path, state }) => [
    visible(path),
    state === 'gone' ? '' : figure(operations),
    state === 'gone' ? '' : figure(kinds),
    (checked ? found : done)(state, style),
  ]);
  const lines = table(['DOCUMENT', 'OPERATIONS', 'KINDS', 'STATE'], rows, style);
  return [...lines, '', verdict({ checked, directory, documents }, style)].join('\n');
}

function verdict({ checked, directory, documents }: GeneratedFacts, style: Style): string {
  const stale = documents.filter(({ state }) => state !== 'unchanged').length;
  const where = style.strong(visible(directory));
  const written = count(documents.filter(({ state }) => state === 'changed' || state === 'new').length, 'document');
  const removed = documents.filter(({ state }) => state === 'gone').length;
  if (stale === 0) return `${style.good('✓')} ${where} is fresh: nothing to write.`;
  if (!checked) {
    return `${style.good('✓')} Wrote ${written} into ${where}${removed === 0 ? '' : `, and removed ${grouped(removed)}`}.`;
  }
  const out = directory === 'openapi' ? '' : ` --out ${shellWord(directory)}`;
  return [
    `${style.bad('✗')} ${where} is stale: ${count(stale, 'document')} of ${grouped(documents.length)}.`,
    style.faint(`dream generate openapi${out} writes what the operation table and the models say.`),
  ].join('\n');
}

function found(state: DocumentFacts['state'], style: Style): string {
  const words = { unchanged: 'fresh', changed: 'stale', new: 'missing', gone: 'left over' };
  return state === 'unchanged' ? style.faint(words[state]) : style.bad(words[state]);
}

function done(state: DocumentFacts['state'], style: Style): string {
  const words = { unchanged: 'unchanged', changed: 'written', new: 'new', gone: 'removed' };
  return state === 'unchanged' ? style.faint(words[state]) : style.good(words[state]);
}

function figure(amount: number): string {
  return amount === 0 ? '–' : grouped(amount);
}
