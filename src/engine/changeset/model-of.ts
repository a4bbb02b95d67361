import type { Model } from '../model/model.ts';
import type { KindRegistry } from '../model/registry.ts';

/** The model of a kind that validation has already found to be known. */
export function modelOf(kind: string, registry: KindRegistry): Model {
  const definition = registry.kinds.get(kind);
  if (definition === undefined) throw new RangeError(`kind ${kind} is not in the registry`);
  return definition.model;
}
