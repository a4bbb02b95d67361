import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components } from '../../src/components/index.ts';
import type { Json } from '../../src/engine/json.ts';
import { isJsonObject } from '../../src/engine/json.ts';
import { plainlyFits } from '../../src/engine/validate/plainly-fits.ts';
import { prepareSchema } from '../../src/engine/validate/schema-node.ts';
import { createAjv } from '../../src/generate/compile-validators.ts';

const kinds = components.flatMap(({ models, validators }) =>
  models.map((model) => ({ model, validate: validators[model.kind] })),
);
const checker = createAjv({ messages: false });

/** Anything JSON can carry, with names and values that models know mixed in so that branches are reached. */
const anyJson: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json>(null, true, false, 0, -1, 0.5, 1e21, '', 'unlimited', '10m', 'on', '2027-01-31', 'USD'),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom('key', 'name', 'if', 'any', 'user.email', 'rollout', 'USD', 'constructor', 'x'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

/** A document of the examples, damaged: at a few random places another value, or nothing. */
function damaged(document: Json): fc.Arbitrary<Json> {
  const damage = fc.record({
    at: fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }),
    value: fc.option(anyJson, { nil: undefined }),
  });
  return fc
    .array(damage, { maxLength: 3 })
    .map((list) => list.reduce((value, { at, value: other }) => replace(value, at, other), document));
}

function replace(value: Json, path: readonly number[], other: Json | undefined): Json {
  const [step = 0, ...rest] = path;
  const names = isJsonObject(value) ? Object.keys(value) : Array.isArray(value) ? [...value.keys()].map(String) : [];
  const name = names[step % Math.max(names.length, 1)];
  if (name === undefined) return other ?? value;
  const child = Object.entries(value ?? {}).find(([key]) => key === name)?.[1] ?? null;
  const changed = rest.length === 0 ? other : replace(child, rest, other);
  if (Array.isArray(value))
    return value.flatMap((item: Json, index) =>
      String(index) !== name ? [item] : changed === undefined ? [] : [changed],
    );
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      key !== name ? [[key, member]] : changed === undefined ? [] : [[key, changed]],
    ),
  );
}

describe('precompiled validators', () => {
  it.each(kinds)('$model.kind: say exactly what ajv says at run time, of any document', ({ model, validate }) => {
    const compiled = checker.compile(model.schema);
    const root = prepareSchema(model.schema);
    const document = fc.oneof(fc.constantFrom(...model.examples).chain(damaged), anyJson);
    let refused = 0;
    fc.assert(
      fc.property(document, (value) => {
        const accepted = validate?.(value);
        expect(accepted).toBe(compiled(value));
        expect(validate?.errors ?? null).toEqual(compiled.errors ?? null);
        // What is recognised without a validator, a validator would accept.
        if (plainlyFits(root, value)) expect(accepted).toBe(true);
        if (accepted === false) refused += 1;
      }),
      { numRuns: 300 },
    );
    // Neither all good nor all bad, or the property would have shown nothing.
    expect(refused).toBeGreaterThan(30);
    expect(refused).toBeLessThan(300);
  });

  it.each(kinds)('$model.kind: accept every example of the model', ({ model, validate }) => {
    for (const example of model.examples) {
      const accepted = validate?.(example);
      expect({ accepted, errors: validate?.errors }).toEqual({ accepted: true, errors: null });
      expect(plainlyFits(prepareSchema(model.schema), example)).toBe(true);
    }
  });

  it('leave the document as it is: no coercion, no defaults', () => {
    const flag = kinds.find(({ model }) => model.kind === 'Flag');
    const document = { kind: 'Flag', key: 'dark-mode', variations: { on: true }, clientSide: 'true' };
    expect(flag?.validate?.(document)).toBe(false);
    expect(document).toEqual({ kind: 'Flag', key: 'dark-mode', variations: { on: true }, clientSide: 'true' });
  });
});
