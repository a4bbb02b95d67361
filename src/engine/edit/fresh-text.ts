import { Document, isMap, isScalar, isSeq, type Node, Scalar, stringify, visit, YAMLMap, YAMLSeq } from 'yaml';
import type { FileStyle } from './file-style.ts';

/** A new node on one line, as it stands inside braces. */
export function flowText(node: unknown, style: FileStyle): string {
  if (isMap(node)) {
    const members = node.items.map(({ key, value }) => `${flowText(key, style)}: ${flowText(value, style)}`);
    return enclosed('{', members, '}', style.spaceInBraces);
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => flowText(item, style));
    return enclosed('[', items, ']', style.spaceInBrackets);
  }
  if (isScalar(node) && typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.QUOTE_DOUBLE;
  // Only inside a list does the printer quote what would end there.
  const list = new YAMLSeq();
  list.flow = true;
  list.items.push(node);
  return stringify(list, { lineWidth: 0, flowCollectionPadding: false }).trimEnd().slice(1, -1);
}

/** What follows the `:` of a key that stands `indent` spaces in, its line break included. */
export function textAfterKey(node: Node, indent: number, style: FileStyle): string {
  const map = new YAMLMap<unknown, unknown>();
  map.set('k', node);
  return printed(map, indent, style).slice(indent + 2);
}

/** What follows the `-` of an item that stands `indent` spaces in. */
export function textAfterDash(node: Node, indent: number, style: FileStyle): string {
  const list = new YAMLSeq();
  list.items.push(node);
  return printed(list, indent, style).slice(indent + 1);
}

/** A whole member of a block mapping, on lines of its own. */
export function memberText(name: Scalar, node: Node, indent: number, style: FileStyle): string {
  const map = new YAMLMap<unknown, unknown>();
  map.set(name, node);
  return printed(map, indent, style);
}

/** The printer knows only one way to put spaces into braces and brackets: what is on one line is put in afterwards. */
function printed(contents: Node, indent: number, style: FileStyle): string {
  const onOneLine: string[] = [];
  visit(contents, {
    Collection(_, node) {
      if (node.flow !== true) return undefined;
      return new Scalar(`\ue000${onOneLine.push(flowText(node, style)) - 1}\ue000`);
    },
  });
  const document = new Document();
  document.contents = contents;
  const text = document.toString({ indent: style.step, indentSeq: style.indentLists, lineWidth: 0 });
  return text
    .replaceAll(/\ue000([0-9]+)\ue000/gu, (written, index: string) => onOneLine[Number(index)] ?? written)
    .replaceAll(/^(?=[^\n])/gmu, ' '.repeat(indent))
    .replaceAll('\n', style.lineBreak);
}

function enclosed(open: string, parts: readonly string[], close: string, hasSpaces: boolean): string {
  const space = hasSpaces && parts.length > 0 ? ' ' : '';
  return `${open}${space}${parts.join(', ')}${space}${close}`;
}
