import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/engine/json.ts';
import { compareOpenApi } from '../../../src/generate/openapi-diff/index.ts';
import { document, withValue } from './document.ts';
import { longRun } from '../../support/long-run.ts';

const cases = longRun ? 20_000 : 300;
/** Composed schemas that contain themselves are long to compare. */
const composedCases = longRun ? 600 : 60;

const name = fc.constantFrom('a', 'b', 'c', 'd');
const anywhere = ['A', 'B', 'C'];

const reference = fc.constantFrom(...anywhere.map((one) => `#/components/schemas/${one}`));

type Schemas = fc.Arbitrary<JsonObject>;

/** Every form that is written by itself; `inner`: what is inside of it. */
function simple(inner: Schemas): Schemas[] {
  return [
    fc.record({ type: fc.constantFrom('string', 'integer', 'boolean'), description: fc.string() }),
    fc.record({ type: fc.constant('string'), enum: fc.uniqueArray(name, { minLength: 1 }) }),
    fc.record({ $ref: reference }),
    fc.record({ type: fc.constant(['number', 'null']), minimum: fc.nat(), default: fc.nat() }),
    fc.record({ type: fc.constant('array'), items: inner }),
    fc.record({ anyOf: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      type: fc.constant('object'),
      required: fc.uniqueArray(name),
      properties: fc.dictionary(name, inner),
      additionalProperties: fc.oneof(fc.boolean(), inner),
    }),
  ];
}

/** What is put together of several, each said or not. */
function composed(inner: Schemas): Schemas {
  return fc.record(
    {
      $ref: reference,
      properties: fc.dictionary(name, inner),
      patternProperties: fc.dictionary(name, inner),
      allOf: fc.array(inner, { maxLength: 3 }),
      oneOf: fc.array(inner, { maxLength: 2 }),
      if: inner,
      else: inner,
      dependentSchemas: fc.dictionary(name, inner),
      unevaluatedProperties: fc.oneof(fc.boolean(), inner),
      maxProperties: fc.nat(),
    },
    { requiredKeys: [] },
  );
}

/** Documents with schemas of these forms, which may refer to one another and to themselves, sent and answered. */
function documentsOf(forms: (inner: Schemas) => readonly Schemas[]): Schemas {
  const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
    schema: fc.oneof({ maxDepth: 4, depthSize: 'small' }, ...forms(tie('schema'))),
  }));
  return fc.tuple(schema, schema, schema).map(([A, B, C]) => {
    const schemas = withValue(['components', 'schemas'], { A, B, C });
    const put = ['paths', '/v1/boats/{boat}', 'put'];
    const content = { 'application/json': { schema: { $ref: '#/components/schemas/A' } } };
    const answering = withValue([...put, 'responses'], { '200': { content } }, schemas);
    return withValue([...put, 'requestBody'], { required: true, content }, answering);
  });
}

const kinds = [
  { of: 'written by themselves', some: documentsOf(simple), numRuns: cases },
  {
    of: 'put together',
    some: documentsOf((inner) => [...simple(inner), composed(inner)]),
    numRuns: composedCases,
  },
];

/** The same, its fields in another order and its schemas by other names. */
function otherwiseWritten(value: Json): Json {
  if (Array.isArray(value)) return value.map(otherwiseWritten);
  if (typeof value === 'string') return value.replace(/^(#\/components\/schemas\/)([ABC])$/u, '$1Other$2');
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, one]) => [
    /^[ABC]$/u.test(key) ? `Other${key}` : key,
    otherwiseWritten(one),
  ]);
  return Object.fromEntries(entries.toReversed());
}

test.each(kinds)(
  'a document of schemas $of does not differ from itself, nor in another order and with other names',
  ({ numRuns, some }) => {
    expect(compareOpenApi(document, document)).toStrictEqual([]);
    fc.assert(
      fc.property(some, (one) => {
        expect(compareOpenApi(one, one)).toStrictEqual([]);
        const other: JsonObject = JSON.parse(JSON.stringify(otherwiseWritten(one)));
        expect(compareOpenApi(one, other)).toStrictEqual([]);
      }),
      { numRuns },
    );
  },
);

test.each(kinds)(
  'between any two documents of schemas $of, whoever is answered is named, and nothing is said twice',
  ({ numRuns, some }) => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        const found = compareOpenApi(one, other);
        expect(found.every(({ felt }) => felt.length > 0)).toBe(true);
        expect(new Set(found.map((difference) => JSON.stringify({ ...difference, felt: [] }))).size).toBe(found.length);
      }),
      { numRuns },
    );
  },
);
