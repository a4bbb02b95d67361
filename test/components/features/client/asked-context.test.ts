import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FlagClient, TestFlagData } from '../../../../src/components/features/client/index.ts';
import { namedKinds } from '../../../../src/components/features/evaluation/context/named-kinds.ts';
import { readContext } from '../../../../src/components/features/evaluation/context/read-context.ts';
import { createEvaluator } from '../../../../src/components/features/evaluation/index.ts';

function data(): TestFlagData {
  const flags = TestFlagData.create();
  flags
    .flag('mail')
    .rule({ 'user.email': { endsWith: '@acme.com' } }, 'on')
    .fallthrough('off');
  flags.flag('named').target('on', 'user', 'ada', '7').fallthrough('off');
  flags.flag('digits').rule({ 'user.key': '7' }, 'on').fallthrough('off');
  flags.flag('plan').rule({ 'tenant.plan': 'pro' }, 'on').fallthrough('off');
  flags.flag('account').rule({ 'account.size': 3 }, 'on').fallthrough('off');
  flags.flag('nested').rule({ 'user.address.city': 'Pune' }, 'on').fallthrough('off');
  flags.flag('dealt').rollout({ on: 50, off: 50 });
  return flags;
}

it.each([
  [{ user: { key: 'a', email: 'f@acme.com' } }, true],
  [{ targetingKey: 'a', email: 'f@acme.com' }, true],
  [{ email: 'f@acme.com' }, true],
  [{ kind: 'user', key: 'a', email: 'f@acme.com' }, true],
  [{ kind: 'multi', user: { key: 'a', email: 'f@acme.com' }, tenant: { key: 't' } }, true],
  [{ kind: 'device', key: 'a', email: 'f@acme.com' }, false],
])('P09 %j is read in process', (context, expected) => {
  const client = data().client();
  expect(client.variation('mail', context, false)).toBe(expected);
  expect(client.variationDetail('mail', context, false)).toMatchObject({ value: expected });
  expect(client.allFlags(context).toObject()['mail']).toBe(expected);
});

it('what is no context in any form is answered so, and code gets its default', () => {
  const client = data().client();
  for (const context of [{ user: 'ada' }, { kind: 'user' }, { targetingKey: {} }, 5, 'ada', [{ user: { key: 'a' } }]]) {
    expect(client.variationDetail('mail', context, true)).toMatchObject({ value: true, errorCode: 'INVALID_CONTEXT' });
  }
});

const scalar = fc.constantFrom<unknown>('ada', 'f@acme.com', 'pro', 7, 3, true, null, ['ada'], 'multi', 'user');
const attributes = fc.dictionary(fc.constantFrom('key', 'email', 'plan', 'size', 'kind'), scalar, { maxKeys: 3 });
const members = fc.oneof(scalar, attributes, fc.constant({ city: 'Pune' }));
const contexts = fc.oneof(
  fc.dictionary(
    fc.constantFrom('user', 'tenant', 'account', 'address', 'email', 'key', 'kind', 'targetingKey'),
    members,
    { maxKeys: 4 },
  ),
  fc.dictionary(fc.constantFrom('user', 'tenant', 'account', 'address', 'Weird', 'my kind'), attributes, {
    maxKeys: 3,
  }),
);

it('P09 every form is answered in process as the command line and the server answer it', () => {
  const flags = data();
  const client = flags.client();
  const ruleset = flags.ruleset();
  const evaluator = createEvaluator(ruleset);
  const kinds = namedKinds(ruleset);
  fc.assert(
    fc.property(contexts, (input) => {
      const { context } = readContext(input, kinds);
      for (const key of Object.keys(ruleset.flags)) {
        const detail = client.variationDetail(key, input, null);
        if (context === undefined) expect(detail.errorCode).toBe('INVALID_CONTEXT');
        else expect(detail).toEqual(evaluator.variationDetail(key, context, null));
      }
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['targetingKey', { user: { key: 'bob' } }],
  ['kind', { user: { key: 'bob' } }],
  ['key', { user: {} }],
  ['key', { kind: 'user' }],
  ['user', { tenant: { key: 'acme' } }],
  ['user', { targetingKey: 'bob' }],
  ['email', { targetingKey: 'bob' }],
] as const)('P04 nothing is taken from a polluted prototype: %s of %j', (name, context) => {
  const client = data().client();
  const answers = () => [client.allFlags(context).toObject(), client.variationDetail('named', context, null)];
  const clean = answers();
  const value = name === 'user' ? { key: 'ada' } : name === 'email' ? 'f@acme.com' : name === 'kind' ? 'user' : 'ada';
  let polluted: unknown;
  try {
    Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: true, writable: true });
    polluted = answers();
  } finally {
    Reflect.deleteProperty(Object.prototype, name);
  }
  expect(polluted).toEqual(clean);
});

it('P12 what is reported is the context as it was read: an object inside a user is the user’s', async () => {
  const bodies: string[] = [];
  const client = new FlagClient({
    apiKey: 'sk_test',
    baseUrl: 'http://127.0.0.1:9',
    bootstrap: { version: '1', ruleset: data().ruleset() },
    reports: { sensitive: { user: ['email', 'address'] } },
    platform: {
      async fetch(_address, request) {
        if (request?.method !== 'POST') return new Promise(() => undefined);
        bodies.push(String(request.body));
        return new Response('{}', { status: 202 });
      },
    },
  });
  client.variation('mail', { kind: 'user', key: 'u1', email: 'leak', address: { key: '1', email: 'leak' } }, false);
  client.variation('mail', { targetingKey: 'u2', email: 'leak', plan: 'pro' }, false);
  client.variation('mail', { kind: 'multi', user: { key: 'u3', email: 'leak' } }, false);
  await client.flush();
  await client.close();
  expect(
    bodies.flatMap((body) => (JSON.parse(body) as { readonly contexts?: readonly unknown[] }).contexts ?? []),
  ).toEqual([{ user: { key: 'u1' } }, { user: { key: 'u2', plan: 'pro' } }, { user: { key: 'u3' } }]);
});
