import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import { textsOf } from '../../engine/json-fields.ts';
import type { Model } from '../../engine/model/model.ts';
import { toJsonObject } from '../../engine/to-json.ts';

/** Kinds of the configuration by name, each with the JSON Schema of its documents, whose references lead into this document. */
export function kindObjects(models: readonly Model[]): JsonObject {
  return Object.fromEntries(
    models.map((model) => {
      const object = made.get(model) ?? kindObject(model);
      made.set(model, object);
      return [model.kind, object];
    }),
  );
}

/** The document of everything and that of a part show the same. */
const made = new WeakMap<Model, JsonObject>();

function kindObject({ kind, plural, summary, description, schema }: Model): JsonObject {
  return {
    plural,
    summary,
    ...(description === undefined ? {} : { description }),
    schema: placed(toJsonObject(schema), `#/x-kinds/${kind}/schema`),
  };
}

/** A model refers to its own definitions from its own root, which here stands within something larger. */
function placed(schema: JsonObject, place: string): JsonObject {
  const inner = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(inner);
    return isJsonObject(value) ? placed(value, place) : value;
  };
  // What says nothing of its items means any; some tools want it said.
  const saysItems = !textsOf(schema['type']).includes('array') || 'items' in schema;
  return Object.fromEntries(
    Object.entries(saysItems ? schema : { ...schema, items: {} }).map(([keyword, value]) => [
      keyword,
      keyword === '$ref' && typeof value === 'string' ? value.replace(/^#/u, place) : inner(value),
    ]),
  );
}
