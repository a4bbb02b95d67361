import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { expect, it } from 'vitest';
import { examineInLanguage, findProblem } from '../../../../src/components/access/policy/expression-problem.ts';
import { readPlain } from '../../../../src/components/access/policy/plain-expression.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { objectOf } from '../../../../src/engine/json-fields.ts';
import { longRun } from '../../../support/long-run.ts';

const isPlain = (text: string): boolean => readPlain(text) !== null;

it.each([
  ['resource.userId == user.key', true],
  ['resource.amount <= 10000.0 && resource.createdBy != user.key', true],
  ['user.key in resource.managers', true],
  ['"admin" in user.tags || !resource.locked', true],
  ['resource.deletedAt == null && user.admin', true],
  ["resource.status == 'open' && resource.open == true && resource.count > -3", true],
  ['resource.total<=5&&user.level>=resource.level', true],
  ['resource.a < null', false],
  ['resource.a < true', false],
  ['resource.in == 1', false],
  ['resource.index == 1', true],
  ['resource', false],
  ['resource.amount <= ', false],
  ['resource.amount = 5', false],
  ['resource.a "b"', false],
  ["'a'in user.tags", false],
  ['(resource.a)', false],
  ['size(resource.a) > 1', false],
  ['1 == 1', false],
  ['user.a == "\\d"', false],
  ['', false],
  [`user.a == "${'x'.repeat(400)}"`, false],
])('%s is plain: %s', (text, expected) => {
  expect(isPlain(text)).toBe(expected);
});

const words = [
  'user tenant resource now a key in true false null prototype for . . . == != < <= > >= && || ! ( )',
  '"x" \'y\' - 1 2.5 00 1e3 = & + [ ] " \' é $ _b',
]
  .flatMap((list) => list.split(' '))
  .concat([' ', ' ', ' ', '\n', '\t']);
const term = fc.constantFrom(
  'user.a',
  'resource.b.c',
  'tenant.x == 1',
  'user.a in resource.b',
  '!user.a',
  '1 in user.b',
  '"x" == user.a',
  'user.a < "b"',
  'user.a != null',
  'user.a >= -0.5',
  'resource.a == user.b',
  'user.a == true',
  'user.a < true',
);
const joined = fc
  .array(fc.tuple(term, fc.constantFrom('&&', ' && ', '||', '\n|| ', ' and ')), { minLength: 1, maxLength: 30 })
  .map((terms) => terms.flat().slice(0, -1).join(''));

it('what is plain has no mistake, and asks for what the language sees it ask for', () => {
  const text = fc.oneof(
    joined,
    fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (expression) => {
      const asks = readPlain(expression);
      if (asks !== null)
        expect({ expression, ...examineInLanguage(expression) }).toEqual({ expression, problem: undefined, asks });
    }),
    { numRuns: longRun ? 300_000 : 5_000 },
  );
});

it('the longest plain expressions have no mistake', () => {
  for (const one of ['user.a', 'a in user.b', '!user.a', '1 in user.b', 'user.a<1', 'user.a.a.a']) {
    for (let count = 1; count < 60; count++) {
      const expression = Array.from({ length: count }, () => one).join('||');
      if (isPlain(expression))
        expect({ expression, problem: findProblem(expression) }).toEqual({ expression, problem: undefined });
    }
  }
});

it('as deep as an expression may go and still be plain, it has no mistake', () => {
  expect(isPlain(`user${'.a'.repeat(8)}`)).toBe(true);
  expect(isPlain(`user${'.a'.repeat(9)}`)).toBe(false);
  expect(findProblem(`user${'.a'.repeat(8)}`)).toBeUndefined();
});

it('the expressions of the example are plain, so that validating it never makes the language ready', () => {
  const directory = resolve(import.meta.dirname, '../../../../examples/acme/access');
  const documents = ['roles', 'resource-types'].flatMap(
    (name) => loadAll(readFileSync(join(directory, `${name}.yaml`), 'utf8')) as JsonObject[],
  );
  const expressions = documents.flatMap((body) => [
    ...Object.values(objectOf(body['conditions'])),
    ...Object.values(objectOf(body['scopes'])),
  ]);
  expect(expressions.length).toBeGreaterThan(3);
  expect(expressions.filter((expression) => typeof expression !== 'string' || !isPlain(expression))).toEqual([]);
});
