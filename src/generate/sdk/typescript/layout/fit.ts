import type { Layout } from './layout.ts';

/** What every line keeps to where something can be broken: as wide as those of the hand-written files beside them. */
export const lineWidth = 120;

interface Part {
  readonly depth: number;
  readonly isFlat: boolean;
  readonly layout: Layout;
}

type Group = Extract<Layout, { readonly kind: 'group' }>;

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
    if (typeof content === 'string') current += content;
    else if (isSequence(content)) pushReversed(content, part, waiting);
    else if (content.kind === 'group') {
      const stays = isFlat || fits(content, waiting, lineWidth - current.length);
      waiting.push({ depth, isFlat: stays, layout: content.content });
    } else if (content.kind === 'indent') waiting.push({ depth: depth + 1, isFlat, layout: content.content });
    else if (content.kind === 'choice') waiting.push({ depth, isFlat, layout: isFlat ? content.flat : content.broken });
    else if (isFlat && !content.hard) current += content.flat;
    else {
      lines.push(current.trimEnd());
      current = unit.repeat(depth);
    }
  }
  return [...lines, current].join('\n');
}

/**
 * Whether it fits on the line with all that follows there, up to the next place at which that may be broken. A group with
 * a line that must end does not.
 */
function fits({ content }: Group, behind: readonly Part[], room: number): boolean {
  const own: Part[] = [{ depth: 0, isFlat: true, layout: content }];
  let left = room;
  for (let part = own.pop(); part !== undefined; part = own.pop()) {
    const { layout } = part;
    if (typeof layout === 'string') left -= layout.length;
    else if (isSequence(layout)) pushReversed(layout, part, own);
    else if (layout.kind === 'choice') own.push({ ...part, layout: layout.flat });
    else if (layout.kind !== 'line') own.push({ ...part, layout: layout.content });
    else if (layout.hard) return false;
    else left -= layout.flat.length;
    if (left < 0) return false;
  }
  return restFits(behind, left);
}

/** Whether what follows has room too, up to the next place at which the line may be broken. */
function restFits(behind: readonly Part[], room: number): boolean {
  const waiting: Part[] = [];
  let left = room;
  let later = behind.length;
  while (left >= 0) {
    const part = waiting.pop() ?? behind[(later -= 1)];
    if (part === undefined) return true;
    const { isFlat, layout } = part;
    if (typeof layout === 'string') left -= layout.length;
    else if (isSequence(layout)) pushReversed(layout, part, waiting);
    else if (layout.kind === 'choice') waiting.push({ ...part, layout: isFlat ? layout.flat : layout.broken });
    else if (layout.kind !== 'line') waiting.push({ ...part, layout: layout.content });
    else if (isFlat && !layout.hard) left -= layout.flat.length;
    else return true;
  }
  return false;
}

/** So that the first is taken out first. */
function pushReversed(layouts: readonly Layout[], { depth, isFlat }: Part, waiting: Part[]): void {
  for (let index = layouts.length - 1; index >= 0; index -= 1) {
    const layout = layouts[index];
    if (layout !== undefined) waiting.push({ depth, isFlat, layout });
  }
}

function isSequence(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}
