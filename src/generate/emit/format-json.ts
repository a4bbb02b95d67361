import type { Json } from '../../engine/json.ts';
import { isJsonObject } from '../../engine/json.ts';

const width = 140;

/** JSON for people: what fits on a line stays on it, so that a diff of generated data can be read. */
export function formatJson(value: Json, indent = ''): string {
  const line = JSON.stringify(value);
  if (indent.length + line.length <= width || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent}  `;
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(
      ([name, member]) => `${deeper}${JSON.stringify(name)}: ${formatJson(member, deeper)}`,
    );
    return `{\n${members.join(',\n')}\n${indent}}`;
  }
  const items = value.map((item) => formatJson(item, deeper));
  const lines = value.every((item) => typeof item !== 'object')
    ? filled(items, deeper)
    : items.map((item) => deeper + item);
  return `[\n${lines.join(',\n')}\n${indent}]`;
}

/** As many items per line as fit. */
function filled(items: readonly string[], indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    const longer = line === '' ? indent + item : `${line}, ${item}`;
    if (longer.length > width && line !== '') {
      lines.push(line);
      line = indent + item;
    } else line = longer;
  }
  return [...lines, line];
}
