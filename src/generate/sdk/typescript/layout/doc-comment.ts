import { columnsOf } from './columns.ts';
import { lineWidth } from './fit.ts';
import { hardLine, type Layout, lines } from './layout.ts';

/**
 * A doc comment in front of what it is about, its lines wrapped so that they fit that many levels deep. Without any text
 * there is none.
 */
export function documented(paragraphs: readonly (string | undefined)[], depth: number, content: Layout): Layout {
  const comment = docComment(paragraphs, lineWidth - depth * 2);
  return comment === '' ? content : [lines(comment), hardLine, content];
}

function docComment(paragraphs: readonly (string | undefined)[], width: number): string {
  const text = paragraphs
    .flatMap((paragraph) => paragraph?.trim() ?? [])
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
    .replaceAll('*/', '*\\/');
  if (text === '') return '';
  if (!text.includes('\n') && columnsOf(text) + '/**  */'.length <= width) return `/** ${text} */`;
  const wrapped = text.split('\n').flatMap((line) => wrap(line, width - ' * '.length));
  return `/**\n${wrapped.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */`;
}

function wrap(line: string, width: number): readonly string[] {
  const wrapped: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current === '') current = word;
    else if (columnsOf(current) + 1 + columnsOf(word) <= width) current += ` ${word}`;
    else {
      wrapped.push(current);
      current = word;
    }
  }
  return [...wrapped, current];
}
