import type { JsonObject } from '../../engine/json.ts';

/**
 * What the body or the result of an operation is called where its schema does not say: `access.checkMany` has
 * `AccessCheckManyBody`. Undefined for what is no object with fields of its own, which needs no name.
 */
export function schemaName(id: string, part: 'Body' | 'Result', schema: JsonObject | undefined): string | undefined {
  if (schema?.['properties'] === undefined) return undefined;
  const words = id.split('.').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}${part}`;
}
