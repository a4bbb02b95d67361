import type { Style } from '../style.ts';
import type { TextOptions } from '../text-options.ts';
import { count } from '../text/count.ts';
import { fitLines } from '../text/fit-lines.ts';
import { visible } from '../text/visible.ts';
import { cutTo } from '../text/width.ts';

export interface ReferencesFacts {
  readonly flags: readonly {
    readonly key: string;
    readonly archived: boolean;
    readonly references: readonly ReferenceFacts[];
  }[];
  readonly unknown: readonly {
    readonly key: string;
    readonly likely: string | null;
    readonly references: readonly ReferenceFacts[];
  }[];
  readonly files: number;
}

interface ReferenceFacts {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Each flag with the places that name it, then those that nothing names, then keys that are none. */
export function formatReferences({ files, flags, unknown }: ReferencesFacts, { style, width }: TextOptions): string {
  const named = flags.filter(({ references }) => references.length > 0);
  const unnamed = flags.filter(({ references }) => references.length === 0).map(({ key }) => visible(key));
  const blocks = [
    ...named.map(({ archived, key, references }) => [
      `${archived ? `${style.bad('Archived:')} ` : ''}${style.strong(visible(key))}  ${style.faint(count(references.length, 'place'))}`,
      ...references.map((reference) => placeLine(reference, style, width)),
    ]),
    ...(unnamed.length === 0
      ? []
      : [[style.notice('Named nowhere:'), ...fitLines(unnamed, width - 2).map((line) => `  ${line.join(', ')}`)]]),
    ...unknown.map(({ key, likely, references }) => [
      `${style.bad('No such flag:')} ${style.strong(visible(key))}${likely === null ? '' : `  Did you mean ${visible(likely)}?`}`,
      ...references.map((reference) => placeLine(reference, style, width)),
    ]),
    [style.faint(`${count(flags.length, 'flag')}, ${count(files, 'source file')}`)],
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

function placeLine({ column, file, line, text }: ReferenceFacts, style: Style, width: number): string {
  const place = `  ${visible(file)}:${line}:${column}`;
  const room = width - place.length - 2;
  return room < 20 ? place : `${place}  ${style.faint(cutTo(visible(text), room))}`;
}
