import type { Json, JsonObject } from '../../engine/json.ts';
import { entriesOf, objectOf } from '../../engine/json-fields.ts';
import { childPointer } from '../../engine/pointer.ts';

export const channels = ['in-app', 'email', 'sms', 'push', 'chat', 'whatsapp'] as const;

/** A text of a template, wherever in it. */
export interface TextPlace {
  readonly text: string;
  readonly pointer: string;
}

/** Every text a template has for a channel, in all its languages. */
export function textsFor(template: JsonObject, channel: string): readonly TextPlace[] {
  const languages = entriesOf(template['locales']).map(([locale, content]) => ({
    content,
    pointer: childPointer('/locales', locale),
  }));
  return [{ content: template, pointer: '' }, ...languages].flatMap(({ content, pointer }) =>
    textsIn(objectOf(content)[channel], childPointer(pointer, channel)),
  );
}

function textsIn(value: Json | undefined, pointer: string): readonly TextPlace[] {
  if (typeof value === 'string') return [{ text: value, pointer }];
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => textsIn(item, childPointer(pointer, index)));
  return entriesOf(value).flatMap(([name, inner]) => textsIn(inner, childPointer(pointer, name)));
}
