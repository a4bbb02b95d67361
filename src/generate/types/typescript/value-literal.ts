import { isJsonObject, type Json } from '../../../engine/json.ts';
import { columnsOf } from '../../sdk/typescript/layout/columns.ts';
import {
  braced,
  group,
  indent,
  type Layout,
  line,
  separated,
  softLine,
  whereBroken,
} from '../../sdk/typescript/layout/layout.ts';
import { propertyName, textLiteral } from '../../sdk/typescript/syntax/text-literal.ts';

/** A value as TypeScript writes it. */
function valueLiteral(value: Json): Layout {
  if (typeof value === 'string') return textLiteral(value);
  if (isJsonObject(value)) {
    return braced(Object.entries(value).map(([name, member]) => memberLiteral(memberName(name), member)));
  }
  if (value === null || typeof value !== 'object') return String(value);
  if (value.length === 0) return '[]';
  const items = separated(value.map(valueLiteral), [',', line]);
  return group('[', indent(softLine, items), whereBroken(','), softLine, ']');
}

/**
 * `name: value`. A text that has no room behind its name stands below it, but not where the name is as short as the
 * margin that this would save.
 */
export function memberLiteral(name: string, value: Json): Layout {
  if (typeof value !== 'string' || columnsOf(name) < leastName) return [`${name}: `, valueLiteral(value)];
  return group(`${name}:`, indent(line, textLiteral(value)));
}

const leastName = 5;

/** Plainly written, this one name would set the prototype in place of a member. */
function memberName(name: string): string {
  return name === '__proto__' ? "['__proto__']" : propertyName(name);
}
