import { withoutHidden } from '../../../types/plain-text.ts';
import { columnsOf } from './columns.ts';
import { lineLength } from './layout.ts';

/** One argument, or one kind of error, with what there is to say of it. */
export interface DocEntry {
  readonly name: string;
  readonly text: string;
}

export interface DocSections {
  readonly text: string;
  readonly args?: readonly DocEntry[];
  readonly raises?: readonly DocEntry[];
}

/** A docstring in Google's style with its quotes, indented; nothing where there is nothing to say. */
export function docstring({ text, args = [], raises = [] }: DocSections, indent: number): string {
  const paragraphs = [
    ...text
      .trim()
      .split(/\n{2,}/)
      .map((paragraph) => wrapped(paragraph, indent, indent)),
    ...section('Args', args, indent),
    ...section('Raises', raises, indent),
  ].filter((paragraph) => paragraph !== '');
  if (paragraphs.length === 0) return '';
  const body = withoutHidden(escaped(paragraphs.join('\n\n').trimStart()));
  const margin = ' '.repeat(indent);
  const isShort = !body.includes('\n') && indent + columnsOf(body) + 6 <= lineLength && !/["\\]$/.test(body);
  return `${margin}"""${body}${isShort ? '' : `\n${margin}`}"""\n`;
}

function section(title: string, entries: readonly DocEntry[], indent: number): readonly string[] {
  if (entries.length === 0) return [];
  const lines = entries.map(({ name, text }) =>
    wrapped(text === '' ? name : `${name}: ${text}`, indent + 4, indent + 8),
  );
  return [`${' '.repeat(indent)}${title}:\n${lines.join('\n')}`];
}

/** Markdown that is laid out by its lines, such as a list or code, keeps them. */
function wrapped(paragraph: string, indent: number, hanging: number): string {
  if (/^ {4}|^```|^\s*[-*|] /m.test(paragraph)) {
    return paragraph
      .split('\n')
      .map((line) => `${' '.repeat(indent)}${line}`.trimEnd())
      .join('\n');
  }
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/\s+/).filter(Boolean)) {
    const margin = lines.length === 0 ? indent : hanging;
    // The only line has the quotes before and behind it.
    if (line !== '' && margin + columnsOf(line) + 1 + columnsOf(word) > lineLength - 6) {
      lines.push(' '.repeat(margin) + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(' '.repeat(lines.length === 0 ? indent : hanging) + line);
  return lines.join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"');
}

/** With its full stop, which summaries of operations come without. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
