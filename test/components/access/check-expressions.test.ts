import { describe, expect, it } from 'vitest';
import { checkExpressions } from '../../../src/components/access/check-expressions.ts';

describe('an expression with a mistake is told at its place', () => {
  it.each([
    ['userr.key == resource.owner', '`userr` is not known here.', 'Did you mean `user`?'],
    ['x == 1', '`x` is not known here.', 'Known are `user`, `tenant`, `resource`, `action`, `context`, `now`.'],
    ['resource.amount = 5', '`=` is not expected here (character 17).', 'Write `==`.'],
    ['user.a and user.b', '`and` is not expected here (character 8).', 'Write `&&`.'],
    ['user.a == ', 'It ends before it is complete.', undefined],
    ['(user.a == 1', 'It ends before it is complete.', undefined],
    ['user.a == 1)', '`)` is not expected here (character 12).', undefined],
    ['user.a == "x', 'Unterminated string (character 11).', undefined],
    ['size(user.tags)', 'It gives `int`, and not true or false.', undefined],
    [
      `user.a == [${'['.repeat(70)}1${']'.repeat(70)}]`,
      'It is too large to be told quickly (character 75).',
      undefined,
    ],
    ['"a" + 1 == "b"', '`string + int` is not possible.', undefined],
    ['user.a == 1 && "a" < 1', '`string < int` is not possible (character 16).', undefined],
    ['user.name.startWith("a")', '`startWith` is not available here.', 'Did you mean `startsWith`?'],
    ['sise(user.a) > 1', '`sise` is not available here.', 'Did you mean `size`?'],
    [
      'user.name.matches("a+$")',
      '`matches` is not available here.',
      'A pattern may take for ever on a text that suits it. Use `startsWith`, `endsWith` or `contains`.',
    ],
    ['"é" == user.a && usr.b', '`usr` is not known here (character 18).', 'Did you mean `user`?'],
    [
      'user.a.all(a, a.all(b, b.all(c, c.all(d, d))))',
      'It has 4 loops within or after one another, and 3 are the most.',
      undefined,
    ],
  ])('%s', (text, message, hint) => {
    expect(checkExpressions('/scopes', { fine: 'user.a == 1', own: text })).toEqual([
      { code: 'access/invalid-expression', pointer: '/scopes/own', message, ...(hint === undefined ? {} : { hint }) },
    ]);
  });

  it.each([
    'size(user.tags) > 1',
    'now - timestamp(resource.createdAt) < duration("24h")',
    'user.roles.exists(role, role == "admin")',
    '(user.level >= 3 || user.admin) && !(resource.locked)',
    'has(resource.owner) ? resource.owner == user.key : false',
    'resource.amount * 1.18 <= tenant.limit',
    'resource.status in ["open", "draft"]',
  ])('%s has none', (text) => {
    expect(checkExpressions('/scopes', { own: text })).toEqual([]);
  });

  it.each([[undefined], [null], [7], [['user.a =']], [{ own: 7 }], [{ own: `user.a = ${'x'.repeat(2000)}` }]])(
    '%j is left to the model',
    (expressions) => {
      expect(checkExpressions('/scopes', expressions)).toEqual([]);
    },
  );
});
