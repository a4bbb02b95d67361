import { CST } from 'yaml';

type Item = CST.CollectionItem;

/** Text put among the tokens of a file as it is. */
export function rawToken(source: string): CST.SourceToken {
  return { type: 'space', offset: -1, indent: -1, source };
}

/** A value put among the tokens of a file as it is, with what stands behind it. */
export function rawValue(source: string, end: CST.SourceToken[] = []): CST.Token {
  return { type: 'scalar', offset: -1, indent: -1, source, end };
}

export function textOf(tokens: readonly CST.SourceToken[]): string {
  return tokens.map(({ source }) => source).join('');
}

export function isComment({ type }: CST.SourceToken): boolean {
  return type === 'comment';
}

/** Tokens up to the end of their first line, and the others; all are others when no line ends. */
export function splitLine(
  tokens: readonly CST.SourceToken[],
): readonly [line: readonly CST.SourceToken[], rest: readonly CST.SourceToken[]] {
  const lineEnd = tokens.findIndex(({ type }) => type === 'newline') + 1;
  return [tokens.slice(0, lineEnd), tokens.slice(lineEnd)];
}

/** An entry of a collection; false for what holds only the comments and spaces behind the last. */
export function isEntry(item: Item): boolean {
  return item.value !== undefined || item.key !== undefined || item.start.some(({ type }) => type === 'seq-item-ind');
}

/** What stands behind a value: spaces, a comment, the line break. */
export function tokensBehind(value: CST.Token | null | undefined): readonly CST.SourceToken[] {
  if (value === null || value === undefined || !('end' in value) || value.end === undefined) return [];
  return value.type === 'flow-collection' ? value.end.slice(1) : value.end;
}

/** Takes away what stands behind a value. */
export function cutBehind(value: CST.Token | null | undefined): void {
  if (value === null || value === undefined || !('end' in value) || value.end === undefined) return;
  value.end = value.type === 'flow-collection' ? value.end.slice(0, 1) : [];
}

export function itemText(item: Item): string {
  return CST.stringify(item);
}
