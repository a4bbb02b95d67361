import type { CST } from 'yaml';
import { isComment, isEntry, itemText, rawToken, splitLine } from './tokens.ts';

type Block = CST.BlockMap | CST.BlockSequence;
type Item = CST.CollectionItem;

/**
 * Gives a block collection other entries: those of its own that stay, in whichever order, and new ones. An entry
 * that goes takes the comments behind it along, and those above it up to an empty line. `holder` are the tokens
 * before the collection, among which the parser leaves what stands above its first entry.
 */
export function arrangeBlock(
  block: Block,
  entries: readonly Item[],
  holder: CST.SourceToken[],
  lineBreak: string,
): void {
  const present: Item[] = block.items;
  const isInline = !takeLead(block, holder);
  for (const [index, item] of present.entries()) {
    const next = present[index + 1];
    if (next !== undefined) next.start = [...takeLeadOfNext(item, block.indent), ...next.start];
  }
  const kept: Item[] = [];
  const last = present.at(-1);
  if (last !== undefined && isEntry(last)) kept.push({ start: [...takeLeadOfNext(last, block.indent)] });
  const stays = new Set(entries);
  const orphans = new Map<Item | undefined, CST.SourceToken[]>();
  let orphaned: CST.SourceToken[] = [];
  for (const item of present) {
    if (!isEntry(item)) kept.push(item);
    else if (!stays.has(item)) orphaned.push(...distantComments(item.start));
    else {
      if (orphaned.length > 0) orphans.set(item, orphaned);
      orphaned = [];
    }
  }
  const first = present[0];
  const items = entries.map((item, index) => {
    const start = [...(orphans.get(item) ?? []), ...item.start];
    if (isInline && index === 0) item.start = withoutIndent(start);
    else if (isInline && item === first) item.start = [rawToken(' '.repeat(block.indent)), ...start];
    else item.start = start;
    return item;
  });
  if (orphaned.length > 0) items.push({ start: orphaned });
  items.push(...kept);
  items.reduce((before, item) => {
    const isApart = item.start[0]?.type === 'newline' || itemText(before).endsWith('\n');
    if (!isApart) item.start = [rawToken(lineBreak), ...item.start];
    return item;
  });
  replaceItems(block, items);
}

/** A comment above the first entry belongs to it. False when the entry begins amid a line. */
function takeLead(block: Block, holder: CST.SourceToken[]): boolean {
  const from = holder.findLastIndex(({ type }) => !['space', 'comment', 'newline'].includes(type)) + 1;
  const [line, lead] = splitLine(holder.slice(from));
  if (line.length === 0) return block.indent === 0;
  holder.splice(from + line.length);
  const first = block.items[0];
  if (first !== undefined) first.start = [...lead, ...first.start];
  return true;
}

/**
 * What the parser leaves with an entry and belongs to the next: comments that stand no further in than the entries
 * do, and spaces before the next.
 */
export function takeLeadOfNext(item: Item, indent: number): readonly CST.SourceToken[] {
  const { value } = item;
  if (value !== undefined && 'items' in value && value.type !== 'flow-collection') {
    const last: Item | undefined = value.items.at(-1);
    return last === undefined ? [] : takeLeadOfNext(last, indent);
  }
  const tokens = isEntry(item) ? (value !== undefined && 'end' in value ? (value.end ?? []) : []) : item.start;
  const begin = tokens.findIndex((token, index) => {
    if (isEntry(item) ? tokens[index - 1]?.type !== 'newline' : index > 0 && tokens[index - 1]?.type !== 'newline')
      return false;
    const next = tokens[index + 1];
    if (token.type === 'space' && next === undefined) return true;
    if (token.type === 'space') return next?.type === 'comment' && token.source.length <= indent;
    return token.type === 'comment';
  });
  return begin === -1 ? [] : tokens.splice(begin);
}

/** The comments above an entry that an empty line parts from it, that line included. */
function distantComments(start: readonly CST.SourceToken[]): readonly CST.SourceToken[] {
  const emptyLine = start.findLastIndex(({ type }, index) => {
    if (type !== 'newline') return false;
    const before = start.slice(0, index).findLast((token) => token.type !== 'space');
    return before === undefined || before.type === 'newline';
  });
  const above = start.slice(0, emptyLine + 1);
  return above.some(isComment) ? above : [];
}

function withoutIndent(start: readonly CST.SourceToken[]): CST.SourceToken[] {
  const from = start.findIndex(({ type }) => type !== 'space' && type !== 'newline');
  return start.slice(from === -1 ? start.length : from);
}

function replaceItems(block: Block, items: readonly Item[]): void {
  const present: Item[] = block.items;
  present.splice(0, present.length, ...items);
}
