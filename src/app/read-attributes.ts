import type { Json, JsonObject } from '../engine/json.ts';
import { usageError } from './command-errors.ts';

/**
 * Attributes as they are typed behind a command: `seats=5`, `trial=true`, `tags=["a","b"]`, `name=Acme`. What reads
 * as a number, a boolean or a list is one; `'code="5"'` is the text 5.
 */
export function readAttributes(typed: readonly string[], removed: readonly string[] = []): JsonObject {
  const attributes = typed.map((text): readonly [string, Json] => {
    const end = text.indexOf('=');
    if (end < 1) throw usageError(`${text} is not an attribute.`, 'Write NAME=VALUE, such as seats=5.');
    return [text.slice(0, end), valueOf(text.slice(end + 1))];
  });
  return Object.fromEntries([...attributes, ...removed.map((name) => [name, null] as const)]);
}

function valueOf(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    // Null would take the attribute away, which has an option of its own.
    return value === null ? text : value;
  } catch {
    return text;
  }
}
