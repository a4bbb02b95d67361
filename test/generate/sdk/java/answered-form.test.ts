import { expect, test } from 'vitest';
import type { TypeReference } from '../../../../src/generate/sdk/api-description.ts';
import { type Answered, answered } from '../../../../src/generate/sdk/java/types/answered-form.ts';
import { named } from '../typescript/awkward-api.ts';

const text: TypeReference = { kind: 'text' };
const choice: TypeReference = { kind: 'choice', values: ['a', 'b', 'a'] };
const many: TypeReference = { kind: 'choice', values: Array.from({ length: 31 }, (_, index) => `${index}`) };

function union(...members: readonly TypeReference[]): TypeReference {
  return { kind: 'union', members };
}

test.each<[string, TypeReference, Answered]>([
  ['a choice has each text once', choice, { form: { kind: 'choice', values: ['a', 'b'] }, isNullable: false }],
  ['one of many texts is a text', many, { form: { kind: 'text' }, isNullable: false }],
  ['a choice among texts is a text', union(text, choice), { form: { kind: 'text' }, isNullable: false }],
  [
    'a choice or null is a choice',
    union(choice, { kind: 'null' }),
    { form: { kind: 'choice', values: ['a', 'b'] }, isNullable: true },
  ],
  ['anything or a text is anything', union(text, { kind: 'json' }), { form: { kind: 'json' }, isNullable: false }],
  [
    'a whole number or another is a number',
    union({ kind: 'integer' }, { kind: 'nullable', of: { kind: 'number' } }),
    { form: { kind: 'number' }, isNullable: true },
  ],
  [
    'one object is itself',
    union(named('A'), { kind: 'null' }),
    { form: { kind: 'model', name: 'A' }, isNullable: true },
  ],
  [
    'unions within unions are one, in their order',
    union(union(named('B'), named('A')), named('C'), named('A')),
    { form: { kind: 'either', names: ['B', 'A', 'C'] }, isNullable: false },
  ],
  [
    'objects among other kinds stay together',
    union(named('A'), choice, named('B'), { kind: 'literal', value: 1.5 }),
    {
      form: { kind: 'mixed', arms: [{ kind: 'either', names: ['A', 'B'] }, { kind: 'text' }, { kind: 'number' }] },
      isNullable: false,
    },
  ],
  ['nothing but null is JSON without arms', { kind: 'null' }, { form: { kind: 'mixed', arms: [] }, isNullable: true }],
  [
    'a number beyond what is exact is no whole number',
    { kind: 'literal', value: 2 ** 53 },
    { form: { kind: 'number' }, isNullable: false },
  ],
])('%s', (_, type, expected) => {
  expect(answered(type)).toStrictEqual(expected);
});

test('the field that tells objects apart stays with them', () => {
  const { form } = answered({ kind: 'union', members: [named('A'), named('B'), text], discriminator: 'is' });
  expect(form).toStrictEqual({
    kind: 'mixed',
    arms: [{ kind: 'either', names: ['A', 'B'], discriminator: 'is' }, { kind: 'text' }],
  });
});
