import { columnsOf } from './columns.ts';

/** The columns of the longest line of the SDK's code; those of `ruff format` as its `pyproject.toml` has them. */
export const lineLength = 100;

/** Python that may be written over one line or over several. */
export type Layout = string | readonly Layout[] | Group | Choice;

/** Items between brackets: on one line, or one item a line. */
export interface Group {
  readonly open: string;
  readonly items: readonly Layout[];
  readonly close: string;
  /** A subscript of one item must not end in a comma: that would make it a tuple. */
  readonly isSubscript?: boolean;
}

/** Written differently where it does not fit on its line. */
export interface Choice {
  readonly flat: Layout;
  readonly broken: Layout;
}

/** `open` and `close` hold the brackets. */
export function group(open: string, items: readonly Layout[], close: string): Group {
  return { open, items, close };
}

/** `Mapping[str, Tenant]` */
export function subscript(name: string, items: readonly Layout[]): Group {
  return { open: `${name}[`, items, close: ']', isSubscript: true };
}

/** `head` and what follows on lines of no more than {@link lineLength}, as `ruff format` would lay them out. */
export function layOut(layout: Layout, indent: number, tail = ''): string {
  return ' '.repeat(indent) + rendered(layout, indent, indent, columnsOf(tail)) + tail;
}

/** On one line, however long. */
export function flatText(layout: Layout): string {
  if (typeof layout === 'string') return layout;
  if (isSequence(layout)) return layout.map(flatText).join('');
  if ('flat' in layout) return flatText(layout.flat);
  return `${layout.open}${layout.items.map(flatText).join(', ')}${layout.close}`;
}

function rendered(layout: Layout, indent: number, column: number, tail: number): string {
  const flat = flatText(layout);
  if (typeof layout === 'string' || column + columnsOf(flat) + tail <= lineLength) return flat;
  if (isSequence(layout)) return renderedSequence(layout, indent, column, tail);
  if ('flat' in layout) return rendered(layout.broken, indent, column, tail);
  if (layout.items.length === 0) return flat;
  const deeper = indent + 4;
  const comma = layout.isSubscript === true && layout.items.length === 1 ? '' : ',';
  const items = layout.items.map(
    (item) => `${' '.repeat(deeper)}${rendered(item, deeper, deeper, comma.length)}${comma}\n`,
  );
  return `${layout.open}\n${items.join('')}${' '.repeat(indent)}${layout.close}`;
}

/** The first part that can be broken is; the rest follows its closing bracket, and is broken where it does not fit there. */
function renderedSequence(parts: readonly Layout[], indent: number, column: number, tail: number): string {
  const at = parts.findIndex(canBreak);
  const part = parts[at];
  if (part === undefined) return parts.map(flatText).join('');
  const before = parts.slice(0, at).map(flatText).join('');
  // As if there were no room left, since the whole does not fit.
  const broken = rendered(part, indent, Math.max(column + columnsOf(before), lineLength), 1);
  const lastLine = broken.slice(broken.lastIndexOf('\n') + 1);
  return before + broken + rendered(parts.slice(at + 1), indent, columnsOf(lastLine), tail);
}

function canBreak(layout: Layout): boolean {
  if (typeof layout === 'string') return false;
  if (isSequence(layout)) return layout.some(canBreak);
  return 'flat' in layout ? canBreak(layout.broken) : layout.items.length > 0;
}

function isSequence(layout: readonly Layout[] | Group | Choice): layout is readonly Layout[] {
  return Array.isArray(layout);
}
