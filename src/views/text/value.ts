import { isJsonObject, type Json } from '../../engine/json.ts';
import { visible } from './visible.ts';

/** Strings that would read as another type, or as nothing, without quotes. */
const needsQuotes = /^$|^(?:true|false|null)$|^[\s"'[{]|\s$/u;

/** A value on one line as YAML would show it, at most about `limit` characters long. */
export function valueText(value: Json, limit = 80): string {
  return cutText(inline(value), limit);
}

function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit).replace(/[\ud800-\udbff]$/u, '');
  return `${kept}… (${text.length} characters)`;
}

/** Both values of a change. Where YAML would be written alike, the text `5` and the number, as JSON, which tells them apart. */
export function valueTexts(before: Json, after: Json, limit = 80): readonly [string, string] {
  const [one, other] = [valueText(before, limit), valueText(after, limit)];
  return one === other ? [jsonText(before, limit), jsonText(after, limit)] : [one, other];
}

function jsonText(value: Json, limit: number): string {
  return cutText(visible(JSON.stringify(value)), limit);
}

function inline(value: Json): string {
  if (typeof value === 'string') return visible(needsQuotes.test(value) ? JSON.stringify(value) : value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${visible(name)}: ${inline(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
