import { columnsOf } from './columns.ts';
import type { Layout } from './layout.ts';

/** What every line keeps to where something can be broken: as wide as those of the hand-written files beside them. */
export const lineWidth = 120;

/** Layouts one after the other, of which those before `next` are written; then it goes on with what is `behind` them. */
interface Sequence {
  readonly depth: number;
  readonly isFlat: boolean;
  readonly layouts: readonly Layout[];
  next: number;
  readonly behind: Sequence | null;
}

/**
 * Breaks code into lines of at most {@link lineWidth} columns, as the formatters of the field do: what fits stays on
 * one line, and of what does not the outermost group is broken first. `unit`: what a line begins with for each level.
 */
export function fit(layout: Layout, unit = '  '): string {
  const lines: string[] = [];
  let current = '';
  let open: Sequence | null = { depth: 0, isFlat: false, layouts: listOf(layout), next: 0, behind: null };
  while (open !== null) {
    const { depth, isFlat }: Sequence = open;
    const content: Layout | undefined = open.layouts[open.next];
    open.next += 1;
    if (content === undefined) open = open.behind;
    else if (typeof content === 'string') current += content;
    else if (isSequence(content)) open = { depth, isFlat, layouts: content, next: 0, behind: open };
    else if (content.kind === 'group') {
      const layouts = listOf(content.content);
      const stays: boolean = isFlat || restFits(open, roomAfter(layouts, lineWidth - columnsOf(current)));
      open = { depth, isFlat: stays, layouts, next: 0, behind: open };
    } else if (content.kind === 'indent') {
      open = { depth: depth + 1, isFlat, layouts: listOf(content.content), next: 0, behind: open };
    } else if (content.kind === 'choice') {
      open = { depth, isFlat, layouts: listOf(isFlat ? content.flat : content.broken), next: 0, behind: open };
    } else if (isFlat && !content.hard) current += content.flat;
    else {
      lines.push(current.trimEnd());
      current = unit.repeat(depth);
    }
  }
  return [...lines, current].join('\n');
}

/** The room that is left on a line behind these; less than none where they do not fit, or have to be broken. */
function roomAfter(layouts: readonly Layout[], room: number): number {
  let left = room;
  for (const layout of layouts) {
    if (typeof layout === 'string') left -= columnsOf(layout);
    else if (isSequence(layout)) left = roomAfter(layout, left);
    else if (layout.kind === 'choice') left = roomAfter(listOf(layout.flat), left);
    else if (layout.kind !== 'line') left = roomAfter(listOf(layout.content), left);
    else left = layout.hard ? -1 : left - layout.flat.length;
    if (left < 0) return left;
  }
  return left;
}

/** Whether all that follows has room too, up to the next place at which the line may be broken. */
function restFits(open: Sequence, room: number): boolean {
  let left = room;
  for (let at: Sequence | null = open; at !== null && left >= 0 && left < endless; at = at.behind) {
    left = roomUpToBreak(at.layouts, at.next, at.isFlat, left);
  }
  return left >= 0;
}

/** Room without an end: the line may be broken there. */
const endless = Number.POSITIVE_INFINITY;

/** The room that is left on a line behind these, `from` the first that counts; {@link endless} once it may be broken. */
function roomUpToBreak(layouts: readonly Layout[], from: number, isFlat: boolean, room: number): number {
  let left = room;
  for (let index = from; index < layouts.length && left >= 0 && left < endless; index += 1) {
    const layout = layouts[index] ?? '';
    if (typeof layout === 'string') left -= columnsOf(layout);
    else if (isSequence(layout)) left = roomUpToBreak(layout, 0, isFlat, left);
    else if (layout.kind === 'choice') {
      left = roomUpToBreak(listOf(isFlat ? layout.flat : layout.broken), 0, isFlat, left);
    } else if (layout.kind !== 'line') left = roomUpToBreak(listOf(layout.content), 0, isFlat, left);
    else left = isFlat && !layout.hard ? left - layout.flat.length : endless;
  }
  return left;
}

function listOf(layout: Layout): readonly Layout[] {
  return typeof layout !== 'string' && isSequence(layout) ? layout : [layout];
}

function isSequence(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}
