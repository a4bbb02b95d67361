import type { FoundReference } from './every-reference.ts';
import type { Names } from './names.ts';
import { pascalCase } from './names.ts';

/** A choice between more values than these gets a name of its own, that of the first field that has it. */
const inPlace = 24;

export interface LongChoice {
  readonly name: string;
  readonly values: readonly string[];
}

/** By {@link choiceKey}. */
export function longChoices(references: readonly FoundReference[], names: Names): ReadonlyMap<string, LongChoice> {
  const found = new Map<string, LongChoice>();
  for (const { reference, field } of references) {
    if (reference.kind !== 'choice' || reference.values.length <= inPlace || field === undefined) continue;
    const key = choiceKey(reference.values);
    if (found.has(key)) continue;
    // A field may have no letter that names are made of.
    const wish = pascalCase(field.name) || 'Choice';
    found.set(key, { name: names.give(wish, 'Choice'), values: reference.values });
  }
  return found;
}

export function choiceKey(values: readonly string[]): string {
  return JSON.stringify(values);
}
