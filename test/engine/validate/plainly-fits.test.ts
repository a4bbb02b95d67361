import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/engine/json.ts';
import type { ModelSchema } from '../../../src/engine/model/model.ts';
import { plainlyFits } from '../../../src/engine/validate/plainly-fits.ts';
import { prepareSchema } from '../../../src/engine/validate/schema-node.ts';
import { createAjv } from '../../../src/generate/compile-validators.ts';

const ajv = createAjv({ messages: false });

/** Each with values that fit, and values that do not or that only the validator can judge. */
const cases: readonly (readonly [title: string, ModelSchema, fitting: readonly Json[], others: readonly Json[]])[] = [
  ['a type', { type: 'boolean' }, [true, false], [null, 'true', 0, [], {}]],
  ['several types', { type: ['string', 'null'] }, ['', null], [0, false, [], {}]],
  ['no type', {}, [null, 0, '', false, [], {}], []],
  ['whole numbers', { type: 'integer' }, [0, -3, 1e21], [0.5, '1']],
  ['numbers', { type: 'number', minimum: 0, maximum: 9 }, [0, 0.5, 9], [-1, 9.5, '1']],
  ['limits that are left out', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, [0.5], [0, 1, '0.5']],
  ['different items', { type: 'array', uniqueItems: true }, [[], [1, '1', true]], [[1, 1], [{}]]],
  ['a list of values', { type: 'string', enum: ['a', 'b'] }, ['a', 'b'], ['c', '', null]],
  ['one value', { type: 'string', const: 'a' }, ['a'], ['b', null]],
  ['a pattern', { type: 'string', pattern: '^[a-z]+$' }, ['abc'], ['', 'A', 'a1']],
  ['lengths', { type: 'string', minLength: 1, maxLength: 2 }, ['a', 'ab', '😀'], ['', 'abc']],
  ['a length that halves of characters could reach', { type: 'string', minLength: 2 }, ['abcd', '😀😀'], ['😀', 'a']],
  ['items', { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 2 }, [['a']], [[], ['a', 1], 'a']],
  ['required fields', { type: 'object', required: ['a'] }, [{ a: null }], [{}, { constructor: 1 }, null]],
  [
    'closed mappings',
    { type: 'object', additionalProperties: false, properties: { a: { type: 'string' } } },
    [{}, { a: '' }],
    [{ b: '' }, { a: 1 }, { constructor: '' }, []],
  ],
  [
    'any other field',
    { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: { type: 'integer' } },
    [{ a: '', b: 1 }],
    [{ b: '' }, { toString: '' }],
  ],
  [
    'names',
    { type: 'object', propertyNames: { type: 'string', maxLength: 2 }, minProperties: 1, maxProperties: 2 },
    [{ a: 1 }, { a: 1, bc: 2 }],
    [{}, { abc: 1 }, { a: 1, b: 2, c: 3 }],
  ],
  [
    'patterns of names, all of which count',
    {
      type: 'object',
      patternProperties: { '^a': { type: 'integer', minimum: 1 }, b$: { type: 'integer', maximum: 5 } },
      additionalProperties: false,
    },
    [{ a: 9, b: 0, ab: 3 }],
    [{ ab: 0 }, { ab: 9 }, { a: 0 }, { c: 1 }],
  ],
  [
    'branches, beside what all of them share',
    {
      anyOf: [
        { type: 'string', maxLength: 2 },
        { type: 'array', items: { type: 'integer' } },
      ],
    },
    ['ab', [1]],
    ['abc', ['a'], 1, null],
  ],
  [
    'definitions that contain themselves',
    {
      $ref: '#/$defs/tree',
      $defs: { tree: { type: 'object', additionalProperties: { $ref: '#/$defs/tree' }, maxProperties: 1 } },
    },
    [{}, { a: { b: {} } }],
    [{ a: 1 }, { a: { b: {}, c: {} } }],
  ],
];

describe('a document without mistakes is recognised without its validator', () => {
  it.each(cases)('%s', (_, schema, fitting, others) => {
    const root = prepareSchema(schema);
    const validate = ajv.compile(schema);
    for (const value of fitting)
      expect([value, plainlyFits(root, value), validate(value)]).toEqual([value, true, true]);
    for (const value of others) expect([value, plainlyFits(root, value)]).toEqual([value, false]);
  });

  it.each<readonly [string, ModelSchema, Json]>([
    ['formats', { type: 'string', format: 'date' }, '2027-01-31'],
    ['multiples', { type: 'number', multipleOf: 5 }, 10],
    ['lists of mappings without duplicates', { type: 'array', uniqueItems: true }, [{ a: 1 }, { a: 2 }]],
    ['fields that need others', { type: 'object', dependentRequired: { a: ['b'] } }, { a: 1, b: 2 }],
  ])('and the validator is asked about %s', (_, schema, value) => {
    expect([plainlyFits(prepareSchema(schema), value), ajv.compile(schema)(value)]).toEqual([false, true]);
  });
});
