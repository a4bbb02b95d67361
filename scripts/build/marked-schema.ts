import type { ModelSchema } from '../../src/engine/model/model.ts';
import { SchemaMarks } from '../../src/engine/validate/schema-marks.ts';

type Named = { readonly [name: string]: ModelSchema };

/**
 * The same schema, each part of it in which `SchemaMarks` finds something saying so: to look through all models takes
 * as long as checking ten documents.
 */
export function markedSchema(root: ModelSchema): ModelSchema {
  const marks = new SchemaMarks(root);
  const all = (schemas: Named): Named =>
    Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, marked(schema)]));
  const marked = (schema: ModelSchema): ModelSchema => {
    const { properties, patternProperties, $defs, additionalProperties, propertyNames, items, anyOf } = schema;
    const parts: ModelSchema = {
      ...(properties && { properties: all(properties) }),
      ...(patternProperties && { patternProperties: all(patternProperties) }),
      ...($defs && { $defs: all($defs) }),
      ...(typeof additionalProperties === 'object' && { additionalProperties: marked(additionalProperties) }),
      ...(propertyNames && { propertyNames: marked(propertyNames) }),
      ...(items && { items: marked(items) }),
      ...(anyOf && { anyOf: anyOf.map(marked) }),
    };
    const found = marks.of(schema);
    return { ...schema, ...parts, ...((found !== 0 || schema === root) && { 'x-marks': found }) };
  };
  return marked(root);
}
