import type { Style } from './style.ts';
import { count } from './text/count.ts';
import { shellWord } from './text/shell-word.ts';
import { visible } from './text/visible.ts';

export interface GeneratedTypesFacts {
  readonly language: string;
  readonly out: string;
  readonly checked: boolean;
  readonly flags: number;
  readonly names: number;
  readonly types: number;
  readonly files: readonly {
    readonly path: string;
    /** As it was found, before anything was written. */
    readonly state: 'unchanged' | 'changed' | 'new' | 'gone';
  }[];
}

/** Of so many stale files the names are given. */
const mostNamed = 10;

const found = { unchanged: 'fresh', changed: 'stale', new: 'missing', gone: 'left over' } as const;

/** What the command was told that it would not have taken by itself. */
export interface TypesAsked {
  readonly directory: string;
  readonly out: string | undefined;
  readonly package: string | undefined;
}

/** What became of the files and what they hold; of stale ones, how to write them. */
export function formatGeneratedTypes(facts: GeneratedTypesFacts, asked: TypesAsked, style: Style): string {
  const { checked, files, flags, names, out, types } = facts;
  const where = style.strong(visible(out));
  const stale = files.filter(({ state }) => state !== 'unchanged');
  const holds = `${count(flags, 'flag')}, ${count(names, 'other name')}, ${count(types, 'type')}.`;
  if (stale.length === 0) return `${style.good('✓')} ${where} is fresh: nothing to write.\n${style.faint(holds)}`;
  if (!checked) {
    const removed = stale.filter(({ state }) => state === 'gone').length;
    const what = files.length === 1 ? where : `${count(stale.length - removed, 'file')} into ${where}`;
    const also = removed === 0 ? '' : `, and removed ${String(removed)}`;
    return `${style.good('✓')} Wrote ${what}${also}.\n${style.faint(holds)}`;
  }
  return [
    ...stale.slice(0, mostNamed).map(({ path, state }) => `  ${visible(path)}  ${style.bad(found[state])}`),
    ...(stale.length > mostNamed ? [style.faint(`  and ${String(stale.length - mostNamed)} more`)] : []),
    `${style.bad('✗')} ${where} is stale: ${count(stale.length, 'file')} of ${String(files.length)}.`,
    style.faint(`${commandOf(facts, asked)} writes what the configuration says.`),
  ].join('\n');
}

function commandOf({ language }: GeneratedTypesFacts, asked: TypesAsked): string {
  const { directory, out } = asked;
  return [
    'dream generate types',
    ...(directory === '.' ? [] : [shellWord(directory)]),
    `--lang ${language}`,
    ...(out === undefined ? [] : [`--out ${shellWord(out)}`]),
    ...(asked.package === undefined ? [] : [`--package ${shellWord(asked.package)}`]),
  ].join(' ');
}
