import { describe, expect, it, onTestFinished } from 'vitest';
import { makeRuleset } from '../../../../src/components/features/ruleset/make-ruleset.ts';
import { compileExpression } from '../../../../src/engine/condition/compile-expression.ts';
import {
  type Condition,
  type FlagClient,
  type FlagClientOptions,
  FlagContext,
  TestFlagData,
} from '../../../../src/components/features/client/index.ts';
import type { TestFlag } from '../../../../src/components/features/client/testing/test-flag.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { hostileValues } from './support/hostile-values.ts';

const ada = FlagContext.user('ada', { role: 'admin' });

function started(data: TestFlagData, options: FlagClientOptions = {}): FlagClient {
  const client = data.client(options);
  onTestFinished(() => client.close());
  return client;
}

describe('SD-06 tests set flags in code, and nothing is asked of a network', () => {
  it('a flag is on, off, a value or a variation, and a client feels it at once', () => {
    const data = TestFlagData.create();
    const fetch = (): never => {
      throw new Error('a test reached for the network');
    };
    const client = started(data, { platform: { fetch } });
    expect([client.status, client.variation('checkout', ada, false)]).toEqual(['VALID', false]);
    const checkout = data.flag('checkout');
    expect(client.variationDetail('checkout', ada, false)).toEqual({ value: true, variant: 'on', reason: 'STATIC' });
    checkout.off();
    expect(client.variationDetail('checkout', ada, true)).toEqual({ value: false, variant: 'off', reason: 'DISABLED' });
    checkout.on();
    expect(client.variation('checkout', ada, false)).toBe(true);
    data.flag('limit').value(7);
    data.flag('theme').variations({ light: 'white', dark: 'black' }).target('dark', 'user', 'ada');
    expect([client.variation('limit', ada, 1), client.variation('theme', ada, '')]).toEqual([7, 'black']);
    expect(client.variation('theme', FlagContext.user('bob'), '')).toBe('white');
    expect(client.allFlags(ada).toObject()).toEqual({ checkout: true, limit: 7, theme: 'black' });
    data.remove('limit');
    expect(client.variationDetail('limit', ada, 1)).toMatchObject({ value: 1, errorCode: 'FLAG_NOT_FOUND' });
  });

  it('rules and rollouts are asked by the evaluator that production has', () => {
    const data = TestFlagData.create();
    const client = started(data);
    const admins = {
      'user.role': 'admin',
      'tenant.plan': ['pro', 'enterprise'],
      'tenant.seats': { atLeast: 10 },
    } as const;
    data.flag('reports').rule(admins, 'on', 'admins of large tenants').fallthrough('off');
    const large = FlagContext.multi(ada, FlagContext.tenant('acme', { plan: 'pro', seats: 10 }));
    expect(client.variationDetail('reports', large, false)).toEqual({
      value: true,
      variant: 'on',
      reason: 'TARGETING_MATCH',
      ruleIndex: 0,
      ruleName: 'admins of large tenants',
    });
    expect(client.variation('reports', ada, true)).toBe(false);
    data.flag('split').rollout({ on: 10, off: 90 });
    const on = Array.from({ length: 2_000 }, (_, user) =>
      client.variation('split', FlagContext.user(`user_${user}`), false),
    );
    const share = on.filter(Boolean).length / on.length;
    expect([share > 0.08, share < 0.12]).toEqual([true, true]);
  });

  it('a rollout deals whom the same rollout in a file deals, by the salt of the flag that came with rules', () => {
    const dealt = (fallthrough: JsonObject, more: JsonObject = {}) => {
      const body = { variations: { on: 'on', off: 'off', maybe: 'maybe' }, fallthrough, clientSide: true, ...more };
      const resources = [{ kind: 'Flag', key: 'dealt', body }];
      return makeRuleset({ environment: 'test', revision: 0, madeAt: 0, resources });
    };
    const variants = (client: FlagClient) =>
      Array.from({ length: 300 }, (_, user) => client.variation('dealt', FlagContext.user(`u${user}`), 'none'));
    for (const more of [{}, { salt: 'other' }]) {
      const filed = dealt({ rollout: { on: 10, off: 60, maybe: 30 } }, more);
      const data = TestFlagData.create(dealt({ rollout: { on: 50, off: 50 } }, more));
      data.flag('dealt').rollout({ on: 1, off: 6, maybe: 3 });
      expect(variants(started(data))).toEqual(variants(started(TestFlagData.create(filed))));
    }
    const data = TestFlagData.create();
    data.flag('all').rollout({ on: 0, off: 2 });
    expect(started(data).variationDetail('all', ada, true)).toMatchObject({ value: false, variant: 'off' });
  });

  it.each([{}, { on: 0, off: 0 }, { on: -1, off: 3 }, { on: Number.NaN }, { on: Number.POSITIVE_INFINITY }])(
    'weights that deal nothing are a TypeError: %j',
    (weights) => {
      expect(() => TestFlagData.create().flag('f').rollout(weights)).toThrow(TypeError);
    },
  );

  it('a variation that the flag does not have is a TypeError where it is named, and changes nothing', () => {
    const isAdmin = { 'user.role': 'admin' } as const;
    const calls: readonly ((flag: TestFlag) => unknown)[] = [
      (flag) => flag.fallthrough('dark'),
      (flag) => flag.fallthrough('toString'),
      (flag) => flag.offVariation('dark'),
      (flag) => flag.target('dark', 'user', 'ada'),
      (flag) => flag.rule(isAdmin, 'dark'),
      (flag) => flag.rollout({ on: 1, dark: 1 }),
      (flag) => flag.rollout({ on: 1, dark: 0 }),
      (flag) => flag.variations({}),
      // The target that was set before gives `on`.
      (flag) => flag.variations({ off: false, dark: 'dark' }),
    ];
    for (const call of calls) {
      const data = TestFlagData.create();
      const flag = data.flag('theme').target('on', 'user', 'bob').rule(isAdmin, 'off');
      const before = data.ruleset();
      expect(() => call(flag)).toThrow(/^The flag `theme` has no variation `\w*`: it has (`\w+`, `\w+`|none)\.$/);
      expect(() => call(flag)).toThrow(TypeError);
      expect(data.ruleset()).toBe(before);
      expect(started(data).variation('theme', FlagContext.user('bob'), false)).toBe(true);
    }
    const data = TestFlagData.create();
    const flag = data.flag('theme').target('on', 'user', 'bob').variations({ dark: 'dark', on: 'on' });
    expect(started(data).variation('theme', FlagContext.user('bob'), '')).toBe('on');
    flag.value(7).variations({ dark: 'dark' }).fallthrough('dark').offVariation('dark').rollout({ dark: 1 });
    expect(started(data).variation('theme', ada, '')).toBe('dark');
  });

  it('takes rules that nobody can read, and what is said after them', () => {
    // As a server that is newer might send them.
    for (const odd of [
      { rules: 5 },
      { targets: null },
      { rules: [{}, null], targets: [7] },
      { rules: [{ serve: { rollout: null } }] },
    ]) {
      const flag = TestFlagData.create().flag('theme');
      const rules: (changes: object) => TestFlag = flag.rules.bind(flag);
      expect(rules(odd).variations({ dark: 'dark' }).fallthrough('dark')).toBe(flag);
    }
    const flag = TestFlagData.create().flag('theme');
    const rules: (changes: object) => TestFlag = flag.rules.bind(flag);
    expect(() => rules({ variations: undefined }).fallthrough('on')).toThrow(
      'The flag `theme` has no variation `on`: it has none.',
    );
  });

  it('a value that is no JSON is a TypeError, and what is done to one afterwards changes nothing', () => {
    for (const value of [undefined, Number.NaN, () => 1, 10n, [Symbol('x')], { a: { b: Number.POSITIVE_INFINITY } }]) {
      const flag = TestFlagData.create().flag('list');
      const refused = 'A value of the flag `list` is no JSON.';
      expect(() => flag.value(value as never)).toThrow(new TypeError(refused));
      expect(() => flag.variations({ a: value as never })).toThrow(new TypeError(refused));
    }
    const items = [1];
    const data = TestFlagData.create();
    data.flag('list').value(items);
    items.push(2);
    data.flag('other').off();
    expect(started(data).variation('list', ada, [0])).toEqual([1]);
  });

  it.each([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN])(
    '%d lies above and below nothing',
    (seats) => {
      const data = TestFlagData.create();
      const bounds = [{ atLeast: 10 }, { atMost: 10 }, { greaterThan: 10 }, { lessThan: 10 }];
      for (const [index, bound] of bounds.entries())
        data.flag(`f${index}`).rule({ 'tenant.seats': bound }, 'on').fallthrough('off');
      const asked = started(data).allFlags(FlagContext.multi(ada, FlagContext.tenant('acme', { seats })));
      expect(asked.toObject()).toEqual({ f0: false, f1: false, f2: false, f3: false });
    },
  );

  it('conditions are those of files, and mean the same', () => {
    const data = TestFlagData.create(undefined, { compileExpression });
    const client = started(data, { platform: { now: () => Date.parse('2027-06-01') } });
    data.segment('pilots', { rules: [{ if: { 'user.email': { endsWith: '@acme.com', ignoreCase: true } } }] });
    const conditions: readonly Condition[] = [
      {
        'user.email': { endsWith: ['@ACME.com'], ignoreCase: true, not: { startsWith: 'bot' } },
        'user.role': ['admin'],
      },
      { 'user.email': { matches: ['^nobody$', '^ADA@.*\\.com$'], ignoreCase: true } },
      { 'user."app.version"': { semver: '^2.4' }, 'user.ip': { cidr: '10.0.0.0/8' } },
      {
        'user.born': { after: '2000-01-01', before: '2001-01-01' },
        'user.age': { atLeast: 18, modulo: { divisor: 2, remainder: 0 } },
      },
      { 'user.groups': { includes: 'beta', size: { atLeast: 2 } }, 'user.phone': { exists: false } },
      { segment: 'pilots', now: { after: '2027-01-01' }, share: { percent: 100 } },
      { any: [{ 'user.role': 'none' }, { all: [{ not: { 'user.role': { in: ['none'] } } }] }] },
    ];
    const user = {
      email: 'Ada@acme.com',
      role: 'admin',
      'app.version': '2.5.0',
      ip: '10.1.2.3',
      born: '2000-06-01',
      age: 26,
      groups: ['alpha', 'beta'],
    };
    for (const [index, condition] of conditions.entries()) {
      data.flag(`f${index}`).rule(condition, 'on').fallthrough('off');
      const flag = { variations: { on: true, off: false }, rules: [{ if: condition as never, serve: 'on' }] };
      const { flags } = makeRuleset({
        environment: 'test',
        revision: 0,
        madeAt: 0,
        resources: [{ kind: 'Flag', key: `f${index}`, body: flag }],
      });
      expect(data.ruleset().flags[`f${index}`]?.rules).toEqual(flags[`f${index}`]?.rules);
      expect([index, client.variation(`f${index}`, FlagContext.user('ada', user), false)]).toEqual([index, true]);
      expect([index, client.variation(`f${index}`, {}, true)]).toEqual([index, index === 6]);
    }
  });

  it.each<[unknown, string]>([
    [{}, 'A condition asks for nothing.'],
    [
      { all: [{ role: 'admin' }] },
      'A condition has no `role`; an attribute is written with its kind, such as user.email.',
    ],
    [{ 'user.role': { startWith: 'a' } }, 'There is no test `startWith` of an attribute.'],
    [{ 'user.role': { not: {} } }, 'A test of an attribute asks for nothing.'],
    [{ 'user.app': { semver: 'new' } }, '`semver` cannot be "new".'],
    [{ not: { now: { before: '2027-02-30' } } }, '`before` cannot be "2027-02-30".'],
    [
      { 'user.email': { matches: '^a' } },
      'The pattern "^a" needs a compiler: TestFlagData.create(ruleset, { compileExpression }), or begin with the ruleset of a server, which has compiled its own.',
    ],
  ])('refuses the condition %j as a file would', (condition, message) => {
    const flag = TestFlagData.create().flag('x');
    expect(() => flag.rule(condition as Condition, 'on')).toThrow(new TypeError(message));
  });

  it('refuses a pattern that is none', () => {
    const flag = TestFlagData.create(undefined, { compileExpression }).flag('x');
    expect(() => flag.rule({ 'user.email': { matches: '(?=a)' } }, 'on')).toThrow(
      new TypeError('The pattern "(?=a)" cannot be used: look-around is not available.'),
    );
  });

  it('SD-07 a segment is said once, and changes every flag that asks for it', () => {
    const data = TestFlagData.create();
    const client = started(data);
    const pilots = { segment: 'pilots' };
    data.segment('pilots', { include: { tenant: ['acme'] } });
    for (const key of ['first', 'second']) data.flag(key).rule(pilots, 'on').fallthrough('off');
    data.flag('third').rules({ prerequisites: [{ flag: 'first', variations: ['on'] }] });
    data.flag('other').off();
    const changed: (readonly string[])[] = [];
    client.onChange('*', ({ keys }) => changed.push(keys));
    const globex = FlagContext.tenant('globex');
    const asked = () => ['first', 'second', 'third'].map((key) => client.variation(key, globex, false));
    expect(asked()).toEqual([false, false, false]);
    data.segment('pilots', { include: { tenant: ['acme', 'globex'] } });
    expect([asked(), changed]).toEqual([[true, true, true], [['first', 'second', 'third']]]);
  });

  it('what a server answered can be taken over, and changed flag by flag', () => {
    const live = TestFlagData.create();
    live.flag('checkout').off();
    live.flag('reports');
    const data = TestFlagData.create(live.ruleset());
    const client = started(data);
    expect(client.allFlags(ada).toObject()).toEqual({ checkout: false, reports: true });
    data.flag('checkout').on();
    expect([client.variation('checkout', ada, false), live.ruleset().flags['checkout']?.state]).toEqual([true, 'off']);
  });
});

it('P09 one evaluation looks at users, tenants, devices and kinds of one’s own', () => {
  const data = TestFlagData.create();
  const client = started(data);
  data
    .flag('x')
    .rule({ 'user.role': 'admin', 'tenant.plan': 'pro', 'device.os': 'ios', 'cart.total': { atLeast: 10 } }, 'on')
    .fallthrough('off');
  const all = [
    ada,
    FlagContext.tenant('acme', { plan: 'pro' }),
    FlagContext.device('phone', { os: 'ios' }),
    FlagContext.of('cart', 'c1', { total: 12 }),
  ];
  expect(client.variation('x', FlagContext.multi(...all), false)).toBe(true);
  for (const missing of all)
    expect(client.variation('x', FlagContext.multi(...all.filter((one) => one !== missing)), true)).toBe(false);
  expect(FlagContext.multi(ada, FlagContext.user('bob'))).toEqual({ user: { key: 'bob' } });
  expect(FlagContext.user('ada', { key: 'eve' } as never)).toEqual({ user: { key: 'ada' } });
});

it('EC-07 a flag that changes during an evaluation is seen in one version, before or after', () => {
  const data = TestFlagData.create();
  const client = started(data);
  const twoRules = (variation: string) => ({
    rules: ['first', 'second'].map((attribute) => ({
      if: {
        op: 'attribute',
        of: { kind: 'user', path: [attribute] },
        tests: [{ is: 'exists', expected: false }],
      } as const,
      serve: { variation },
    })),
  });
  data
    .flag('x')
    .variations({ before: 'before', after: 'after' })
    .rules({ ...twoRules('before'), fallthrough: { variation: 'before' } });
  data.flag('y').variations({ before: 'before', after: 'after' });
  let changes = 0;
  const meddling = {
    user: {
      key: 'ada',
      get first(): string {
        changes += 1;
        // In the middle of the evaluation, between two rules.
        data.flag('x').rules({ ...twoRules('after'), fallthrough: { variation: 'after' } });
        data.flag('y').fallthrough('after');
        return 'there';
      },
      second: 'there',
    },
  };
  expect(client.variation('x', meddling, '')).toBe('before');
  expect(changes).toBe(1);
  data.flag('x').rules({ ...twoRules('before'), fallthrough: { variation: 'before' } });
  data.flag('y').fallthrough('before');
  expect(client.allFlags(meddling).toObject()).toEqual({ x: 'before', y: 'before' });
  expect(client.allFlags(ada).toObject()).toEqual({ x: 'after', y: 'after' });
});

it('P04 nothing that is asked makes a client throw, and whoever asks gets their default', () => {
  const data = TestFlagData.create();
  data.flag('x').rule({ 'user.role': 'admin' }, 'on').fallthrough('off');
  const clients = [started(data), started(TestFlagData.create())];
  const marker = Symbol('default');
  for (const client of clients) {
    for (const hostile of hostileValues) {
      expect(client.variation('nothing', hostile, marker)).toBe(marker);
      expect(client.variationDetail('x', hostile, marker).value).toBe(marker);
      expect(client.variation(hostile as string, ada, marker)).toBe(marker);
      client.allFlags(hostile);
    }
  }
});

it('a listener that throws harms nobody, and one that was taken away hears no more', async () => {
  const data = TestFlagData.create();
  const problems: string[] = [];
  const client = started(data, { onProblem: (problem) => problems.push(problem) });
  const heard: string[] = [];
  client.onChange('x', () => {
    throw new Error('no');
  });
  client.onChange('x', async () => Promise.reject(new Error('no')));
  const stop = client.onChange('x', () => heard.push('x'));
  client.onChange('y', () => heard.push('y'));
  client.onChange('*', () => heard.push('*'));
  client.on('status', () => {
    throw new Error('no');
  });
  client.on('status', ({ status }) => heard.push(status));
  data.flag('x');
  expect(heard).toEqual(['x', '*']);
  stop();
  stop();
  data.flag('x').off();
  await client.close();
  expect(heard).toEqual(['x', '*', '*', 'OFF']);
  data.flag('x').on();
  expect([heard.length, client.variation('x', ada, true)]).toEqual([4, false]);
  expect(new Set(problems)).toEqual(new Set(['a listener failed']));
});
