// Schemas that are put together of several: what is said beside a union, by allOf, by a reference with more, by a condition.
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/engine/json.ts';
import { compareOpenApi } from '../../../src/generate/openapi-diff/index.ts';
import { withValue } from './document.ts';

/** Code, place within the body, and whether it breaks. */
type Found = readonly string[];
type Composed = readonly [what: string, was: Json, is: Json, sent: Found, answered: Found];

const text = { type: 'string' };
const whole = { type: 'integer' };
const object = (properties: JsonObject, others: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...others,
});
const both = [text, whole];
const cargo = { oneOf: [{ $ref: '#/components/schemas/Fish' }, { $ref: '#/components/schemas/Sand' }] };
const boat = { $ref: '#/components/schemas/Boat' };
const named = object({ name: text }, { required: ['name'] });
const lost: Found = ['field-removed .b breaking'];
const required = ['field-required .x breaking'];
const certain = ['field-certain .x compatible'];

const beside: readonly Composed[] = [
  [
    'a rule beside a union',
    { anyOf: both },
    { anyOf: both, not: { const: 5 } },
    ['value-narrowed  breaking'],
    ['promise-changed  compatible'],
  ],
  [
    'a bound beside a union',
    { oneOf: both, maxLength: 9 },
    { oneOf: both, maxLength: 5 },
    ['value-narrowed  breaking'],
    ['promise-changed  compatible'],
  ],
  [
    'a choice beside a union',
    { anyOf: both, enum: ['a', 1, 2] },
    { anyOf: both, enum: ['a', 1] },
    ['choice-refused  breaking'],
    ['choice-gone  compatible'],
  ],
  ['a required field beside a union', cargo, { ...cargo, required: ['x'] }, required, certain],
  [
    'a required field that is no more',
    { ...cargo, required: ['x'] },
    cargo,
    ['field-optional .x compatible'],
    ['field-uncertain .x breaking'],
  ],
  [
    'no other fields beside a union',
    { oneOf: [object({ b: text })] },
    { oneOf: [object({ b: text })], additionalProperties: false },
    ['value-narrowed  breaking', ...lost],
    [...lost, 'promise-changed  compatible'],
  ],
  [
    'a field of one arm beside fields of all',
    object({ a: text }, { oneOf: [object({ b: text }), object({ c: text })] }),
    object({ a: text }, { oneOf: [object({}), object({ c: text })] }),
    lost,
    lost,
  ],
  ['a reference with more', boat, { ...boat, required: ['x'] }, required, certain],
  [
    'a reference with another bound',
    { ...boat, maxProperties: 9 },
    { ...boat, maxProperties: 5 },
    ['value-narrowed  breaking'],
    ['promise-changed  compatible'],
  ],
];

const together: readonly Composed[] = [
  ['a field of one of all', { allOf: [named, object({ b: text })] }, { allOf: [named, object({})] }, lost, lost],
  ['one of all', { allOf: [named, object({ b: text })] }, { allOf: [named] }, lost, lost],
  [
    'a field that moved among all',
    { allOf: [named, object({ b: text })] },
    { ...named, properties: { name: text, b: text } },
    [],
    [],
  ],
  [
    'a field of a union in one of all',
    { allOf: [named, { oneOf: [object({ b: text }), object({ k: { const: 'x' } })] }] },
    { allOf: [named, { oneOf: [object({}), object({ k: { const: 'x' } })] }] },
    lost,
    lost,
  ],
  [
    'all within a list',
    { items: { allOf: [object({ b: text })] } },
    { items: { allOf: [named] } },
    ['field-removed [].b breaking', 'field-required [].name breaking'],
    ['field-removed [].b breaking', 'field-added [].name compatible'],
  ],
  [
    'a bound of one of all',
    { allOf: [text, { minLength: 5 }] },
    { ...text, minLength: 3 },
    ['value-widened  compatible'],
    ['promise-changed  compatible'],
  ],
  [
    'two patterns of all',
    { allOf: [{ ...text, pattern: 'a' }, { pattern: 'b' }] },
    { allOf: [{ ...text, pattern: 'a' }, { pattern: 'c' }] },
    ['value-narrowed  breaking'],
    ['promise-changed  compatible'],
  ],
  [
    'what all have in common',
    { allOf: [{ type: ['string', 'number'] }, { type: ['integer', 'null'] }] },
    whole,
    [],
    [],
  ],
  [
    'what is said of other fields by one and of none by another',
    { allOf: [object({ b: text }), { additionalProperties: text }] },
    { allOf: [object({ b: text }), { additionalProperties: false }] },
    ['value-narrowed  breaking', ...lost],
    ['field-removed .* breaking', ...lost],
  ],
  [
    'fields that nothing else says',
    { allOf: [named], unevaluatedProperties: text },
    { allOf: [named], unevaluatedProperties: false },
    ['value-narrowed  breaking'],
    ['field-removed .* breaking'],
  ],
  [
    'a field that comes where a condition is not met',
    { ...named, if: { required: ['x'] }, else: object({ b: text }) },
    { ...named, if: { required: ['x'] }, else: object({}) },
    lost,
    lost,
  ],
  ['a field that comes with another', { ...named, dependentSchemas: { x: object({ b: text }) } }, named, lost, lost],
];

const others: readonly Composed[] = [
  [
    'a field as another of any name',
    object({ b: text }),
    object({}, { additionalProperties: whole }),
    ['value-narrowed  breaking', ...lost, 'type-changed .b breaking'],
    [...lost, 'type-changed .b breaking', 'type-widened .* compatible'],
  ],
  [
    'a field of any name as another by its own',
    object({}, { additionalProperties: whole }),
    object({ b: text }, { additionalProperties: whole }),
    ['type-changed .b breaking', 'field-added .b compatible'],
    ['type-changed .b breaking', 'field-added .b compatible'],
  ],
  [
    'a field whose name fits a pattern as another by its own',
    object({}, { patternProperties: { '^b': whole } }),
    object({ b: text }, { patternProperties: { '^b': whole } }),
    ['type-changed .b breaking', 'field-added .b compatible'],
    ['type-changed .b breaking', 'field-added .b compatible'],
  ],
  [
    'fields of a pattern as others of any name',
    object({}, { patternProperties: { '^b': text }, additionalProperties: whole }),
    object({}, { additionalProperties: whole }),
    ['field-removed .{^b} breaking', 'type-changed .{^b} breaking'],
    ['field-removed .{^b} breaking', 'type-changed .{^b} breaking'],
  ],
  ['a field that nothing fits', object({ b: text }), object({ b: false }), lost, lost],
  [
    'fields of what said no type',
    { properties: { b: text } },
    object({}),
    ['type-changed  breaking', ...lost],
    [...lost, 'type-widened  compatible'],
  ],
  [
    'a bound of a number that was whole',
    { ...whole, maximum: 5 },
    { type: 'number', maximum: 3 },
    ['value-narrowed  breaking', 'type-widened  compatible'],
    ['type-changed  breaking', 'promise-changed  compatible'],
  ],
  [
    'a field that was always one value',
    object({ k: { const: 'a' }, b: text }),
    object({ k: text }),
    [...lost, 'value-widened .k compatible'],
    [...lost, 'type-changed .k breaking'],
  ],
];

test.each([...beside, ...together, ...others])('%s', (_, was, is, sent, answered) => {
  const put = ['paths', '/v1/boats/{boat}', 'put'];
  const found = (path: readonly string[]): Found => {
    const [before, after] = [was, is].map((schema) => withValue(path, { 'application/json': { schema } }));
    return compareOpenApi(before ?? {}, after ?? {}).map(
      ({ code, place, rating }) => `${code} ${place.replace(/^PUT \S+ (?:body|200)/u, '')} ${rating}`,
    );
  };
  expect(found([...put, 'requestBody', 'content'])).toStrictEqual(sent);
  expect(found([...put, 'responses', '200', 'content'])).toStrictEqual(answered);
});

test('a union and a default that have a name are compared where the name stands', () => {
  const put = ['paths', '/v1/boats/{boat}', 'put', 'requestBody', 'content'];
  const sent = withValue(put, { 'application/json': { schema: { $ref: '#/components/schemas/Cargo' } } });
  const cargoIs = (propertyName: string, preset: string): JsonObject =>
    withValue(['components', 'schemas', 'Cargo'], { ...cargo, discriminator: { propertyName }, default: preset }, sent);
  const found = compareOpenApi(cargoIs('kind', 'a'), cargoIs('sort', 'b'));
  expect(found.map(({ code, is, place, was }) => [code, place, was, is])).toStrictEqual([
    ['default-changed', 'Cargo', '"a"', '"b"'],
    ['mark-changed', 'Cargo', 'kind', 'sort'],
  ]);
});
