import { type CST, isCollection, isScalar, type Node, Scalar } from 'yaml';
import { takeLeadOfNext } from './block-collection.ts';
import { likeFormer } from './like-former.ts';
import type { FileStyle } from './file-style.ts';
import { flowText, textAfterDash, textAfterKey } from './fresh-text.ts';
import { isComment, rawToken, rawValue, splitLine, textOf, tokensBehind } from './tokens.ts';

/** Where a value stands: as that of a member of a mapping, or as an item of a list. */
export interface Slot {
  readonly item: CST.CollectionItem;
  readonly isMember: boolean;
  /** Spaces before the line that the entry begins. */
  readonly indent: number;
  /** Inside braces or brackets, where no line may begin a block. */
  readonly inFlow: boolean;
}

/** The tokens between a key, or the dash of an item, and its value; the anchor of the value is among them. */
export function tokensBefore({ item, isMember }: Slot): CST.SourceToken[] {
  if (!isMember) return item.start;
  item.sep ??= [];
  return item.sep;
}

/** Puts another value in a place: with its anchor, in its quotes where that can be, and with the comment behind it. */
export function replaceValue(slot: Slot, former: unknown, fresh: Node, style: FileStyle): void {
  const node = likeFormer(fresh, former);
  const { item } = slot;
  const old = item.value;
  const before = tokensBefore(slot);
  dropTag(before);
  const isText = !isCollection(node) || node.flow === true;
  const isShort = isText && !(isScalar(node) && textOnLines(node));
  if (slot.inFlow || (isShort && isOnOneLine(old))) {
    if (slot.isMember && !before.some(({ type }) => isIndicator(type))) before.push(rawToken(':'));
    if (slot.isMember && !/\s$/u.test(textOf(before))) before.push(rawToken(' '));
    item.value = rawValue(flowOrPlain(node, slot, style), [...tokensBehind(old)]);
    return;
  }
  const indicator = before.findLastIndex(({ type }) => isIndicator(type));
  const [line, above] = splitLine(before.splice(indicator + 1));
  const anchor = [...line, ...above].find(({ type }) => type === 'anchor');
  if (anchor !== undefined) before.push(rawToken(` ${anchor.source}`));
  const [behindLine, behind] = splitLine(tokensBehind(old));
  const header = old?.type === 'block-scalar' ? textOf(old.props.filter(isSourceToken)) : '';
  const comment = /[ \t]*#[^\r\n]*/u.exec(textOf(line) + textOf(behindLine) + header)?.[0] ?? '';
  const text = blockText(node, slot, style);
  const firstLine = /\r?\n/u.exec(text)?.index ?? text.length;
  item.value = rawValue(`${text.slice(0, firstLine)}${comment}${text.slice(firstLine)}`, [
    ...(isBlockCollection(old) ? takeLeadOfNext(item, slot.indent) : wholeLines(above, old)),
    ...behind,
  ]);
}

/** Comments between a key and its value; where there is no value, everything up to the next key. */
function wholeLines(above: readonly CST.SourceToken[], old: CST.Token | undefined): readonly CST.SourceToken[] {
  if (old === undefined) return above;
  return above.some(isComment) ? above.slice(0, above.findLastIndex(({ type }) => type === 'newline') + 1) : [];
}

function isBlockCollection(token: CST.Token | undefined): boolean {
  return token?.type === 'block-map' || token?.type === 'block-seq';
}

function flowOrPlain(node: Node, slot: Slot, style: FileStyle): string {
  if (slot.inFlow || isCollection(node)) return flowText(node, style);
  return textAfterKey(node, 0, style).trim();
}

function blockText(node: Node, { isMember, indent }: Slot, style: FileStyle): string {
  if (isCollection(node) && node.flow === true) return ` ${flowText(node, style)}${style.lineBreak}`;
  return isMember ? textAfterKey(node, indent, style) : textAfterDash(node, indent, style);
}

function isOnOneLine(token: CST.Token | null | undefined): boolean {
  return (
    token?.type === 'scalar' ||
    token?.type === 'single-quoted-scalar' ||
    token?.type === 'double-quoted-scalar' ||
    token?.type === 'alias' ||
    token?.type === 'flow-collection'
  );
}

function textOnLines({ value, type }: Scalar): boolean {
  return typeof value === 'string' && value.includes('\n') && type !== Scalar.QUOTE_DOUBLE;
}

function dropTag(tokens: CST.SourceToken[]): void {
  const tag = tokens.findIndex(({ type }) => type === 'tag');
  if (tag !== -1) tokens.splice(tag, tokens[tag + 1]?.type === 'space' ? 2 : 1);
}

function isIndicator(type: CST.SourceToken['type']): boolean {
  return type === 'map-value-ind' || type === 'seq-item-ind';
}

function isSourceToken(token: CST.Token): token is CST.SourceToken {
  return !('end' in token) && !('items' in token) && 'source' in token && 'indent' in token;
}
