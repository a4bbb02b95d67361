import { expect, test } from 'vitest';
import { modelsModule } from '../../scripts/build/models-in-brief.ts';
import { ruleInWords } from '../../src/engine/validate/wording.ts';
import { components } from '../../src/components/index.ts';
import type { Model } from '../../src/engine/model/model.ts';

test.for(components)(
  'the models of $name are built with all but examples and long descriptions',
  async ({ models }) => {
    const text = modelsModule(models);
    const built: { readonly models: readonly Model[] } = await import(
      `data:text/javascript,${encodeURIComponent(text)}`
    );
    expect(withoutDescriptions(built.models)).toEqual(
      withoutDescriptions(models.map((model) => ({ ...model, examples: [] }))),
    );
    expect(rules(built.models.map(({ schema }) => schema))).toEqual(rules(models.map(({ schema }) => schema)));
  },
);

function withoutDescriptions(models: readonly Model[]): unknown {
  return JSON.parse(JSON.stringify(models), function (this: unknown, key, value: unknown) {
    return key === 'description' && typeof value === 'string' ? undefined : value;
  });
}

/** What messages say of all parts of the schemas, in order. */
function rules(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return [ruleInWords(schema), ...Object.values(schema).flatMap(rules)];
}
