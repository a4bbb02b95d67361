import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/engine/json.ts';
import { compareOpenApi } from '../../../src/generate/openapi-diff/index.ts';
import { document, withValue } from './document.ts';
import { longRun } from '../../support/long-run.ts';

const cases = longRun ? 20_000 : 300;

const name = fc.constantFrom('a', 'b', 'c', 'd');
const anywhere = ['A', 'B', 'C'];

/** Schemas of every form, which may refer to one another and to themselves. */
const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({ type: fc.constantFrom('string', 'integer', 'boolean'), description: fc.string() }),
    fc.record({ type: fc.constant('string'), enum: fc.uniqueArray(name, { minLength: 1 }) }),
    fc.record({ $ref: fc.constantFrom(...anywhere.map((one) => `#/components/schemas/${one}`)) }),
    fc.record({ type: fc.constant(['number', 'null']), minimum: fc.nat(), default: fc.nat() }),
    fc.record({ type: fc.constant('array'), items: tie('schema') }),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      type: fc.constant('object'),
      required: fc.uniqueArray(name),
      properties: fc.dictionary(name, tie('schema')),
      additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
    }),
  ),
}));

/** The document with these schemas in what is sent and in what is answered. */
const some = fc.tuple(schema, schema, schema).map(([A, B, C]) => {
  const schemas = withValue(['components', 'schemas'], { A, B, C });
  const put = ['paths', '/v1/boats/{boat}', 'put'];
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/A' } } };
  const answering = withValue([...put, 'responses'], { '200': { content } }, schemas);
  return withValue([...put, 'requestBody'], { required: true, content }, answering);
});

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

test('a document does not differ from itself, nor from itself in another order and with other names', () => {
  expect(compareOpenApi(document, document)).toStrictEqual([]);
  fc.assert(
    fc.property(some, (one) => {
      expect(compareOpenApi(one, one)).toStrictEqual([]);
      const other: JsonObject = JSON.parse(JSON.stringify(otherwiseWritten(one)));
      expect(compareOpenApi(one, other)).toStrictEqual([]);
    }),
    { numRuns: cases },
  );
});

test('between any two documents, whoever is answered is named, and nothing is said twice', () => {
  fc.assert(
    fc.property(some, some, (one, other) => {
      const found = compareOpenApi(one, other);
      expect(found.every(({ felt }) => felt.length > 0)).toBe(true);
      expect(new Set(found.map((difference) => JSON.stringify({ ...difference, felt: [] }))).size).toBe(found.length);
    }),
    { numRuns: cases },
  );
});
