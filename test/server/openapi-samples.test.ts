// Examples of what a component may bring that nobody has written yet: each fits its schema, and nothing ends for want of a word.
import { isIPv4, isIPv6 } from 'node:net';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/engine/json.ts';
import { formats } from '../../src/generate/formats.ts';
import { patternText } from '../../src/server/openapi/examples/pattern-text.ts';
import { sampleOf } from '../../src/server/openapi/examples/sample.ts';

const ajv = new Ajv2020({ strict: false });
const others = {
  'json-pointer': /^(?:\/(?:[^~/]|~[01])*)*$/u,
  'uri-reference': (one: string) => URL.canParse(one, 'https://acme.com'),
  duration: /^P(?!$)(?:\d+D)?(?:T(?!$)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/u,
  email: /^[^@ ]+@[^@ ]+\.[a-z]+$/u,
  ipv4: isIPv4,
  ipv6: isIPv6,
  regex: (one: string) => new RegExp(one, 'u').source === one,
  time: /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u,
  uri: (one: string) => URL.canParse(one),
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u,
};
for (const [name, format] of Object.entries({ ...others, ...formats })) ajv.addFormat(name, format);

const text = { type: 'string' };
const objectWith = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  ...more,
});
const inherited = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__'];
const ofInherited = (schema: JsonObject): JsonObject =>
  Object.fromEntries(inherited.map((name): [string, JsonObject] => [name, schema]));

const schemas: readonly JsonObject[] = [
  objectWith(ofInherited(text)),
  objectWith(ofInherited({ type: 'integer' })),
  objectWith(ofInherited({})),
  { ...objectWith({ constructor: text }), title: 'constructor' },
  { type: 'array', items: text, minItems: 3 },
  { type: 'array', items: text, minItems: 3, uniqueItems: true },
  { type: 'array', items: { type: 'integer', multipleOf: 5 }, minItems: 3, uniqueItems: true },
  { type: 'array', items: { enum: ['a', 'b', 'c'] }, minItems: 3, uniqueItems: true },
  { type: 'array', contains: { const: 'crew' }, items: text },
  { type: 'array', contains: { const: 'crew' }, minContains: 2 },
  { type: 'number', exclusiveMinimum: 1 },
  { type: 'number', exclusiveMaximum: 0 },
  { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.5 },
  { type: 'number', minimum: 0.25, maximum: 0.75 },
  { type: 'integer', exclusiveMaximum: -3 },
  { type: 'integer', minimum: 2.5 },
  { type: 'integer', minimum: 7, multipleOf: 5 },
  { type: 'integer', maximum: -7, multipleOf: 5 },
  { type: 'number', multipleOf: 0.25, exclusiveMinimum: 1, maximum: 1.5 },
  { type: 'object', minProperties: 2 },
  { type: 'object', additionalProperties: text, minProperties: 3 },
  { type: 'object', additionalProperties: text, minProperties: 2, propertyNames: { enum: ['b', 'c'] } },
  { type: 'object', properties: { a: text, b: text }, required: ['b'], minProperties: 2, additionalProperties: false },
  { type: 'object', required: ['crew'], additionalProperties: { type: 'integer' } },
  ...['time', 'date', 'date-time', 'duration', 'email', 'ipv4', 'ipv6', 'uri', 'uri-reference', 'uuid', 'regex'].map(
    (format) => ({ type: 'string', format }),
  ),
  { type: 'string', format: 'json-pointer' },
  { type: 'string', maxLength: 2 },
  { type: 'string', maxLength: 0 },
  { type: 'string', minLength: 80, maxLength: 80 },
  ...[
    '^[A-Z]{3}$',
    '^(?:GB|DE)\\d{2}[A-Z0-9]{11,30}$',
    '^#[0-9a-f]{6}$',
    '^[^a-z ]+$',
    '^\\p{Lu}\\p{Ll}*(?: \\p{Lu}\\.)?$',
    '^\\+[1-9]\\d{1,14}$',
    '^(?<year>\\d{4})/Q[1-4]$',
    '^\\/(?:[a-z]+\\/){2}$',
    '^a{0,3}b?c*$',
    'x|y',
    '\\u00e9',
  ].map((pattern) => ({ type: 'string', pattern })),
  { type: 'string', pattern: '^[A-Z]+$', minLength: 12 },
  { type: 'string', pattern: '^[A-Z]{2,}$', maxLength: 2 },
];

test.each(schemas)('%j', (schema) => {
  for (const use of ['sent', 'answered'] as const) {
    const example = sampleOf(schema, use);
    expect({ example, isRight: ajv.validate(schema, example) }).toStrictEqual({ example, isRight: true });
  }
});

test('what leads back to itself ends where it may', () => {
  const tree = objectWith({ key: text }, { title: 'Tree' });
  const properties = { key: text, children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } };
  expect(sampleOf({ ...tree, properties }, 'answered')).toStrictEqual({ key: 'new-checkout', children: [] });
});

test('what no text is made for is asked for', () => {
  for (const pattern of [String.raw`^(?<a>x)\k<a>$`, '^(?i:QQ)$', String.raw`^\cA$`, 'a{3000000000}']) {
    expect(patternText(pattern, () => true)).toBeUndefined();
  }
  expect(patternText('^(a)\\1$', (one) => /^(a)\1$/u.test(one))).toBeUndefined();
  expect(() => sampleOf({ type: 'string', pattern: '^(?=b)a$' }, 'sent')).toThrow(/write one as its `examples`/u);
});
