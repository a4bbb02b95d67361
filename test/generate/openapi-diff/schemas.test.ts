import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/engine/json.ts';
import { compareOpenApi, type sorts } from '../../../src/generate/openapi-diff/index.ts';
import { document, withValue } from './document.ts';

type Code = keyof typeof sorts;
type Pair = readonly [was: Json, is: Json, sent: readonly Code[], answered: readonly Code[]];

const put = ['paths', '/v1/boats/{boat}', 'put'];
const text = { type: 'string' };
const mapOf = (values: Json): JsonObject => ({ type: 'object', additionalProperties: values });
const ship = { type: 'object', properties: { name: text } };

/** Two states of a schema, and what is said of it where it is sent and where it is answered. */
const pairs: readonly Pair[] = [
  [true, text, ['type-changed'], ['type-widened']],
  [text, true, ['type-widened'], ['type-changed']],
  [text, false, ['value-narrowed'], ['promise-changed']],
  [true, {}, [], []],
  [true, { type: ['string', 'null'] }, ['form-refused'], ['form-gone']],
  [{ type: ['string', 'null'] }, {}, ['form-accepted'], ['form-answered']],
  [{ type: ['integer', 'number'] }, { type: 'number' }, [], []],
  [mapOf(text), { type: 'object' }, ['value-widened'], ['type-changed']],
  [mapOf(text), mapOf(false), ['value-narrowed'], ['field-removed']],
  [mapOf(true), mapOf(text), ['value-narrowed'], ['type-widened']],
  [mapOf(false), mapOf(text), ['value-widened'], ['field-added']],
  [mapOf(true), mapOf(false), ['value-narrowed'], ['promise-changed']],
  [mapOf({}), mapOf(true), [], []],
  [ship, { ...ship, propertyNames: { pattern: '^a' } }, ['value-narrowed'], ['promise-changed']],
  [ship, { ...ship, patternProperties: { '^a': text } }, ['type-changed'], ['type-widened']],
  [mapOf(text), { ...mapOf(text), patternProperties: { '^a': text } }, [], []],
  [mapOf(false), { ...mapOf(false), patternProperties: { '^a': text } }, ['field-added'], ['field-added']],
  [ship, { ...ship, required: ['crew'] }, ['field-required'], ['field-certain']],
  [{ ...ship, required: ['crew'] }, ship, ['field-optional'], ['field-uncertain']],
  [{ required: ['crew'] }, {}, ['field-optional'], ['field-uncertain']],
  [ship, { ...ship, anyOf: [{ required: ['name'] }] }, ['value-narrowed'], ['promise-changed']],
  [ship, { ...ship, allOf: [{ required: ['name'] }] }, ['field-required'], ['field-certain']],
  [ship, { ...ship, dependentSchemas: { name: ship } }, [], []],
  [{ ...ship, not: { title: 'A', required: ['a'] } }, { ...ship, not: { title: 'B', required: ['a'] } }, [], []],
  [{ type: 'array' }, { type: 'array', prefixItems: [text] }, ['type-changed'], ['type-widened']],
  [{ items: text }, { items: text, prefixItems: [text] }, [], []],
  [{ items: true }, { items: text }, ['type-changed'], ['type-widened']],
  [
    { type: 'array', contains: text },
    { type: 'array', contains: text, minContains: 2 },
    ['value-narrowed'],
    ['promise-changed'],
  ],
  [{ type: 'array', contains: text }, { type: 'array', contains: text, minContains: 1 }, [], []],
  [
    { type: 'array', contains: text, minContains: 0 },
    { type: 'array', contains: text, minContains: 1 },
    ['value-narrowed'],
    ['promise-changed'],
  ],
  [text, { ...text, minLength: 0 }, [], []],
  [text, { ...text, contentEncoding: 'base64' }, ['format-changed'], ['format-changed']],
  [{ type: 'number', exclusiveMaximum: 5 }, { type: 'number', maximum: 5 }, ['value-widened'], ['promise-changed']],
  [{ type: 'number', maximum: 5 }, { type: 'number', exclusiveMaximum: 5 }, ['value-narrowed'], ['promise-changed']],
  [{ type: 'integer', minimum: 1 }, { type: 'integer', exclusiveMinimum: 0 }, [], []],
  [{ type: 'integer', maximum: 4.5 }, { type: ['integer'], exclusiveMaximum: 5 }, [], []],
  [{ type: 'number', minimum: 1 }, { type: 'number', exclusiveMinimum: 0 }, ['value-widened'], ['promise-changed']],
  [{ type: 'number', minimum: 1 }, { type: 'number', minimum: 1, maximum: 9 }, ['value-narrowed'], ['promise-changed']],
  [{ ...text, enum: ['a'] }, text, ['value-widened'], ['choice-answered']],
  [text, { ...text, enum: ['a'] }, ['value-narrowed'], ['promise-changed']],
  [{ const: true }, { type: 'boolean' }, ['value-widened'], ['type-changed']],
  [{ const: 'a' }, { enum: ['a', 'b'] }, ['choice-accepted'], ['type-changed']],
  [{ const: 'a' }, { enum: ['a'] }, [], []],
];

test.each(pairs)('%j as %j', (was, is, sent, answered) => {
  const codes = (path: readonly string[]): readonly string[] => {
    const [before, after] = [was, is].map((schema) => withValue(path, { 'application/json': { schema } }));
    return compareOpenApi(before ?? {}, after ?? {}).map(({ code }) => code);
  };
  expect(codes([...put, 'requestBody', 'content'])).toStrictEqual(sent);
  expect(codes([...put, 'responses', '200', 'content'])).toStrictEqual(answered);
});

test('a body that has to be sent now hides nothing else that is otherwise', () => {
  const body = (required: boolean, type: string): JsonObject =>
    withValue([...put, 'requestBody'], { required, content: { 'application/json': { schema: { type } } } });
  expect(compareOpenApi(body(false, 'string'), body(true, 'integer')).map(({ code }) => code)).toStrictEqual([
    'body-required',
    'type-changed',
  ]);
});

test('who was asked nothing before and needs a key and a scope now is told so', () => {
  const open = withValue(['paths', '/v1/open'], { get: { operationId: 'open', security: [] } });
  const closed = withValue(['paths', '/v1/open'], {
    get: { operationId: 'open', security: [{ secretKey: [] }], 'x-scope': 'boats:read' },
  });
  const breaking = compareOpenApi(open, closed).filter(({ rating }) => rating === 'breaking');
  expect(breaking.map(({ code, is, was }) => [code, was, is])).toStrictEqual([
    ['auth-removed', 'nothing', null],
    ['scope-changed', null, 'boats:read'],
  ]);
  expect(compareOpenApi(closed, open).filter(({ rating }) => rating === 'breaking')).toStrictEqual([]);
});

test('a scope is no new one where every scope was needed, nor where no operation said any', () => {
  const scope = ['paths', '/v1/boats/{boat}', 'get', 'x-scope'];
  const codes = (was: Json | undefined): readonly string[] =>
    compareOpenApi(withValue(scope, was), document).map(({ code }) => code);
  expect(codes('*')).toStrictEqual(['scope-lowered']);
  expect(codes(undefined)).toStrictEqual([]);
});
