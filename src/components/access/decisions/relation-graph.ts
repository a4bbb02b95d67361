import type { ObjectName, Relations } from '../policy/contract.ts';

/** One relationship: who or what stands in `relation` to the resource. */
export interface Tuple {
  readonly resource: ObjectName;
  readonly relation: string;
  readonly subject: ObjectName;
}

/** Relationships that were read, so that a policy can ask for them. */
export function relationsOf(tuples: readonly Tuple[]): Relations {
  const related = Map.groupBy(tuples, ({ resource, relation }) => nameOf(resource, relation));
  return {
    related: (object, relation) => related.get(nameOf(object, relation))?.map(({ subject }) => subject) ?? [],
  };
}

/** No id holds U+0000: neither the server nor the database takes it. */
function nameOf({ type, id }: ObjectName, relation: string): string {
  return `${type}\0${id}\0${relation}`;
}
