import type { ObjectName } from '../policy/contract.ts';
import type { Tuple } from './relation-graph.ts';
import type { Asked } from './situation.ts';
import { nameOf } from './stored-facts.ts';

/**
 * Of all relationships that were read for several questions, by the name of their resource: those that reading for this
 * one alone would have found, in the same two steps. The statement `access_facts` says what those are.
 */
export function tuplesBetween(
  { resource: { type, id }, subject }: Pick<Asked, 'resource' | 'subject'>,
  tuples: ReadonlyMap<string, readonly Tuple[]>,
): readonly Tuple[] {
  if (id === null) return [];
  const of = (name: ObjectName): readonly Tuple[] =>
    (tuples.get(nameOf(name)) ?? []).filter((tuple) => isSomething(tuple.subject) || tuple.subject.id === subject.id);
  const direct = of({ type, id });
  const further = direct.filter((tuple) => isSomething(tuple.subject) && tuple.subject.type !== 'tenant');
  return [...new Set([...direct, ...further.flatMap((tuple) => of(tuple.subject))])];
}

/** Nobody who could ask: what stands in a relation may stand in others itself. */
function isSomething({ type }: ObjectName): boolean {
  return type !== 'user' && type !== 'service-account';
}
