import type { Style } from './style.ts';
import { count, grouped } from './text/count.ts';
import { shellWord } from './text/shell-word.ts';
import { table } from './text/table.ts';
import { visible } from './text/visible.ts';

export interface GeneratedSdksFacts {
  readonly directory: string;
  readonly checked: boolean;
  readonly sdks: readonly SdkFacts[];
}

export interface SdkFacts {
  readonly language: string;
  readonly directory: string;
  readonly operations: number;
  readonly types: number;
  readonly files: readonly FileFacts[];
}

interface FileFacts {
  readonly path: string;
  /** As it was found, before anything was written. */
  readonly state: 'unchanged' | 'changed' | 'new' | 'gone';
}

/** Of so many stale files the names are given. */
const mostNamed = 10;

/** Each SDK with what it holds and what became of it, the files that a check found stale, and what all of it came to. */
export function formatGeneratedSdks({ checked, directory, sdks }: GeneratedSdksFacts, style: Style): string {
  const rows = sdks.map((sdk) => [
    visible(sdk.directory),
    grouped(sdk.operations),
    grouped(sdk.types),
    grouped(sdk.files.filter(({ state }) => state !== 'gone').length),
    stateOf(sdk.files, checked ? found : done, style),
  ]);
  const lines = table(['SDK', 'OPERATIONS', 'TYPES', 'FILES', 'STATE'], rows, style);
  return [...lines, '', ...(checked ? staleLines(sdks, style) : []), verdict({ checked, directory, sdks }, style)].join(
    '\n',
  );
}

const found = { unchanged: 'fresh', changed: 'stale', new: 'missing', gone: 'left over' } as const;
const done = { unchanged: 'unchanged', changed: 'written', new: 'new', gone: 'removed' } as const;

/** `2 stale, 1 left over` */
function stateOf(files: readonly FileFacts[], words: typeof found | typeof done, style: Style): string {
  const stale = (['changed', 'new', 'gone'] as const)
    .map((state) => ({ state, amount: files.filter((file) => file.state === state).length }))
    .filter(({ amount }) => amount > 0);
  if (stale.length === 0) return style.faint(words.unchanged);
  const text = stale.map(({ amount, state }) => `${grouped(amount)} ${words[state]}`).join(', ');
  return words === found ? style.bad(text) : style.good(text);
}

function staleLines(sdks: readonly SdkFacts[], style: Style): readonly string[] {
  const stale = sdks.flatMap((sdk) =>
    sdk.files
      .filter(({ state }) => state !== 'unchanged')
      .map(({ path, state }) => `  ${visible(`${sdk.directory}/${path}`)}  ${style.bad(found[state])}`),
  );
  const hidden = stale.length - mostNamed;
  return [...stale.slice(0, mostNamed), ...(hidden > 0 ? [style.faint(`  and ${grouped(hidden)} more`)] : [])];
}

function verdict({ checked, directory, sdks }: GeneratedSdksFacts, style: Style): string {
  const files = sdks.flatMap((sdk) => sdk.files);
  const where = style.strong(visible(directory));
  const stale = files.filter(({ state }) => state !== 'unchanged').length;
  if (stale === 0) return `${style.good('✓')} ${where} is fresh: nothing to write.`;
  if (checked) {
    const out = directory === 'sdks' ? '' : ` --out ${shellWord(directory)}`;
    return [
      `${style.bad('✗')} ${where} is stale: ${count(stale, 'file')} of ${grouped(files.length)}.`,
      style.faint(`dream generate sdk${out} writes what the operation table says.`),
    ].join('\n');
  }
  const removed = files.filter(({ state }) => state === 'gone').length;
  const written = count(stale - removed, 'file');
  return `${style.good('✓')} Wrote ${written} into ${where}${removed === 0 ? '' : `, and removed ${grouped(removed)}`}.`;
}
