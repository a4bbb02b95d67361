import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Json } from '../../../src/engine/json.ts';
import { type YamlPieces, writeYaml } from '../../../src/engine/yaml/write-yaml.ts';
import { longRun } from '../../support/long-run.ts';

function expectReadBack(value: Json): void {
  const text = writeYaml(value);
  expect(JSON.stringify(load(text))).toBe(JSON.stringify(value));
  expect(JSON.stringify(parse(text))).toBe(JSON.stringify(value));
  expect(JSON.stringify(parse(text, { version: '1.1' }))).toBe(JSON.stringify(value));
}

test('objects and lists stand in lines of their own, empty ones and texts with a meaning as JSON writes them', () => {
  const value = {
    paths: { '/v1/{key}': { $ref: '#/x' } },
    lists: [['a', ['b', {}]], [], [{ x: 1, z: [true] }]],
    on: 'yes',
    note: 'Reads: everything',
    plain: 'Reads everything; writes nothing (yet).',
  };
  expect(writeYaml(value)).toBe(`paths:
  /v1/{key}:
    $ref: "#/x"
lists:
  - - a
    - - b
      - {}
  - []
  - - x: 1
      z:
        - true
"on": "yes"
note: "Reads: everything"
plain: Reads everything; writes nothing (yet).
`);
  expectReadBack(value);
});

test.each(['', ' ', 'a ', 'a:', 'a #b', 'a#b', '- a', 'a: b', 'No', '~', '1e3', '.nan', '2026-11-22', '0x1F', 'null'])(
  'the text %j is read back as a text',
  (text) => {
    expectReadBack({ text, [text]: [text] });
  },
);

test('texts of several lines stand as they read, where a block says all of them', () => {
  const value = { text: 'One: #1\n\n  two\n', list: ['a\nb', ' a\nb', 'a\n\n', 'a\n '] };
  expect(writeYaml(value)).toBe(`text: |
  One: #1

    two
list:
  - |-
    a
    b
  - " a\\nb"
  - "a\\n\\n"
  - "a\\n "
`);
  expectReadBack(value);
  expectReadBack('a\nb');
});

test('keys longer than YAML allows on the line of their values stand on one of their own', () => {
  const key = 'k'.repeat(2000);
  expectReadBack({ [key]: { [key]: 1, b: [[{ [key]: [] }]] } });
});

test('objects that several values share are written once, and stand in each as if they were written there', () => {
  const shared = { description: 'One.\n\nTwo.', list: [{ a: { b: [1] } }] };
  const values = [{ paths: { x: { get: shared } } }, { paths: { y: { get: shared, put: { list: [] } } }, z: shared }];
  const pieces: YamlPieces = new Map();
  for (const value of values) expect(writeYaml(value, pieces)).toBe(writeYaml(value));
  expect(pieces.size).toBe(2);
});

test('whatever JSON says is read back the same by both parsers and by both versions of YAML', () => {
  const words = fc.oneof(
    fc.string(),
    fc.string({
      unit: fc.constantFrom(...Array.from('aYeE01_/$:#-? \n\t\'"`{}[],&*!|>%@~.…–’\u0085\u2028\u007f\\é😀')),
    }),
  );
  const keys = words.filter((key) => key !== '__proto__');
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      words,
      fc.integer(),
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(fc.property(value, expectReadBack), { numRuns: longRun ? 5000 : 40 });
});
