import { plainText } from '../../../types/plain-text.ts';
import { columnsOf } from '../../typescript/layout/columns.ts';
import { lineWidth } from '../../typescript/layout/fit.ts';
import { hardLine, type Layout } from '../../typescript/layout/layout.ts';

/** What is told of one thing: paragraphs in Markdown, and tags such as `@param tenant its id`, their texts in Javadoc. */
export interface Told {
  /** What comes first, in Javadoc. */
  readonly lead?: string;
  readonly text: readonly (string | undefined)[];
  readonly tags?: readonly string[];
}

/** A comment in front of what it is about, in which no text is taken for a tag, for HTML or for an escape. */
export function documented({ lead, text, tags = [] }: Told, depth: number, ...content: readonly Layout[]): Layout {
  const blocks = [
    ...(lead === undefined ? [] : [{ html: [lead], isList: false }]),
    ...text
      .flatMap((paragraph = '') => (paragraph.includes('\n') ? paragraph.split(/\n\s*\n/u) : paragraph))
      .flatMap(block),
  ];
  const told = blocks.map(({ html, isList }, index) => (index === 0 || isList ? html : [`<p>${html[0] ?? ''}`]));
  const width = lineWidth - depth * 4;
  const [only = ''] = told[0] ?? [];
  if (told.flat().length === 1 && tags.length === 0 && columnsOf(only) + '/**  */'.length <= width) {
    return [`/** ${only} */`, hardLine, ...content];
  }
  const sections = [...told, ...(tags.length === 0 ? [] : [tags])];
  const comment: Layout[] = ['/**'];
  for (const [index, section] of sections.entries()) {
    if (index > 0) comment.push(hardLine, ' *');
    for (const line of section.flatMap((one) => wrap(one, width - ' * '.length))) {
      comment.push(hardLine, ` * ${line}`.trimEnd());
    }
  }
  return [...comment, hardLine, ' */', hardLine, ...content];
}

/** Markdown of one line as Javadoc writes it; nothing else in it means anything. */
export function inline(markdown: string): string {
  const plain = plainText(markdown);
  if (!plain.includes('`')) return escaped(plain);
  return plain
    .split(/(`[^`]+`)/u)
    .map((part) => (/^`.+`$/u.test(part) ? code(part.slice(1, -1)) : escaped(part)))
    .join('');
}

/** A text as code; what could end the tag before its time is written as HTML. */
export function code(text: string): string {
  // A tag that holds nothing is refused.
  const plain = plainText(text) || '""';
  return /^[^{}@\\*]+$/u.test(plain) ? `{@code ${plain}}` : `<code>${escaped(plain)}</code>`;
}

/** With its full stop, which summaries of operations come without. */
export function sentence(text: string): string {
  const said = text.trim();
  return /[.!?:]$/u.test(said) ? said : `${said}.`;
}

function block(markdown: string): readonly { readonly html: readonly string[]; readonly isList: boolean }[] {
  const rows = markdown.split('\n').filter((row) => row.trim() !== '');
  if (rows.length === 0) return [];
  if (!rows.every((row) => /^\s*[-*] /u.test(row))) {
    const html = inline(rows.join(' '));
    return html === '' ? [] : [{ html: [html], isList: false }];
  }
  const items = rows.map((row) => inline(row.replace(/^\s*[-*] /u, ''))).filter((item) => item !== '');
  if (items.length === 0) return [];
  return [{ html: ['<ul>', ...items.map((item) => `<li>${item}</li>`), '</ul>'], isList: true }];
}

function escaped(text: string): string {
  if (!meaning.test(text)) return text;
  return text.replaceAll(/[&<>@{}\\]/gu, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('*/', '*&#47;');
}

/** What a tag, HTML, an escape or the end of a comment may begin with. */
const meaning = /[&<>@{}\\*]/u;

/** A tag is not torn apart, unless it is long. */
const inOnePiece = /(?:\{@\w+ [^{}]{1,60}\}|[^ ])+/gu;

function wordsOf(line: string): readonly string[] {
  if (line.includes('{@')) return line.match(inOnePiece) ?? [];
  return line.split(' ').filter((word) => word !== '');
}

function wrap(line: string, width: number): readonly string[] {
  if (columnsOf(line) <= width && !line.includes('  ') && line.trim() === line) return [line];
  const wrapped: string[] = [];
  let current = '';
  for (const word of wordsOf(line)) {
    if (current === '') current = word;
    else if (columnsOf(current) + 1 + columnsOf(word) <= width) current += ` ${word}`;
    else {
      wrapped.push(current);
      current = word;
    }
  }
  return [...wrapped, current];
}
