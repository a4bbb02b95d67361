import type { SourceRange } from '../../src/engine/diagnostic/diagnostic.ts';

/** A text whose places are marked: `key: «pro»`. */
export interface MarkedText {
  readonly text: string;
  /** Start and end of each mark, in order, as `line:column-line:column`. */
  readonly marks: readonly string[];
}

export function readMarks(marked: string): MarkedText {
  let text = '';
  const open: string[] = [];
  const marks: string[] = [];
  for (const part of marked.split(/([«»])/)) {
    if (part === '«') open.push(place(text));
    else if (part === '»') marks.push(`${open.pop() ?? '?'}-${place(text)}`);
    else text += part;
  }
  return { text, marks };
}

export function rangeText({ start, end }: SourceRange): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function place(before: string): string {
  const lines = before.split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
