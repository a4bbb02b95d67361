import type { Json } from '../../../engine/json.ts';
import { textOf } from '../../../engine/json-fields.ts';
import { readAttribute } from '../evaluation/attribute-path.ts';
import type { AttributePath } from '../evaluation/ruleset.ts';

/** What is dealt: `by` as written, or the user. */
export function unitPath(by: Json | undefined): AttributePath {
  return readAttribute(textOf(by) ?? 'user.key');
}
