import { readAttribute } from '../evaluation/attribute-path.ts';
import type { Json } from '../evaluation/json.ts';
import type { AttributePath } from '../evaluation/ruleset.ts';
import { textOf } from './written.ts';

/** What is dealt: `by` as written, or the user. */
export function unitPath(by: Json | undefined): AttributePath {
  return readAttribute(textOf(by) ?? 'user.key');
}
