import { isJsonObject, type Json } from './json.ts';

/**
 * The value as YAML that every parser reads back the same: a name or a value on each line, quoted as JSON would unless it
 * is plainly a text. Only for files that programs write and people at most read: the package `yaml`, which knows comments
 * and styles, takes twenty times as long for a megabyte.
 */
export function yamlText(value: Json): string {
  const lines: string[] = [];
  write(value, '', '', lines);
  return `${lines.join('\n')}\n`;
}

/** `start` is what the first line begins with: a key and its colon, or the dash of an item. */
function write(value: Json, start: string, indent: string, lines: string[]): void {
  if (Array.isArray(value) && value.length > 0) {
    if (start.endsWith(':')) lines.push(start);
    const dash = start.endsWith('-') ? `${start} -` : `${indent}-`;
    value.forEach((item, index) => write(item, index === 0 ? dash : `${indent}-`, `${indent}  `, lines));
  } else if (isJsonObject(value) && Object.keys(value).length > 0) {
    if (start.endsWith(':')) lines.push(start);
    const first = start.endsWith('-') ? `${start} ` : indent;
    Object.entries(value).forEach(([key, member], index) => {
      write(member, `${index === 0 ? first : indent}${textOf(key)}:`, `${indent}  `, lines);
    });
  } else {
    lines.push(start === '' ? scalarOf(value) : `${start} ${scalarOf(value)}`);
  }
}

function scalarOf(value: Json): string {
  return typeof value === 'string' ? textOf(value) : JSON.stringify(value);
}

/** Begins like a text, then has nothing that ends one or begins a comment. */
const plain = /^[A-Za-z/$](?:[!-9;-~…–’]|:(?=\S)| (?![# ]))*$/u;
/** What begins like a text and is read as something else by one version of YAML or another. */
const meaningful = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/iu;

function textOf(text: string): string {
  const isPlain = plain.test(text) && !meaningful.test(text) && !/[\s:]$/u.test(text);
  return isPlain ? text : JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}
