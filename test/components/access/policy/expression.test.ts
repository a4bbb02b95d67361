import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExpressions } from '../../../../src/components/access/policy/expression.ts';
import type { Json, JsonObject } from '../../../../src/engine/json.ts';
import { longRun } from '../../../support/long-run.ts';

const read = createExpressions();
const dates = { user: ['hired'], tenant: ['signed'], resource: ['dueAt'] };

function told(
  text: string,
  resource: JsonObject = {},
  user: JsonObject = { key: 'ada' },
  tenant: JsonObject = {},
): string | null {
  const now = new Date('2026-03-02T09:30:00Z');
  return read(text)({ user, tenant: { key: 'acme', ...tenant }, resource, action: {}, context: {}, now, dates });
}

describe('an expression', () => {
  it.each([
    // Numbers, however they are written.
    ['resource.amount <= 10000.0', { amount: 5000 }, null],
    ['resource.amount <= 10000', { amount: 10000 }, null],
    ['resource.amount == 5000.0', { amount: 5000 }, null],
    ['resource.amount in [1, 2.5]', { amount: 2.5 }, null],
    ['resource.amount in resource.list', { amount: 2, list: [1, 2] }, null],
    ['resource.amount + 1 > resource.amount', { amount: 0.5 }, null],
    ['resource.amount * 2 == 7', { amount: 3.5 }, null],
    ['1 - resource.amount == 0.5 && 3 / resource.amount == 6.0', { amount: 0.5 }, null],
    ['resource.amount % 2 == 1', { amount: 7 }, null],
    ['7 % resource.amount == 1 && 7.5 % resource.amount == 1.5', { amount: 2 }, null],
    ['resource.list[resource.at] == "b"', { list: ['a', 'b'], at: 1 }, null],
    ['size(resource.list) * 1.5 == 3.0', { list: [1, 2] }, null],
    // Times.
    ['resource.dueAt < now', { dueAt: '2026-03-02' }, null],
    ['timestamp(resource.dueAt) < now', { dueAt: '2026-03-02T09:29:59Z' }, null],
    ['now - timestamp(resource.createdAt) <= duration("24h")', { createdAt: '2026-03-01T09:30:00Z' }, null],
    ['now.getHours("Asia/Kolkata") == 15', {}, null],
    ['resource.dueAt < now', { dueAt: 'soon' }, 'does not fit what is given: `string < timestamp` is not possible'],
    ...['invoice 12', '5', '0', 'x-1', 'not before 2001', '2020-02-31', '2020-01-01 10:00', '2026-03-01T03:00:00'].map(
      (dueAt): [string, JsonObject, string] => [
        'resource.dueAt < now',
        { dueAt },
        'does not fit what is given: `string < timestamp` is not possible',
      ],
    ),
    ['resource.dueAt < now', {}, 'asks for `dueAt`, which is not given'],
    // Texts and lists.
    ['resource.deletedAt == null', { deletedAt: null }, null],
    ['resource.deletedAt == null', { deletedAt: 'x' }, 'is false'],
    ['has(resource.owner) && resource.owner == user.key', {}, 'is false'],
    ['resource.tags.exists(tag, tag == user.key)', { tags: ['bob', 'ada'] }, null],
    ['resource.lines.all(line, line.amount < 5)', { lines: [{ amount: 1 }, { amount: 7 }] }, 'is false'],
    ['resource.name.lowerAscii().startsWith("a")', { name: 'Ada' }, null],
    // What cannot be told does not hold, and says nothing of the values.
    ['resource.amount < 5', { amount: '4' }, 'does not fit what is given: `string < int` is not possible'],
    [
      'resource.name.contains("a")',
      { name: 7 },
      'does not fit what is given: `double.contains(string)` is not possible',
    ],
    ['resource.owner.team == "a"', { owner: null }, 'asks for `team`, which is not given'],
    ['resource[resource.name] == 1', { name: 'secret' }, 'asks for what is not given'],
    ['bool(resource.name)', { name: 'secret' }, 'could not be told: bool conversion error'],
    ['int(resource.name) == 1', { name: 'secret' }, 'could not be told: int conversion error'],
    ['1 / int(resource.amount) == 1', { amount: 0 }, 'could not be told: division by zero'],
    ['timestamp(resource.at) < now', { at: 'x' }, 'could not be told: invalid timestamp'],
    ['now.getHours(resource.zone) == 1', { zone: 'Nowhere' }, 'could not be told'],
    ['resource.name', { name: 'x' }, 'is neither true nor false'],
    // One side is enough where it decides.
    ['resource.missing == 1 || true', {}, null],
    ['false && resource.missing == 1', {}, 'is false'],
    // Nothing that objects have by themselves is an attribute.
    ['resource.constructor == null', {}, 'asks for `constructor`, which is not given'],
    ['has(resource.toString)', {}, 'is false'],
    ['resource.hasOwnProperty("a")', {}, 'cannot be read: `hasOwnProperty` is not available here.'],
    // Mistakes that an earlier version let through never hold.
    ['resource.amount = 5', { amount: 5 }, 'cannot be read: `=` is not expected here.'],
    ['usr.key == "ada"', {}, 'cannot be read: `usr` is not known here.'],
  ])('%s of %j: %s', (text, resource, expected) => {
    expect(told(text, resource)).toBe(expected);
  });

  it.each([
    ['tenant.signed < now && user.hired < tenant.signed', '2026-03-01', null],
    ['tenant.signed < timestamp("2026-03-01T00:00:01Z")', '2026-03-01T00:00:00Z', null],
    ['timestamp(tenant.signed) < now', '2026-03-01', null],
    ['tenant.signed > now', '2026-03-01', 'is false'],
    ['tenant.signed < now', 'soon', 'does not fit what is given: `string < timestamp` is not possible'],
    // What is not declared stays a text, and the key is one whatever it reads like.
    ['tenant.other == "2026-03-01" && tenant.key == "2026-03-01"', '2026-03-01', null],
  ])('SD-09 dates of tenants and users: %s where it is %s: %s', (text, date, expected) => {
    const tenant = { signed: date, other: date, key: date };
    expect(told(text, {}, { key: 'ada', hired: '2026-02-01' }, tenant)).toBe(expected);
  });

  const tooLong = 'would take too long with lists and texts of this length';
  const list = Array.from({ length: 5_000 }, (_, index) => `m${index}`);
  const lines = list.slice(0, 2_000).map((name, amount) => ({
    ...Object.fromEntries(
      ['account', 'currency', 'memo', 'note', 'team', 'unit'].map((field) => [field, name.repeat(4)]),
    ),
    amount,
  }));
  const [few, many] = [20, 3_000].map((count) =>
    list.slice(0, count).map((one): Json => [Array<string>(25).fill(one), Array<string>(25).fill(one), one]),
  );
  const within = 'resource.tags.all(tag, tag in resource.allowed)';
  const thrice = (body: string): string => `resource.list.all(a, resource.list.all(b, resource.list.all(c, ${body})))`;
  const long = 'x'.repeat(800_000);
  const copies = (name: string): string => `[${Array(47).fill(name).join(', ')}]`;
  const deepList = (): Json => Array.from({ length: 390 }, () => Array<number>(80).fill(0));

  const asked = (rows: readonly (readonly [string, JsonObject])[]) =>
    rows.map(([text, resource]) => ({ text, resource, begin: text.slice(0, 90) }));

  it.each(
    asked([
      ['user.key in resource.list', { list: [...list, 'ada'] }],
      ['!resource.list.exists(one, one == user.key)', { list }],
      [thrice('a != b || b != c || a == c'), { list: list.slice(0, 10) }],
      ['resource.lines.all(line, line.amount < 2000 && line.currency != user.key && line.account != "x")', { lines }],
      [`resource.lines.all(line, line.amount < 2000)${' && user.key == "ada"'.repeat(20)}`, { lines }],
      [within, { tags: few ?? [], allowed: few ?? [] }],
      [within, { tags: few ?? [], allowed: few ?? [], other: many ?? [] }],
      ['resource.lines.all(line, line.price + line.tax < 100)', { lines: lines.map(() => ({ price: 1, tax: 0.2 })) }],
      [
        'resource.deep == resource.deep',
        { deep: JSON.parse(`${'['.repeat(3_000)}1${']'.repeat(3_000)}`) as readonly [] },
      ],
      ['resource.text.contains("xx") && resource.text.indexOf("y") < 0', { text: long }],
      ['resource.text.contains(resource.word)', { text: long, word: 'x'.repeat(40) }],
      ['!resource.list.all(at, now.getHours("Europe/Berlin") < 5)', { list: list.slice(0, 100) }],
      ['now - timestamp(resource.at) <= duration(resource.window)', { at: '2026-03-01T10:00:00Z', window: '24h' }],
      ['int(resource.text) == 12', { text: '12' }],
    ]),
  )('ends soon, and so holds: $begin', ({ text, resource }) => {
    expect(told(text, resource, { key: 'ada', flags: list })).toBe(null);
  });

  it.each(
    asked([
      [thrice('a != b || b != c || a == c'), { list: list.slice(0, 200) }],
      ['resource.list.all(a, resource.list.all(b, a != b || a == b))', { list }],
      ['resource.list.exists(x, resource.text.contains(x))', { list, text: long }],
      [`size(resource.list.map(a, ${Array(60).fill('resource.list').join(' + ')}).map(b, b + b + b)) > 1`, { list }],
      [within, { tags: many ?? [], allowed: many ?? [] }],
      [
        'resource.list.exists(word, resource.text.lowerAscii().contains(word))',
        { list: list.slice(0, 500), text: long },
      ],
      ['size(resource.list.map(word, (resource.text + resource.text).lowerAscii())) > 1', { list, text: long }],
      ['resource.text.lastIndexOf(resource.word) >= 0', { text: long, word: `${'x'.repeat(300_000)}y` }],
      ['resource.text.contains(resource.word)', { text: long, word: `${'x'.repeat(300_000)}y` }],
      [
        'now - timestamp(resource.at) < duration(resource.window)',
        { at: '2026-03-01T10:00:00Z', window: '1'.repeat(5_000) },
      ],
      [`now - now < duration("${'1'.repeat(500)}")`, {}],
      ['int(resource.text) > 1', { text: '9'.repeat(900_000) }],
      [thrice('now.getHours("Europe/Berlin") < 25'), { list: list.slice(0, 61) }],
      [thrice(`[${Array(40).fill('now.getHours("Europe/Berlin")').join(', ')}] == []`), { list: list.slice(0, 20) }],
      [
        `[${Array(400).fill(0).join(', ')}].all(i, ${copies('resource.p')} == ${copies('resource.q')})`,
        { p: deepList(), q: deepList() },
      ],
    ]),
  )('would not end soon, and so does not hold: $begin', ({ text, resource }) => {
    expect(told(text, resource)).toBe(tooLong);
  });

  it('never throws, whatever it says and is asked about', () => {
    const words = fc.constantFrom(
      ' ',
      ...'user resource now . key a x [ ] ( ) { } , : ? == != < + - * / % && || ! in 1 2.5 "x" null true'.split(' '),
      ...'has( size( .all(x, .exists(x, .map(x, .filter(x, timestamp( int('.split(' '),
    );
    const text = fc.array(words, { maxLength: 14 }).map((parts) => parts.join(''));
    const values = fc.dictionary(fc.constantFrom('a', 'key', 'x', '__proto__', 'constructor'), fc.jsonValue());
    fc.assert(
      fc.property(text, values, (expression, resource) => {
        const answer = told(expression, resource as JsonObject, resource as JsonObject);
        expect(answer === null || typeof answer === 'string').toBe(true);
      }),
      { numRuns: longRun ? 15_000 : 1_500 },
    );
  });
});
