import { isJsonObject, type Json, type JsonObject } from '../../../src/engine/json.ts';
import type { Choices } from './random-file.ts';

/** The value after a few changes anywhere in it; items with an `id` keep it, and texts of a list stay different. */
export function changed(body: JsonObject, choices: Choices): JsonObject {
  let value: Json = body;
  for (let left = choices.below(4); left >= 0; left -= 1) value = change(value, choices);
  return isJsonObject(value) ? value : body;
}

function change(value: Json, choices: Choices): Json {
  if (Array.isArray(value)) return changedList(value, choices);
  if (isJsonObject(value)) return changedObject(value, choices);
  return value;
}

function changedObject(object: JsonObject, choices: Choices): JsonObject {
  const names = Object.keys(object).filter((name) => name !== 'id');
  const name = names[choices.below(names.length + 1)];
  if (name === undefined)
    return { ...object, extra: choices.of<Json>([1, 'new', { a: 1 }, { text: 'x', tags: ['q'] }]) };
  const member = object[name] ?? null;
  if (choices.oneIn(6)) return Object.fromEntries(Object.entries(object).filter(([other]) => other !== name));
  if ((name === 'a' || name === 'b') && choices.oneIn(2))
    return { ...object, [name]: choices.of<Json>([{}, { text: 'x', price: '7.25' }, 'blue', 5]) };
  if (typeof member === 'object' && member !== null) return { ...object, [name]: change(member, choices) };
  const isPrice = name === 'price';
  return { ...object, [name]: isPrice ? '7.25' : choices.of<Json>(['blue', 'two\nlines\n', "'", ' ']) };
}

function changedList(list: readonly Json[], choices: Choices): readonly Json[] {
  const place = choices.below(list.length + 1);
  const isKeyed = list.some(isJsonObject);
  const isNew = choices.of([false, true]);
  if (isNew) {
    const item: Json = isKeyed ? { id: 'fresh', text: 'new' } : 'fresh';
    const others = list.filter((one) => (isJsonObject(one) ? one['id'] : one) !== 'fresh');
    return [...others.slice(0, place), item, ...others.slice(place)];
  }
  const item = list[place];
  if (item === undefined) return list.toReversed();
  if (choices.oneIn(2) || !isJsonObject(item)) return list.filter((_, index) => index !== place);
  return list.map((one, index) => (index === place ? change(one, choices) : one));
}
