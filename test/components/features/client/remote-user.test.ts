import { expect, it, onTestFinished } from 'vitest';
import { RemoteFlagClient, type RemoteFlagClientOptions } from '../../../../src/components/features/client/index.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { useDatabases } from '../../../support/databases.ts';
import { startSignedIn } from '../../../support/signed-in.ts';
import { quick, until } from './support/client-of.ts';

const databases = useDatabases('embedded');

const onFor = (condition: JsonObject): JsonObject => ({
  variations: { on: true, off: false },
  rules: [{ if: condition, serve: 'on' }],
  fallthrough: 'off',
});

/** A server with users, and clients that reach it without a socket. */
async function start() {
  const server = await startSignedIn(await databases.shared());
  await server.seed.resources({
    'Flag/for-ada': onFor({ 'user.key': 'ada' }),
    'Flag/for-acme': onFor({ 'tenant.key': 'acme' }),
    'Flag/beta': onFor({ 'user.beta': true }),
    'EventSchema/purchase': {},
    'Flag/price': {
      variations: { low: 1, high: 2 },
      fallthrough: { rollout: { low: 50, high: 50 } },
      experiment: { metrics: [{ key: 'bought', event: 'purchase' }], control: 'low' },
    },
  });
  const { headers } = await server.key({ type: 'publishable', scopes: ['flags:read'] });
  const apiKey = String(headers['x-publishable-key']);
  const asked: { path: string; headers: Record<string, string>; body: string; status: number }[] = [];
  let isDown = false;
  const fetch: NonNullable<NonNullable<RemoteFlagClientOptions['platform']>['fetch']> = async (url, request) => {
    const path = url.replace('http://flags', '');
    const { body = '', headers: sent, method } = request;
    if (isDown) throw new TypeError('no network');
    const answer = await server.call(method, path, { headers: sent, raw: body });
    asked.push({ path, headers: sent, body, status: answer.status });
    const empty = answer.status === 304;
    return new Response(empty ? null : answer.text, { status: answer.status, headers: answer.headers });
  };
  const client = (options: RemoteFlagClientOptions = {}): RemoteFlagClient => {
    const made = new RemoteFlagClient({
      apiKey,
      baseUrl: 'http://flags',
      mode: 'polling',
      timing: quick,
      platform: { fetch },
      ...options,
    });
    onTestFinished(() => made.close());
    return made;
  };
  const tokenOf = async (user: string, claims = {}) =>
    ((await server.as(user, claims))['authorization'] ?? '').replace('Bearer ', '');
  return { server, client, tokenOf, asked, turn: (down: boolean) => void (isDown = down) };
}

it('P04 a user who signs in gets their flags, and nothing of theirs is left when they sign out', async () => {
  const { asked, client: clientOf, tokenOf, turn } = await start();
  const client = clientOf({ context: { user: { beta: true } } });
  await client.ready();
  expect(client.allFlags()).toMatchObject({ 'for-ada': false, 'for-acme': false, beta: true });
  const changed: (readonly string[])[] = [];
  client.onChange('*', ({ keys }) => changed.push(keys));

  const signingIn = client.signIn({ userToken: await tokenOf('ada') });
  expect([client.answers, client.status]).toEqual([undefined, 'INITIALIZING']);
  expect(client.variationDetail('beta', false)).toMatchObject({ value: false, errorCode: 'PROVIDER_NOT_READY' });
  expect([await signingIn, client.status, await client.ready()]).toEqual([true, 'VALID', true]);
  expect(client.allFlags()).toMatchObject({ 'for-ada': true, 'for-acme': true, beta: false });

  // The server is not reached: what the user had is gone all the same.
  turn(true);
  expect(await client.signOut()).toBe(false);
  expect(client.allFlags()).toEqual({});
  turn(false);
  await until(client, 'VALID');
  expect(client.allFlags()).toMatchObject({ 'for-ada': false, 'for-acme': false, beta: false });
  expect(asked.at(-1)?.headers).not.toHaveProperty('authorization');
  expect(changed[0]).toEqual(['beta', 'for-acme', 'for-ada', 'price']);
});

it('an answer to the user before comes too late, in whichever order they arrive', async () => {
  const { client: clientOf, tokenOf } = await start();
  const client = clientOf({ userToken: await tokenOf('ada') });
  const all = [client.signIn({ userToken: await tokenOf('bob') }), client.signOut(), client.ready()];
  expect((await Promise.all(all))[0]).toBe(false);
  await until(client, 'VALID');
  expect(client.allFlags()).toMatchObject({ 'for-ada': false, 'for-acme': false });
});

it('a token that is over interrupts; the next one of the same user goes on, and answers stay meanwhile', async () => {
  const { client: clientOf, server, tokenOf } = await start();
  const problems: string[] = [];
  const client = clientOf({
    userToken: await tokenOf('ada', { exp: server.seconds() + 60 }),
    pollInterval: 1_000,
    onProblem: (problem) => problems.push(problem),
  });
  await client.ready();
  server.clock.advance(10 * 60_000);
  expect(await client.identify({})).toBe(false);
  expect([client.status, client.variation('for-ada', false)]).toEqual(['INTERRUPTED', true]);
  expect(problems).toContain('the server does not accept the token of the user');
  expect(await client.renewToken(await tokenOf('ada'))).toBe(true);
  expect([client.status, client.variation('for-ada', false)]).toEqual(['VALID', true]);
});

it('tokens may come from a function, which is asked each time, and may fail', async () => {
  const { asked, client: clientOf, tokenOf } = await start();
  const tokens: (() => string | Promise<string>)[] = [
    () => Promise.reject(new Error('secret of the provider')),
    () => {
      throw new Error('secret of the provider');
    },
  ];
  const good = await tokenOf('bob', { tenantId: 'globex' });
  const problems: string[] = [];
  const client = clientOf({
    userToken: () => (tokens.shift() ?? (() => good))(),
    onProblem: (one) => problems.push(one),
  });
  await until(client, 'VALID');
  expect(problems).toEqual(Array(2).fill('the token of the user could not be had'));
  expect(asked.map(({ headers, status }) => [headers['authorization'], status])).toEqual([[`Bearer ${good}`, 200]]);
  expect(client.variation('for-acme', true)).toBe(false);
});

it('a key that is withdrawn turns it off, whoever is signed in', async () => {
  const { client: clientOf, tokenOf } = await start();
  const client = clientOf({ apiKey: `pk_test_${'x'.repeat(43)}`, userToken: await tokenOf('ada') });
  await until(client, 'OFF');
  expect([await client.signIn({ userToken: 'x' }), await client.signOut()]).toEqual([false, false]);
});

it('FR-F008 only what was seen counts for an experiment, once, and as the user who saw it', async () => {
  const { asked, client: clientOf, tokenOf } = await start();
  const reports = () =>
    asked
      .filter(({ path }) => path === '/v1/flag-reports')
      .map(({ body, headers, status }) => ({
        status,
        isOfAda: headers['authorization'] === `Bearer ${ada}`,
        ...(JSON.parse(body) as object),
      }));
  const ada = await tokenOf('ada');
  const client = clientOf({ userToken: ada });
  await client.ready();
  for (const key of ['price', 'price', 'beta', 'no-such-flag']) client.seen(key);
  client.variation('price', 0);
  expect(client.variationDetail('price', 0)).not.toHaveProperty('exposure');
  const { variant } = client.variationDetail('price', 0);
  await client.signOut({ user: { key: 'visitor' } });
  await client.ready();
  const exposure = { flag: 'price', variation: variant, by: 'user.key', unit: 'ada', at: expect.any(String) };
  await expect.poll(reports).toEqual([{ status: 200, isOfAda: true, exposures: [exposure] }]);
  client.seen('price');
  await client.flush();
  expect(reports()[1]).toMatchObject({ isOfAda: false, exposures: [{ unit: 'visitor' }] });
  const silent = clientOf({ reports: false, context: { user: { key: 'visitor' } } });
  await silent.ready();
  silent.seen('price');
  await silent.flush();
  expect(reports()).toHaveLength(2);
});

it('answers that were kept are given until the server is heard of, and to nobody else', async () => {
  const { client: clientOf, tokenOf, turn } = await start();
  const first = clientOf({ userToken: await tokenOf('ada') });
  await first.ready();
  const kept = JSON.stringify(first.answers);
  turn(true);
  const second = clientOf({ userToken: await tokenOf('ada'), bootstrap: kept });
  expect([await second.ready(), second.status, second.variation('for-ada', false)]).toEqual([
    true,
    'INITIALIZING',
    true,
  ]);
  await second.signOut();
  expect([second.variation('for-ada', false), second.answers]).toEqual([false, undefined]);
  const offline = new RemoteFlagClient({ mode: 'offline', bootstrap: kept });
  expect([offline.status, offline.variation('for-acme', false)]).toEqual(['VALID', true]);
  const problems: string[] = [];
  const wrong = new RemoteFlagClient({ mode: 'offline', bootstrap: '{}', onProblem: (one) => problems.push(one) });
  expect([wrong.status, problems]).toEqual(['OFF', ['the bootstrap is no answer of a server']]);
});
