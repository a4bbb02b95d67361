import type { ConfigurationTypes } from '../configuration-types.ts';
import { namesOf } from './names-of.ts';
import { pascalCase, wordsOf } from './words.ts';

/** The names of the types of objects by their ids; none that the module needs for something else. */
export function objectTypeNames(
  { families, groups, objectTypes, tables }: ConfigurationTypes,
  reserved: Iterable<string> = [],
): ReadonlyMap<string, string> {
  const own = [...groups, ...families].flatMap(({ member, name }) => [member, name]);
  const taken = [...own, ...tables.map(({ name }) => name)].map((name) => pascalCase(wordsOf(name)));
  return namesOf(objectTypes, { casing: pascalCase, reserved: new Set([...taken, ...reserved]) });
}

/** The name for that id; namesOf gave every one of them one. */
export function nameFor(id: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(id);
  if (name === undefined) throw new RangeError(`${id} has no name`);
  return name;
}
