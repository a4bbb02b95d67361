// Flags that tests of programs in Java set in code.
import { expect, test } from 'vitest';
import { TestFlagData } from '../../../src/components/features/client/index.ts';
import { makeRuleset } from '../../../src/components/features/ruleset/make-ruleset.ts';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { startJavaFlags } from './java-flags.ts';
import { namedVariations } from '../flag-data/named-variations.ts';
import { notTried } from '../../support/not-tried.ts';

const ada = { user: { key: 'ada', role: 'admin' } };

if (hasJdk()) {
  test('SD-06 in Java a flag is on, off, a value or a variation, and a client feels it at once', async () => {
    const java = await startJavaFlags();
    const data = await java.data();
    const client = await java.client({}, data);
    expect([await client.status(), await client.value('checkout', ada, false)]).toEqual(['VALID', false]);
    await java.set(data, ['flag', 'checkout']);
    expect(await client.ask('checkout', ada, false)).toEqual({ value: true, variant: 'on', reason: 'STATIC' });
    await java.set(data, ['flag', 'checkout'], ['off']);
    expect(await client.ask('checkout', ada, true)).toEqual({ value: false, variant: 'off', reason: 'DISABLED' });
    await java.set(data, ['flag', 'checkout'], ['on']);
    await java.set(data, ['flag', 'limit'], ['value', 7], ['flag', 'ratio'], ['value', 1.5]);
    await java.set(data, ['flag', 'theme'], ['variations', { light: 'white', dark: 'black' }]);
    await java.set(data, ['flag', 'theme'], ['target', 'dark', 'user', 'ada']);
    await java.set(data, ['flag', 'sizes'], ['value', { small: [1, null], large: {} }]);
    expect(await client.value('theme', { user: { key: 'bob' } }, '')).toBe('white');
    expect(await client.all(ada)).toEqual({
      checkout: true,
      limit: 7,
      ratio: 1.5,
      theme: 'black',
      sizes: { small: [1, null], large: {} },
    });
    await java.set(data, ['remove', 'limit']);
    expect(await client.ask('limit', ada, 1)).toMatchObject({ value: 1, errorCode: 'FLAG_NOT_FOUND' });
  });

  test('a flag of another type than is asked for is the default, with every method', async () => {
    const java = await startJavaFlags();
    const data = await java.data();
    const client = await java.client({}, data);
    const values = { boolean: true, string: 'x', number: 1.5, integer: 7, json: { a: [1] }, nothing: null };
    for (const [key, value] of Object.entries(values)) await java.set(data, ['flag', key], ['value', value]);
    const defaults = { boolean: false, string: 'd', number: -1, integer: -1 };
    const fitting = { boolean: ['boolean'], string: ['string'], number: ['number', 'integer'], integer: ['integer'] };
    for (const [as, otherwise] of Object.entries(defaults)) {
      for (const [key, value] of Object.entries(values)) {
        const detail = await client.ask(key, ada, otherwise, as);
        const fits = fitting[as as keyof typeof fitting].includes(key);
        const wanted = fits
          ? { value, variant: 'value', reason: 'STATIC' }
          : { value: otherwise, variant: null, reason: 'ERROR', errorCode: 'TYPE_MISMATCH' };
        expect({ as, key, ...detail }).toMatchObject({ as, key, ...wanted });
      }
    }
    // Whoever gives no default expects no type of JSON; a list, an object and null are of one.
    expect(await client.ask('string', ada, null, 'json')).toMatchObject({ value: 'x' });
    expect(await client.ask('nothing', ada, {}, 'json')).toMatchObject({ value: null, variant: 'value' });
    expect(await client.ask('json', ada, [], 'json')).toMatchObject({ value: { a: [1] } });
    expect(await client.ask('string', ada, {}, 'json')).toMatchObject({ value: {}, errorCode: 'TYPE_MISMATCH' });
    // A method of texts takes none but texts, though no default is given.
    expect(await client.ask('number', ada, null, 'string')).toMatchObject({ value: null, errorCode: 'TYPE_MISMATCH' });
  });

  test('SD-06 rules and rollouts of Java tests are those of production, and deal the same people', async () => {
    const java = await startJavaFlags();
    const data = await java.data();
    const client = await java.client({}, data);
    const admins = { 'user.role': 'admin', 'tenant.plan': ['pro', 'enterprise'], 'tenant.seats': { atLeast: 10 } };
    await java.set(
      data,
      ['flag', 'reports'],
      ['rule', admins, 'on', 'admins of large tenants'],
      ['fallthrough', 'off'],
    );
    const large = { ...ada, tenant: { key: 'acme', plan: 'pro', seats: 10 } };
    expect(await client.ask('reports', large, false)).toEqual({
      value: true,
      variant: 'on',
      reason: 'TARGETING_MATCH',
      ruleIndex: 0,
      ruleName: 'admins of large tenants',
    });
    expect(await client.value('reports', ada, true)).toBe(false);
    // The same context in OpenFeature's form and in LaunchDarkly's.
    for (const form of [
      { targetingKey: 'ada', role: 'admin', tenant: large.tenant },
      { kind: 'multi', user: ada.user, tenant: large.tenant },
    ])
      expect(await client.value('reports', form, false)).toBe(true);
    const fallthrough = { rollout: { on: 10, off: 90 } };
    const body = { variations: { on: true, off: false }, fallthrough, clientSide: true, salt: 'other' };
    const filed = makeRuleset({
      environment: 'test',
      revision: 0,
      madeAt: 0,
      resources: [{ kind: 'Flag', key: 'dealt', body }],
    });
    const dealing = await java.data(filed);
    await java.set(dealing, ['flag', 'dealt'], ['rollout', { on: 1, off: 9 }]);
    const dealt = await java.client({}, dealing);
    const reference = TestFlagData.create(filed).client();
    const users = Array.from({ length: 200 }, (_, user) => ({ user: { key: `user_${user}` } }));
    const values = await Promise.all(users.map((user) => dealt.value('dealt', user, false)));
    expect(values).toEqual(users.map((user) => reference.variation('dealt', user, false)));
    expect(values.filter(Boolean).length).toBeGreaterThan(5);
    for (const weights of [{}, { on: 0, off: 0 }, { on: -1, off: 3 }]) {
      const calls = [
        ['flag', 'f'],
        ['rollout', weights],
      ];
      expect(await java.call('set', { data, calls })).toMatchObject({ refused: expect.stringContaining('weights') });
    }
  });

  test('in Java a variation that the flag does not have is refused where it is named, and changes nothing', async () => {
    const java = await startJavaFlags();
    const isAdmin = { 'user.role': 'admin' };
    const bob = { user: { key: 'bob' } };
    const unknown = [
      ['fallthrough', 'dark'],
      ['offVariation', 'dark'],
      ['target', 'dark', 'user', 'ada'],
      ['rule', isAdmin, 'dark'],
      ['rule', isAdmin, 'dark', 'by name'],
      ['rollout', { on: 1, dark: 1 }],
      ['rollout', { on: 1, dark: 0 }],
      ['variations', {}],
      // The target that was set before gives `on`.
      ['variations', { off: false, dark: 'dark' }],
    ];
    for (const call of unknown) {
      const data = await java.data();
      await java.set(data, ['flag', 'theme'], ['target', 'on', 'user', 'bob'], ['rule', isAdmin, 'off']);
      expect(await java.call('set', { data, calls: [['flag', 'theme'], call] })).toMatchObject({
        refused: expect.stringMatching(/^The flag `theme` has no variation `\w*`: it has (`\w+`, `\w+`|none)\.$/),
      });
      const client = await java.client({}, data);
      expect(await client.value('theme', bob, false)).toBe(true);
    }
    const data = await java.data();
    const client = await java.client({}, data);
    const variations = ['variations', { dark: 'dark', on: 'on' }];
    await java.set(data, ['flag', 'theme'], ['target', 'on', 'user', 'bob'], variations);
    expect(await client.value('theme', bob, '')).toBe('on');
    await java.set(data, ['flag', 'theme'], ['value', 7], ['variations', { dark: 'dark' }], ['fallthrough', 'dark']);
    await java.set(data, ['flag', 'theme'], ['offVariation', 'dark'], ['rollout', { dark: 1 }]);
    expect(await client.value('theme', ada, '')).toBe('dark');
  });

  test('other variations in Java are refused, or taken, as in every language', async () => {
    const java = await startJavaFlags();
    for (const { refused, rules, title, value, variations } of namedVariations) {
      const data = await java.data();
      await java.set(data, ['flag', 'theme'], ['rules', rules]);
      const client = await java.client({}, data);
      const calls = [
        ['flag', 'theme'],
        ['variations', variations],
      ];
      const before = await client.ruleset();
      const came = await java.call('set', { data, calls });
      expect({ title, refused: came.refused, thrown: came.thrown }).toEqual({ title, refused, thrown: undefined });
      const given = await client.value('theme', { user: { key: 'ann' } }, 'the default');
      if (refused === undefined) expect([title, given]).toEqual([title, value]);
      else expect([title, await client.ruleset()]).toEqual([title, before]);
    }
  });

  test('SD-07 in Java a segment is said once, and changes every flag that asks for it', async () => {
    const java = await startJavaFlags();
    const data = await java.data();
    const client = await java.client({}, data);
    const early = {
      data,
      calls: [
        ['flag', 'x'],
        ['rule', { segment: 'pilots' }, 'on'],
      ],
    };
    expect(await java.call('set', early)).toMatchObject({
      refused: 'There is no segment `pilots`: set it before it is asked for.',
    });
    await java.set(data, ['remove', 'x'], ['segment', 'pilots', { include: { tenant: ['acme'] } }]);
    for (const key of ['first', 'second'])
      await java.set(data, ['flag', key], ['rule', { segment: 'pilots' }, 'on'], ['fallthrough', 'off']);
    await java.set(data, ['flag', 'third'], ['rules', { prerequisites: [{ flag: 'first', variations: ['on'] }] }]);
    await java.set(data, ['flag', 'other'], ['off']);
    const globex = { tenant: { key: 'globex', email: 'a@globex.com' } };
    const asked = () => Promise.all(['first', 'second', 'third'].map((key) => client.value(key, globex, false)));
    expect(await asked()).toEqual([false, false, false]);
    const before = client.changes.length;
    const rules = [{ if: { 'tenant.email': { endsWith: '@GLOBEX.com', ignoreCase: true } } }];
    await java.set(data, ['segment', 'pilots', { include: { tenant: ['acme'] }, rules }]);
    expect(await asked()).toEqual([true, true, true]);
    expect(client.changes.slice(before).map(({ keys }) => keys)).toEqual([['first', 'second', 'third']]);
    await client.close();
    await java.set(data, ['flag', 'first'], ['off']);
    expect(await asked()).toEqual([true, true, true]);
  });

  test('in Java a flag behind an entitlement follows what is known of the tenant', async () => {
    const java = await startJavaFlags();
    const data = await java.data();
    const client = await java.client({}, data);
    await java.set(
      data,
      ['entitlement', 'reporting', 'pro', ['pro']],
      ['flag', 'reports'],
      ['rules', { entitlement: 'reporting' }],
    );
    const acme = { tenant: { key: 'acme' } };
    const restricted = { value: false, variant: 'off', reason: 'plan_restriction' };
    expect(await client.ask('reports', acme, true)).toEqual({ ...restricted, requiredPlan: 'pro' });
    await java.set(data, ['tenant', 'acme', { plan: 'pro' }]);
    expect(await client.ask('reports', acme, false)).toMatchObject({ value: true });
    await java.set(data, ['tenant', 'acme', { plan: 'pro', overrides: { reporting: { granted: false } } }]);
    expect(await client.ask('reports', acme, true)).toEqual(restricted);
    await java.set(data, ['entitlement', 'reporting', null, []], ['tenant', 'acme', {}]);
    expect(await client.ask('reports', acme, true)).toEqual({ ...restricted, requiredPlan: null });
  });

  test('patterns come with the ruleset of a server', async () => {
    const java = await startJavaFlags();
    const rule = { if: { 'user.email': { matches: '^ada@.*\\.com$' } }, serve: 'on' };
    const body = { variations: { on: true, off: false }, rules: [rule], fallthrough: 'off' };
    const ruleset = makeRuleset({
      environment: 'test',
      revision: 0,
      madeAt: 0,
      resources: [{ kind: 'Flag', key: 'x', body }],
    });
    const data = await java.data(ruleset);
    const client = await java.client({}, data);
    expect(await client.value('x', { user: { key: 'ada', email: 'ada@acme.com' } }, false)).toBe(true);
    expect(await client.value('x', { user: { key: 'ada', email: 'ada@acme.org' } }, true)).toBe(false);
    const calls = [
      ['flag', 'y'],
      ['rule', rule.if, 'on'],
    ];
    expect(await java.call('set', { data, calls })).toMatchObject({
      refused: expect.stringContaining('needs a compiler'),
    });
  });
} else {
  notTried('the test data of the SDK for Java is not set', jdkNeeds);
}
