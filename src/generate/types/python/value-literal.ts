import { isJsonObject, type Json } from '../../../engine/json.ts';
import { group, type Layout } from '../../sdk/python/layout/layout.ts';
import { scalarLiteral, textLiteral } from './text-literal.ts';

/** A value as Python writes it. */
export function valueLiteral(value: Json): Layout {
  if (value === null) return 'None';
  if (typeof value !== 'object') return scalarLiteral(value);
  if (!isJsonObject(value)) return group('[', value.map(valueLiteral), ']');
  const members = Object.entries(value).map(
    ([name, member]): Layout => [`${textLiteral(name)}: `, valueLiteral(member)],
  );
  return group('{', members, '}');
}
