// What is lost, or found though nothing changed, where schemas are folded into one.
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/engine/json.ts';
import { compareOpenApi } from '../../../src/generate/openapi-diff/index.ts';
import { withValue } from './document.ts';

const put = ['paths', '/v1/boats/{boat}', 'put'];
const boat = { $ref: '#/components/schemas/Boat' };
const text = { type: 'string' };
const marked = (kind: string, field: string): JsonObject => ({
  allOf: [boat, { properties: { kind: { const: kind }, [field]: text }, required: ['kind'] }],
});

function found(was: Json, is: Json, path: readonly string[] = ['requestBody', 'content']): readonly string[] {
  const [before, after] = [was, is].map((schema) => withValue([...put, ...path], { 'application/json': { schema } }));
  return compareOpenApi(before ?? {}, after ?? {}).map(
    ({ code, place }) => `${code} ${place.replace(/^PUT \S+ (?:body|200)/u, '')}`,
  );
}

const answered = ['responses', '200', 'content'];

test('a field is lost where a condition closes all others', () => {
  const unless = (otherwise: JsonObject): JsonObject => ({
    type: 'object',
    properties: { kind: text },
    if: { required: ['kind'] },
    else: { properties: otherwise },
    unevaluatedProperties: false,
  });
  expect(found(unless({ b: text }), unless({}))).not.toEqual([]);
  expect(found(unless({ b: text }), unless({ b: { type: 'integer' } }))).not.toEqual([]);
  expect(found(unless({ b: text }), unless({ b: text }))).toEqual([]);
});

test('forms that add to the same are told apart by their marks, in any order', () => {
  const [p, q] = [marked('p', 'b'), marked('q', 'c')];
  expect(found({ oneOf: [p, q] }, { oneOf: [q, p] })).toEqual([]);
  expect(found({ oneOf: [p, q] }, { oneOf: [q] }, answered)).toEqual(['form-gone ']);
});

test('unions of unions stay as many arms as there are', () => {
  const named = (index: number): JsonObject => ({ $ref: `#/components/schemas/U${index}` });
  const unions = (longest: number): JsonObject =>
    Array.from({ length: 30 }).reduce<JsonObject>(
      (before, _, index) =>
        withValue(
          ['components', 'schemas', `U${index}`],
          index === 0 ? { ...text, maxLength: longest } : { anyOf: [named(index - 1), named(index - 1)] },
          before,
        ),
      withValue([...put, 'requestBody', 'content'], { 'application/json': { schema: named(29) } }),
    );
  expect(compareOpenApi(unions(9), unions(9))).toEqual([]);
  expect(compareOpenApi(unions(9), unions(5)).map(({ code }) => code)).toEqual(['value-narrowed']);
});

test('of 400 fields that two parts name, the last is compared too', () => {
  const parts = (longest: number): JsonObject => {
    const fields = Array.from({ length: 400 }, (_, index) => [`p${index}`, { ...text, minLength: 1 }]);
    const own = Array.from({ length: 400 }, (_, index) => [`p${index}`, { maxLength: index === 399 ? longest : 9 }]);
    return {
      allOf: [{ type: 'object', properties: Object.fromEntries(fields) }, { properties: Object.fromEntries(own) }],
    };
  };
  expect(found(parts(9), parts(5))).toEqual(['value-narrowed .p399']);
  expect(found(parts(9), parts(9))).toEqual([]);
});

test('what stands beside a union stays, however many arms it has', () => {
  const beside = (arms: number): JsonObject => ({
    anyOf: Array.from({ length: arms }, (_, index) => ({
      type: 'object',
      properties: { kind: { const: `k${index}` } },
      required: ['kind'],
    })),
    allOf: [{ properties: { z: text } }],
  });
  expect(found(beside(64), beside(65))).toEqual(['form-accepted ']);
});

test('what holds for all items holds for those that are named', () => {
  const items = (first: Json, all: Json): JsonObject => ({
    type: 'array',
    allOf: [{ prefixItems: [first] }, { items: all }],
  });
  expect(found(items(text, { maxLength: 9 }), items(text, { maxLength: 5 }))).toContain('value-narrowed [0]');
});

test('what is said twice, or in another order, is no difference', () => {
  const twice = { allOf: [{ type: ['number', 'integer'] }, { type: 'integer' }] };
  expect(found(twice, { type: 'integer' })).toEqual([]);
  const either = (...fields: readonly string[]): JsonObject => ({
    type: 'object',
    anyOf: fields.map((field) => ({ required: [field] })),
  });
  expect(found(either('a', 'b'), either('b', 'a'))).toEqual([]);
  const needing = (fields: readonly string[]): JsonObject => ({ type: 'object', dependentRequired: { a: fields } });
  expect(found(needing(['b', 'c']), needing(['c', 'b']))).toEqual([]);
  expect(found(needing(['b']), needing(['b', 'c']))).toEqual(['value-narrowed ']);
});
