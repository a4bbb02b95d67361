import { widthOf } from './width.ts';

/** Puts names on lines of at most `room` columns, as many as fit with `, ` between them; a longer name has its own. */
export function fitLines(names: readonly string[], room: number): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let line: string[] = [];
  let used = 0;
  for (const name of names) {
    const width = widthOf(name) + 2;
    if (line.length > 0 && used + width > room) {
      lines.push(line);
      line = [];
      used = 0;
    }
    line.push(name);
    used += width;
  }
  return line.length === 0 ? lines : [...lines, line];
}
