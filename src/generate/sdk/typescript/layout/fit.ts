import type { Layout } from './layout.ts';

/** What every line keeps to where something can be broken: as wide as those of the hand-written files beside them. */
export const lineWidth = 120;

interface Part {
  readonly depth: number;
  readonly isFlat: boolean;
  readonly layout: Layout;
}

/**
 * Breaks code into lines of at most {@link lineWidth} characters, as the formatters of the field do: what fits stays on
 * one line, and of what does not the outermost group is broken first. `unit`: what a line begins with for each level.
 */
export function fit(layout: Layout, unit = '  '): string {
  const lines: string[] = [];
  let current = '';
  const waiting: Part[] = [{ depth: 0, isFlat: false, layout }];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const { depth, isFlat, layout: content } = part;
    const next = (inner: Layout, deeper = depth, flat = isFlat): void => {
      waiting.push({ depth: deeper, isFlat: flat, layout: inner });
    };
    if (typeof content === 'string') current += content;
    else if (isSequence(content)) for (const inner of content.toReversed()) next(inner);
    else if (content.kind === 'group') {
      const candidate = { depth, isFlat: true, layout: content.content };
      next(
        content.content,
        depth,
        isFlat || (!endsHard(content) && fits(candidate, waiting, lineWidth - current.length)),
      );
    } else if (content.kind === 'indent') next(content.content, depth + 1);
    else if (content.kind === 'choice') next(isFlat ? content.flat : content.broken);
    else if (isFlat && !content.hard) current += content.flat;
    else {
      lines.push(current.trimEnd());
      current = unit.repeat(depth);
    }
  }
  return [...lines, current].join('\n');
}

/** Whether it fits on the line with all that follows there, up to the next place at which that may be broken. */
function fits(candidate: Part, behind: readonly Part[], room: number): boolean {
  let left = room;
  let later = behind.length;
  const waiting: Part[] = [candidate];
  while (left >= 0) {
    const part = waiting.pop() ?? behind[(later -= 1)];
    if (part === undefined) return true;
    const { isFlat, layout } = part;
    if (typeof layout === 'string') left -= layout.length;
    else if (isSequence(layout)) waiting.push(...layout.toReversed().map((inner) => ({ ...part, layout: inner })));
    else if (layout.kind === 'choice') waiting.push({ ...part, layout: isFlat ? layout.flat : layout.broken });
    else if (layout.kind !== 'line') waiting.push({ ...part, layout: layout.content });
    else if (isFlat && !layout.hard) left -= layout.flat.length;
    else return true;
  }
  return false;
}

/** A group with a line that must end is broken. */
function endsHard(layout: Layout): boolean {
  if (typeof layout === 'string') return false;
  if (isSequence(layout)) return layout.some(endsHard);
  if (layout.kind === 'line') return layout.hard;
  return endsHard(layout.kind === 'choice' ? layout.flat : layout.content);
}

function isSequence(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}
