import type { CST } from 'yaml';
import { cutBehind, isEntry, itemText, rawToken, splitLine, textOf, tokensBehind } from './tokens.ts';

type Item = CST.CollectionItem;

interface Entry {
  readonly item: Item;
  /** Comments on lines of their own, and the spaces before the entry. */
  readonly above: string;
  /** The rest of its last line, behind the comma. */
  readonly behind: string;
}

interface Layout {
  /** The rest of the line of the opening bracket. */
  readonly opening: string;
  readonly entries: readonly Entry[];
  /** A comma stands behind the last entry. */
  readonly endsWithComma: boolean;
  /** What stands before the closing bracket. */
  readonly closing: string;
}

/** Gives a collection in braces or brackets other entries: some of its own, in whichever order, and new ones. */
export function arrangeFlow(flow: CST.FlowCollection, items: readonly Item[], lineBreak: string): void {
  const { opening, entries, endsWithComma, closing } = layoutOf(flow);
  const known = new Map(entries.map((entry) => [entry.item, entry]));
  const onLines =
    opening.endsWith('\n') || (entries.length > 1 && entries.slice(0, -1).every(({ behind }) => behind.endsWith('\n')));
  const indent = entries.map(({ above }) => /[ \t]+$/u.exec(above)?.[0]).find((spaces) => spaces !== undefined);
  const lead = indent ?? ' '.repeat(flow.indent + 2);
  let text = items.length === 0 && !opening.includes('#') ? '' : opening;
  items.forEach((item, index) => {
    const { above, behind } = known.get(item) ?? { above: '', behind: onLines ? lineBreak : '' };
    const hasComment = above.includes('#');
    if (hasComment && !text.endsWith('\n')) text += `${lineBreak}${lead}`;
    if (text.endsWith('\n')) text += above === '' ? lead : above;
    else if (hasComment) text += above.trimStart();
    else if (index > 0) text += ' ';
    text += itemText(item);
    if (index < items.length - 1 || endsWithComma) text += ',';
    text += behind.includes('#') && !behind.endsWith('\n') ? `${behind}${lineBreak}` : behind;
  });
  if (items.length > 0 || text !== '') text += text.endsWith('\n') && closing === '' ? lead.slice(2) : closing;
  const content: Item = { start: [rawToken(text)] };
  flow.items.splice(0, flow.items.length, content);
}

function layoutOf(flow: CST.FlowCollection): Layout {
  let opening: readonly CST.SourceToken[] = [];
  let closing: readonly CST.SourceToken[] = [];
  let endsWithComma = false;
  const entries: { item: Item; above: readonly CST.SourceToken[]; behind: CST.SourceToken[] }[] = [];
  for (const item of flow.items) {
    const last = entries.at(-1);
    const comma = item.start.findIndex(({ type }) => type === 'comma');
    const content = item.start.findIndex(
      ({ type }) => type === 'anchor' || type === 'tag' || type === 'explicit-key-ind',
    );
    const lead = item.start.slice(comma + 1, content === -1 ? undefined : content);
    if (comma > 0) last?.behind.push(...item.start.slice(0, comma));
    const [line, above] = splitLine(lead);
    if (last === undefined) opening = line.length > 0 || !isEntry(item) ? line : above;
    else last.behind.push(...line);
    if (!isEntry(item)) {
      endsWithComma = comma !== -1;
      closing = above;
      continue;
    }
    const behind = [...tokensBehind(item.value)];
    cutBehind(item.value);
    item.start = content === -1 ? [] : item.start.slice(content);
    entries.push({ item, above: last === undefined && line.length === 0 ? [] : above, behind });
  }
  const last = entries.at(-1);
  if (last !== undefined && !endsWithComma) {
    const [line, rest] = splitLine(last.behind);
    last.behind = [...line];
    closing = rest;
  }
  return {
    opening: textOf(opening),
    endsWithComma,
    closing: textOf(closing),
    entries: entries.map(({ item, above, behind }) => ({
      item,
      above: textOf(above),
      behind: /[#\n]/u.test(textOf(behind)) ? textOf(behind) : '',
    })),
  };
}
