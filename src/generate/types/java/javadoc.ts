import { columnsOf } from '../../sdk/typescript/layout/columns.ts';
import type { Notes } from '../configuration-types.ts';
import { plainText } from '../plain-text.ts';

/** A comment in front of what it is about, in which no text is taken for a tag, for HTML or for an escape. */
export function javadoc(paragraphs: readonly string[], tags: readonly string[], indent: number): string {
  const margin = ' '.repeat(indent);
  const texts = paragraphs.filter((paragraph) => paragraph !== '');
  const [only = ''] = texts;
  const line = `${margin}/** ${only} */`;
  if (texts.length <= 1 && tags.length === 0 && columnsOf(line) <= lineLength) return `${line}\n`;
  const lines = [
    ...texts.flatMap((text, index) => [
      ...(index === 0 ? [] : ['']),
      ...wrap(index === 0 ? text : `<p>${text}`, indent),
    ]),
    ...(texts.length > 0 && tags.length > 0 ? [''] : []),
    ...tags.flatMap((tag) => wrap(tag, indent)),
  ];
  return `${margin}/**\n${lines.map((text) => `${margin} * ${text}`.trimEnd()).join('\n')}\n${margin} */\n`;
}

/** What is told of a constant, with what stands in for it where nothing is. */
export function notedJavadoc({ deprecated, text }: Notes, otherwise: string, indent: number): string {
  const tags = deprecated === undefined ? [] : [`@deprecated ${escapeHtml(deprecated)}`];
  const comment = javadoc([text === '' ? otherwise : escapeHtml(text)], tags, indent);
  return deprecated === undefined ? comment : `${comment}${' '.repeat(indent)}@Deprecated\n`;
}

/** `<code>invoice:read</code>` */
export function codeText(text: string): string {
  const plain = plainText(text);
  const escaped = escapeHtml(plain.length <= longestCode ? plain : `${plain.slice(0, longestCode).toWellFormed()}…`);
  return escaped === '' ? 'The empty text.' : `<code>${escaped}</code>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>@{}\\*]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

const lineLength = 100;

/** Characters of a value that its comment repeats. */
const longestCode = 200;

function wrap(text: string, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + 3 + columnsOf(line) + 1 + columnsOf(word) > lineLength) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
