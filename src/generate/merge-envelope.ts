import type { Model, ModelSchema } from '../engine/model/model.ts';
import type { ModelFile, ModelSources } from './authored-model.ts';
import { expandSchema } from './expand-schema.ts';

/**
 * The model as the engine gets it: the fields every kind has, then its own, on its own feet. A kind may say
 * a field of the envelope again to make it narrower (a key with dots, say); its own words then win.
 */
export function mergeEnvelope({ component, model }: ModelFile, sources: ModelSources): Model {
  const { schema } = model;
  const { schema: envelope } = sources.envelope;
  const kind: ModelSchema = { ...envelope.properties?.['kind'], type: 'string', const: model.kind };
  const merged: ModelSchema = {
    ...schema,
    type: 'object',
    properties: { ...envelope.properties, ...schema.properties, kind },
    required: [...new Set([...(envelope.required ?? []), ...(schema.required ?? [])])],
  };
  return { ...model, component, schema: expandSchema(merged, sources.definitions.schemas) };
}
