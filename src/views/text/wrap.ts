import { widthOf } from './width.ts';

/** Breaks a sentence between words so that `indent` and text fit into `width` columns; later lines are indented alike. */
export function wrap(text: string, indent: string, width: number): readonly string[] {
  const room = Math.max(20, width - widthOf(indent));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= room || line === '') line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((part) => indent + part);
}
