import type { JsonObject } from '../../../engine/json.ts';

/** What says nothing of which values fit. */
export const remarks: readonly string[] = [
  '$comment',
  'default',
  'deprecated',
  'description',
  'example',
  'examples',
  'title',
];
/** What only names things, or helps to tell them apart. */
const signs = ['$anchor', '$defs', '$id', '$schema', 'discriminator', 'externalDocs', 'readOnly', 'writeOnly', 'xml'];

/** Whether any value fits, as far as these keywords go. */
export function saysNothing(schema: JsonObject): boolean {
  return Object.keys(schema).every(
    (keyword) => remarks.includes(keyword) || signs.includes(keyword) || keyword.startsWith('x-'),
  );
}
