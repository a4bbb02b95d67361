import type { Position, SourceRange } from '../diagnostic/diagnostic.ts';

/** The text of one file, able to turn offsets into lines and columns. */
export class SourceText {
  /** Relative to the project directory, with `/` separators. */
  readonly file: string;
  readonly text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  position(offset: number): Position {
    const starts = this.#lines();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  range(from: number, to: number): SourceRange {
    return { file: this.file, start: this.position(from), end: this.position(Math.max(from, to)) };
  }

  /** The lines that a range touches, without their line breaks. */
  linesOf(range: SourceRange): string {
    const starts = this.#lines();
    return this.text.slice(starts[range.start.line - 1] ?? 0, starts[range.end.line] ?? this.text.length);
  }

  #lines(): readonly number[] {
    this.#lineStarts ??= lineStartsOf(this.text);
    return this.#lineStarts;
  }
}

/** YAML breaks lines at `\n`, `\r\n` and a lone `\r`; so do editors. */
function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return starts;
}
