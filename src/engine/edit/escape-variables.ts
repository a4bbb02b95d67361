import { isJsonObject, type Json } from '../json.ts';

/**
 * A value of a live body as a file must have it, so that loading gives the same: in texts a literal `${` would be
 * read as a variable. `${secrets.NAME}` is left as written, since bodies hold it unresolved.
 */
export function escapeVariables(value: Json): Json {
  if (typeof value === 'string') return value.replace(/\$\{(?!secrets\.)/gu, '$$$${');
  if (Array.isArray(value)) return value.map(escapeVariables);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, escapeVariables(member)] as const));
}
