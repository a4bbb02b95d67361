import type { Json } from '../../../engine/json.ts';
import { textOf } from '../../../engine/json-fields.ts';
import type { AttributePath } from '../evaluation/ruleset.ts';

/** `user.address.city` */
export function attributePath(text: string): AttributePath {
  const [kind = '', ...path] = text.split('.');
  return { kind, path };
}

/** What is dealt: `by` as written, or the user. */
export function unitPath(by: Json | undefined): AttributePath {
  return attributePath(textOf(by) ?? 'user.key');
}
