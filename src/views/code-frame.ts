import type { SourceRange } from '../engine/diagnostic/diagnostic.ts';
import type { Style } from './style.ts';
import { visible } from './text/visible.ts';
import { widthOf } from './text/width.ts';

/** Characters of a source line that are shown; longer lines are cut around the token. */
const shownLength = 100;
const linesBefore = 1;

/** The lines of one file, without their line breaks. */
export type SourceLines = readonly string[];

/** The line a range starts on, with the line before it and carets under the token. */
export function codeFrame(lines: SourceLines, range: SourceRange, style: Style): readonly string[] {
  const line = lines[range.start.line - 1];
  if (line === undefined) return [];
  const margin = String(range.start.line).length + 2;
  const context: string[] = [];
  for (let number = Math.max(1, range.start.line - linesBefore); number < range.start.line; number += 1) {
    const text = lines[number - 1] ?? '';
    if (text.trim() !== '') context.push(frameLine(number, margin, plain(cut(text, 0).text), style));
  }
  return [...context, ...markedLine(line, range, margin, style)];
}

function markedLine(line: string, range: SourceRange, margin: number, style: Style): readonly string[] {
  const start = Math.min(range.start.column - 1, line.length);
  const lastColumn = range.end.line > range.start.line ? line.length : range.end.column - 1;
  const shown = cut(line, start);
  const from = start - shown.offset;
  const to = Math.min(Math.max(lastColumn - shown.offset, from), shown.text.length);
  const before = plain(shown.text.slice(0, from));
  const token = plain(shown.text.slice(from, to));
  const indent = ' '.repeat(shown.lead.length + widthOf(before));
  const carets = '^'.repeat(Math.max(1, widthOf(token)));
  const text = `${shown.lead}${before}${token}${plain(shown.text.slice(to))}${shown.tail}`;
  return [
    frameLine(range.start.line, margin, text, style),
    `${' '.repeat(margin)} ${style.faint('│')} ${indent}${style.bad(carets)}`,
  ];
}

function frameLine(number: number, margin: number, text: string, style: Style): string {
  return `${style.faint(`${String(number).padStart(margin)} │`)} ${text}`.trimEnd();
}

/** The part of a long line that shows column `focus`, and how many characters were cut off before it. */
function cut(line: string, focus: number): { text: string; offset: number; lead: string; tail: string } {
  if (line.length <= shownLength) return { text: line, offset: 0, lead: '', tail: '' };
  const wanted = Math.max(0, Math.min(focus - Math.floor(shownLength / 2), line.length - shownLength));
  const text = line.slice(wanted, wanted + shownLength);
  return { text, offset: wanted, lead: wanted > 0 ? '…' : '', tail: wanted + shownLength < line.length ? '…' : '' };
}

/** Tabs keep one column, so that carets stay under their token whatever the terminal's tab stops. */
function plain(text: string): string {
  return visible(text.replaceAll('\t', '→'));
}
