import { expect, test } from 'vitest';
import { modelsModule } from '../../scripts/build/models-in-brief.ts';
import { ruleInWords } from '../../src/engine/validate/wording.ts';
import { SchemaMarks } from '../../src/engine/validate/schema-marks.ts';
import { components } from '../../src/components/index.ts';
import type { Model, ModelSchema } from '../../src/engine/model/model.ts';

test.for(components)(
  'the models of $name are built with all but examples and descriptions that no message quotes',
  async ({ models }) => {
    const text = modelsModule(models);
    const built: { readonly models: readonly Model[] } = await import(
      `data:text/javascript,${encodeURIComponent(text)}`
    );
    expect(withoutDescriptions(built.models)).toEqual(
      withoutDescriptions(models.map((model) => ({ ...model, examples: [] }))),
    );
    built.models.forEach(({ schema }, index) => {
      const written = models[index]?.schema ?? {};
      expect(marksOf(schema, new SchemaMarks(schema))).toEqual(marksOf(written, new SchemaMarks(written)));
    });
    expect(rules(built.models.map(({ schema }) => schema))).toEqual(rules(models.map(({ schema }) => schema)));
  },
);

/** Whether rules and money stand in the schema and in each of its parts. */
function marksOf(schema: ModelSchema, marks: SchemaMarks): unknown {
  const { properties = {}, patternProperties = {}, $defs = {}, additionalProperties, items, anyOf = [] } = schema;
  const single = [items, additionalProperties].filter((part) => typeof part === 'object');
  const below = [properties, patternProperties, $defs].flatMap((named) => Object.values(named));
  const parts = [...below, ...single, ...anyOf].map((part) => marksOf(part, marks));
  return [marks.hasRules(schema), marks.hasMoney(schema), ...parts];
}

function withoutDescriptions(models: readonly Model[]): unknown {
  return JSON.parse(JSON.stringify(models), function (this: unknown, key, value: unknown) {
    return (key === 'description' && typeof value === 'string') || key === 'x-marks' ? undefined : value;
  });
}

/** What messages say of all parts of the schemas, in order. */
function rules(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return [ruleInWords(schema), ...Object.values(schema).flatMap(rules)];
}
