import type { SdkOperation, SdkResource } from '../../../generate/sdk/api-description.ts';

/** An operation with what its tag is for. */
export interface TaggedOperation {
  readonly tag: string;
  readonly about: string | undefined;
  readonly described: SdkOperation;
}

/** Every language can make a name of its own of such a one. */
const isName = /^[a-z][A-Za-z0-9]*$/u;

/**
 * The resources right below a path: those that operations have whose ids go on from it.
 *
 * @throws RangeError for an id that no language can write, and for one name that stands for two things.
 */
export function resourcesBelow(
  path: readonly string[],
  operations: readonly TaggedOperation[],
): readonly SdkResource[] {
  const alone = operations.find(({ described }) => wordsOf(described).length < 2);
  if (alone !== undefined) throw new RangeError(`${alone.described.id}: an id says the resource first: 'things.get'`);
  const below = operations.filter(({ described }) => wordsOf(described).length > path.length + 1);
  const groups = Map.groupBy(below, ({ described }) => wordsOf(described)[path.length] ?? '');
  return [...groups]
    .toSorted(([one], [other]) => order(one, other))
    .map(([name, group]) => resource([...path, name], group));
}

function resource(path: readonly string[], operations: readonly TaggedOperation[]): SdkResource {
  const own = operations.filter(({ described }) => wordsOf(described).length === path.length + 1);
  const resources = resourcesBelow(path, operations);
  const found = own.map(({ described }) => described).toSorted((one, other) => order(one.id, other.id));
  refuseNames(
    path,
    [...found, ...resources].map(({ name }) => name),
  );
  const [about, ...others] = new Set(own.map((operation) => operation.about));
  const name = path.at(-1) ?? '';
  const description = others.length === 0 ? about : undefined;
  return { name, path, ...(description === undefined ? {} : { description }), operations: found, resources };
}

function refuseNames(path: readonly string[], names: readonly string[]): void {
  const place = path.join('.');
  const wrong = [...path, ...names].find((name) => !isName.test(name));
  if (wrong !== undefined) throw new RangeError(`${place}: '${wrong}' is no name for every language`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new RangeError(`${place}: '${twice}' stands for two things`);
}

function wordsOf({ id }: SdkOperation): readonly string[] {
  return id.split('.');
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
