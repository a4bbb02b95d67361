import { load, YAMLException } from 'js-yaml';
import { toJson } from './to-json.ts';
import type { Json } from './json.ts';

/**
 * What a text of YAML, or of JSON, says; or why it cannot be read. For files that programs wrote: the user's own are
 * read by `source/`, which can point into them.
 */
export function readYaml(text: string): { readonly value: Json } | { readonly problem: string } {
  try {
    return { value: toJson(load(text)) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    return { problem: mark === undefined ? reason : `line ${mark.line + 1}: ${reason}` };
  }
}
