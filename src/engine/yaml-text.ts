import { stringify } from 'yaml';
import type { Json } from './json.ts';

/**
 * The value as YAML for files that programs write: nothing folded, no anchors, and quoted what readers of YAML 1.1, many of
 * them in Python, would take for something else.
 */
export function yamlText(value: Json): string {
  return stringify(value, { aliasDuplicateObjects: false, blockQuote: false, compat: 'yaml-1.1', lineWidth: 0 });
}
