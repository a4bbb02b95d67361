import { load, YAMLException } from 'js-yaml';
import { toJson } from './to-json.ts';
import type { Json } from './json.ts';

/**
 * What a text of YAML, or of JSON, says; or why it cannot be read. For files that programs wrote: the user's own are
 * read by `source/`, which can point into them.
 */
export function readYaml(text: string): { readonly value: Json } | { readonly problem: string } {
  try {
    const value = load(text);
    return hasEnd(value) ? { value: toJson(value) } : { problem: 'its aliases stand for each other without an end' };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    return { problem: mark === undefined ? reason : `line ${mark.line + 1}: ${reason}` };
  }
}

/** A hundred times as many as the largest document has that anybody wrote. */
const mostValues = 5_000_000;

/** A few lines with aliases may hold themselves, or more than any memory does. */
function hasEnd(value: unknown): boolean {
  const left = [value];
  let count = 0;
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    for (const inner of Object.values(one)) left.push(inner ?? null);
    count += 1;
    if (count + left.length > mostValues) return false;
  }
  return true;
}
