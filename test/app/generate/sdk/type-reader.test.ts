import { describe, expect, test } from 'vitest';
import { eitherOf } from '../../../../src/app/generate/sdk/combined-types.ts';
import { TypeReader } from '../../../../src/app/generate/sdk/type-reader.ts';
import type { Json } from '../../../../src/engine/json.ts';

const named = {
  Cat: {
    title: 'Cat',
    type: 'object',
    required: ['name', 'kind'],
    properties: { name: { type: 'string' }, kind: { const: 'cat' } },
  },
  Dog: {
    title: 'Dog',
    type: 'object',
    required: ['name', 'kind'],
    properties: { name: { type: 'string' }, kind: { enum: ['dog', 'puppy'] } },
  },
  Colour: { title: 'Colour', type: 'string', enum: ['red', 'blue'] },
  Pet: { title: 'Pet', oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] },
};
const reader = new TypeReader(named);
const read = (schema: Json): unknown => reader.type(schema, 'pets.get body');
const cat = { $ref: '#/components/schemas/Cat' };
const dog = { $ref: '#/components/schemas/Dog' };
const text = { kind: 'text' };

const types: readonly (readonly [string, Json, unknown])[] = [
  ['a text, however narrow', { type: 'string', pattern: '^a', maxLength: 3, format: 'email' }, text],
  ['an instant', { type: 'string', format: 'date-time' }, { kind: 'instant' }],
  ['a whole number', { type: 'integer', minimum: 1 }, { kind: 'integer' }],
  ['anything', { description: 'x' }, { kind: 'json' }],
  ['a choice', { type: 'string', enum: ['a', 'b'] }, { kind: 'choice', values: ['a', 'b'] }],
  [
    'a choice with null',
    { type: ['string', 'null'], enum: ['a', null] },
    { kind: 'nullable', of: { kind: 'choice', values: ['a'] } },
  ],
  ['the only number that it may be', { const: 1, type: 'integer' }, { kind: 'literal', value: 1 }],
  ['the only truth that it may be', { enum: [true], type: 'boolean' }, { kind: 'literal', value: true }],
  ['null', { const: null }, { kind: 'null' }],
  ['a text or null', { type: ['string', 'null'] }, { kind: 'nullable', of: text }],
  ['a list of anything', { type: 'array' }, { kind: 'list', items: { kind: 'json' } }],
  ['a list', { type: 'array', items: { type: 'string' }, maxItems: 2 }, { kind: 'list', items: text }],
  ['an object with any keys', { type: 'object' }, { kind: 'map', values: { kind: 'json' } }],
  ['a map', { type: 'object', additionalProperties: { type: 'string' } }, { kind: 'map', values: text }],
  [
    'a map by patterns',
    { type: 'object', patternProperties: { '^a': { type: 'string' }, '^b': { type: 'null' } } },
    { kind: 'map', values: { kind: 'nullable', of: text } },
  ],
  [
    'an object without a name',
    { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: { type: 'number' } },
    { kind: 'object', fields: [{ name: 'a', type: text, isRequired: false }], others: { kind: 'number' } },
  ],
  ['an object without fields', { type: 'object', additionalProperties: false }, { kind: 'object', fields: [] }],
  ['a name that is no object', { $ref: '#/components/schemas/Colour' }, { kind: 'choice', values: ['red', 'blue'] }],
  ['several types', { type: ['string', 'number'] }, { kind: 'union', members: [text, { kind: 'number' }] }],
];

test.each(types)('%s', (_, schema, type) => {
  expect(read(schema)).toStrictEqual(type);
});

describe('a union', () => {
  const both = [
    { kind: 'named', name: 'Cat' },
    { kind: 'named', name: 'Dog' },
  ];

  test('says which field tells its members apart, null or not', () => {
    const union = { kind: 'union', members: both, discriminator: 'kind' };
    expect(read({ oneOf: [cat, dog] })).toStrictEqual(union);
    expect(read({ anyOf: [{ oneOf: [cat, dog], description: 'x' }, { type: 'null' }] })).toStrictEqual({
      kind: 'nullable',
      of: union,
    });
  });

  test('is told apart by that field wherever it stands', () => {
    const union = { kind: 'union', members: both, discriminator: 'kind' };
    const map = { kind: 'map', values: union };
    expect(read({ type: 'object', additionalProperties: { oneOf: [cat, dog] } })).toStrictEqual(map);
    expect(read({ type: 'object', patternProperties: { '^a': { oneOf: [cat, dog] } } })).toStrictEqual(map);
    expect(read({ type: 'array', items: { oneOf: [cat, dog] } })).toStrictEqual({ kind: 'list', items: union });
    expect(read({ $ref: '#/components/schemas/Pet' })).toStrictEqual(union);
    expect(eitherOf([{ kind: 'nullable', of: reader.type({ oneOf: [cat, dog] }, 'a') }])).toStrictEqual({
      kind: 'nullable',
      of: union,
    });
  });

  test('is told apart beside what is no object, and within a choice that has a name', () => {
    const texts = { type: 'array', items: { type: 'string' } };
    expect(read({ anyOf: [cat, { type: 'string' }, texts, dog, { const: 1 }] })).toHaveProperty(
      'discriminator',
      'kind',
    );
    const bird = { type: 'object', required: ['kind'], properties: { kind: { const: 'bird' } } };
    expect(read({ anyOf: [{ $ref: '#/components/schemas/Pet' }, bird] })).toHaveProperty('discriminator', 'kind');
    expect(read({ anyOf: [cat, dog, { type: 'object' }] })).not.toHaveProperty('discriminator');
  });

  test('has no such field where a member does not need it, or where two share a text', () => {
    const shy = { type: 'object', properties: { kind: { const: 'bird' } } };
    const copy = { type: 'object', required: ['kind'], properties: { kind: { const: 'puppy' } } };
    expect(read({ anyOf: [cat, dog, shy] })).not.toHaveProperty('discriminator');
    expect(read({ anyOf: [cat, dog, copy] })).not.toHaveProperty('discriminator');
    expect(read({ anyOf: [{ type: 'array', items: cat }, dog] })).not.toHaveProperty('discriminator');
  });

  test('of one is that one, and of anything is anything', () => {
    expect(read({ anyOf: [cat, { type: 'null' }] })).toStrictEqual({ kind: 'nullable', of: both[0] });
    expect(read({ anyOf: [cat, cat] })).toStrictEqual(both[0]);
    expect(read({ anyOf: [cat, {}, { type: 'null' }] })).toStrictEqual({ kind: 'json' });
  });
});

test('a field has what is said of it, what its type is said to be, and what stands for it', () => {
  const field = (schema: Json): unknown => reader.field('a', schema, true, 'a');
  expect(field({ type: 'integer', default: 5, description: 'How many.' })).toStrictEqual({
    name: 'a',
    type: { kind: 'integer' },
    isRequired: true,
    description: 'How many.',
    default: 5,
  });
  expect(field({ type: 'string', title: 'the id of a pet' })).toMatchObject({ description: 'The id of a pet.' });
  expect(field({ anyOf: [{ type: 'string', description: 'Who.' }, { type: 'null' }] })).toMatchObject({
    description: 'Who.',
  });
});

const mistakes: readonly (readonly [Json, string])[] = [
  [
    { type: 'object', properties: { a: { type: 'string', if: {} } } },
    "pets.get body/a: no type can be made of the keyword 'if'",
  ],
  [{ type: 'array', items: { allOf: [] } }, "pets.get body/items: no type can be made of the keyword 'allOf'"],
  [
    { type: 'object', properties: {}, anyOf: [{ required: ['a'] }] },
    'pets.get body: no type can be made of anyOf and properties together',
  ],
  [{ properties: {} }, "pets.get body: 'properties' needs a type beside it"],
  [{ type: 'text' }, 'pets.get body: "text" is no type of JSON'],
  [{ $ref: '#/components/schemas/Bird' }, 'pets.get body: #/components/schemas/Bird leads nowhere'],
  [false, 'pets.get body: false is the type of nothing'],
];

test.each(mistakes)('what cannot be read is an error that says where: %j', (schema, message) => {
  expect(() => read(schema)).toThrow(new RangeError(message));
});
