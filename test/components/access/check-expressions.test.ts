import { describe, expect, it } from 'vitest';
import { checkAttributes, checkExpressions } from '../../../src/components/access/check-expressions.ts';
import type { Json } from '../../../src/engine/json.ts';

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

describe('an attribute that the resource type does not declare', () => {
  const undeclared = (text: string, attributes: Json | undefined = { amount: 'number', createdBy: 'string' }) =>
    checkAttributes('/conditions', { 'invoice:approve': text }, () => ({
      declared: attributes,
      owner: 'ResourceType `invoice`',
    }));
  const said = (text: string) => undeclared(text).map(({ message, hint }) => [message, hint]);
  const of = 'is not among the `attributes` of ResourceType `invoice`';
  const declare = 'Declare it there if it is sent when a permission is checked.';

  it('is warned of at its place in the text, with what was meant', () => {
    expect(undeclared('resource.ammount <= user.limit')).toEqual([
      {
        code: 'access/undeclared-attribute',
        severity: 'warning',
        pointer: '/conditions/invoice:approve',
        message: '`ammount` is not among the `attributes` of ResourceType `invoice` (character 10).',
        hint: 'Did you mean `amount`?',
      },
    ]);
  });

  it.each([
    [
      '"é😀" == user.a && resource.creatdBy == user.key',
      [[`\`creatdBy\` ${of} (character 28).`, 'Did you mean `createdBy`?']],
    ],
    ['has(resource.zone) && (resource.zone == 1)', [[`\`zone\` ${of} (character 14).`, declare]]],
    ['(1.0 + resource .ammount) > 2.0', [[`\`ammount\` ${of} (character 18).`, 'Did you mean `amount`?']]],
    ['resource["ammount"] == 1', [[`\`ammount\` ${of} (character 10).`, 'Did you mean `amount`?']]],
    [
      'user.tags.exists(tag, tag == resource.zone) || resource.ammount.unit > 1',
      [
        [`\`zone\` ${of} (character 39).`, declare],
        [`\`ammount\` ${of} (character 57).`, 'Did you mean `amount`?'],
      ],
    ],
    [
      'resource.b == resource.a || resource.b == 1 || resource.a == 1',
      [
        [`\`b\` ${of} (character 10).`, declare],
        [`\`a\` ${of} (character 24).`, declare],
      ],
    ],
  ])('once for each name: %s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    ['resource.amount <= user.limit && resource.key != "x"'],
    ['user.ammount == tenant.ammount && "resource.ammount" == user.a'],
    ['user.ammount > 1 && context.ammount == action.ammount'],
    ['user.accounts.exists(resource, resource.ammount > 1)'],
    ['size(resource) > 1 && resource[user.field] == 1'],
    ['resource.amount.ammount == 1'],
    ['resource.ammount = 1'],
    [`resource.ammount == "${'x'.repeat(2000)}"`],
  ])('is not seen in %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([[undefined], [{}], [7], [null]])('is none where %j is declared', (attributes) => {
    expect(undeclared('resource.ammount > 1', attributes ?? null)).toEqual([]);
  });
});
