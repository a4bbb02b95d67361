import { expect, it } from 'vitest';
import type { FlagStatusChange } from '../../../../src/components/features/client/index.ts';
import { anyDatabase, useDatabases } from '../../../support/databases.ts';
import { flag, flagServer, gated } from '../delivery/support/flag-server.ts';
import { clientOf, nextChange, until } from './support/client-of.ts';
import { faultyProxy } from './support/faulty-proxy.ts';

const rulesetPath = '/v1/flag-ruleset';
const streamPath = '/v1/flag-ruleset/stream';
const ada = { user: { key: 'ada' } };

anyDatabase((databases) => {
  it('SD-05 a client goes from INITIALIZING to VALID, feels changes as they come, and is OFF when it is closed', async () => {
    const server = await flagServer(await databases.shared());
    await server.apply([flag('checkout', true), flag('other', true)]);
    const { key: apiKey } = await server.key('secret');
    const client = clientOf({ apiKey, baseUrl: server.url });
    const statuses: FlagStatusChange[] = [];
    client.on('status', (change) => statuses.push(change));
    expect(client.status).toBe('INITIALIZING');
    expect(client.variationDetail('checkout', ada, false)).toMatchObject({
      value: false,
      variant: null,
      reason: 'ERROR',
      errorCode: 'PROVIDER_NOT_READY',
    });
    expect(await client.ready()).toBe(true);
    expect(client.variationDetail('checkout', ada, false)).toEqual({ value: true, variant: 'on', reason: 'STATIC' });
    const change = nextChange(client);
    await server.apply([flag('checkout', false), flag('other', true)]);
    expect((await change).keys).toEqual(['checkout']);
    expect([client.variation('checkout', ada, true), client.variation('other', ada, false)]).toEqual([false, true]);
    await client.close();
    expect(statuses).toEqual([{ status: 'VALID' }, { status: 'OFF', problem: 'it was closed' }]);
    expect(client.variation('other', ada, false)).toBe(true);
  });
});

const databases = useDatabases('embedded');

it('SC-005 a flag behind an entitlement follows the plan of a tenant', async () => {
  const server = await flagServer(await databases.shared());
  await server.apply(gated('reports', 'reporting'));
  await server.send('POST', '/v1/tenants', { id: 'acme', name: 'Acme' });
  await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'free' });
  const { key: apiKey } = await server.key('secret');
  const client = clientOf({ apiKey, baseUrl: server.url });
  await client.ready();
  const context = { ...ada, tenant: { key: 'acme' } };
  expect(client.variationDetail('reports', context, false)).toMatchObject({ value: false, requiredPlan: 'pro' });
  const change = nextChange(client, 'reports');
  await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'pro' });
  expect((await change).keys).toEqual(['reports']);
  expect(client.variation('reports', context, false)).toBe(true);
});

it('FR-F007 a polling client asks at intervals, and is not sent again what it has', async () => {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', true)]);
  const { key: apiKey } = await server.key('secret');
  const proxy = await faultyProxy(server.url);
  const waits: (() => void)[] = [];
  const client = clientOf({
    apiKey,
    baseUrl: proxy.url,
    mode: 'polling',
    reports: false,
    platform: {
      after: (milliseconds, work) => {
        // The pauses between questions end when the test says so.
        if (milliseconds > 20_000) {
          waits.push(work);
          return () => undefined;
        }
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    },
  });
  await until(client, 'VALID');
  const askAgain = async (): Promise<void> => {
    await expect.poll(() => waits.length).toBe(1);
    waits.shift()?.();
    const before = proxy.seen.length;
    await expect.poll(() => proxy.seen[before]?.status ?? 0).not.toBe(0);
  };
  await askAgain();
  const change = nextChange(client);
  await server.apply([flag('checkout', false)]);
  await askAgain();
  await change;
  expect(client.variation('checkout', ada, true)).toBe(false);
  expect(proxy.seen.map(({ path, status }) => [path, status])).toEqual([
    [rulesetPath, 200],
    [rulesetPath, 304],
    [rulesetPath, 200],
  ]);
});

it('SD-05 a stream that is cut in the middle of an event loses nothing', async () => {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', true)]);
  const { key: apiKey } = await server.key('secret');
  const proxy = await faultyProxy(server.url);
  proxy.next(streamPath, { cutAfter: 300 });
  proxy.next(streamPath, { cutAfter: 20 });
  proxy.next(streamPath, { piecesOf: 1 });
  const client = clientOf({ apiKey, baseUrl: proxy.url, reports: false });
  expect(await client.ready()).toBe(true);
  expect(client.variation('checkout', ada, false)).toBe(true);
  const interrupted = until(client, 'INTERRUPTED');
  proxy.cut();
  await interrupted;
  expect(client.variation('checkout', ada, false)).toBe(true);
  await server.apply([flag('checkout', false)]);
  await until(client, 'VALID');
  await expect.poll(() => client.variation('checkout', ada, true)).toBe(false);
  const last = proxy.seen.filter(({ path }) => path === streamPath).at(-1);
  expect(last?.headers['last-event-id']).toMatch(/^[0-9a-f]{64}$/u);
});

it('SD-05 without streams the rules are polled, and streams are come back to', async () => {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', true)]);
  const { key: apiKey } = await server.key('secret');
  const proxy = await faultyProxy(server.url);
  proxy.always(streamPath, { status: 404 });
  const client = clientOf({ apiKey, baseUrl: proxy.url, reports: false });
  await until(client, 'VALID');
  expect(client.variation('checkout', ada, false)).toBe(true);
  expect(proxy.seen.filter(({ path }) => path === streamPath).length).toBeGreaterThanOrEqual(3);
  proxy.heal();
  const streams = () => proxy.seen.filter(({ path, status }) => path === streamPath && status === 200).length;
  await expect.poll(streams).toBe(1);
  const change = nextChange(client);
  await server.apply([flag('checkout', false)]);
  await change;
  expect(client.variation('checkout', ada, true)).toBe(false);
});

it('SD-05 a server that asks to be left alone is, and one that refuses the key is not asked again', async () => {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', true)]);
  const { id, key: apiKey } = await server.key('secret');
  const proxy = await faultyProxy(server.url);
  const waited: number[] = [];
  proxy.next(rulesetPath, { status: 503, headers: { 'retry-after': '7' } });
  proxy.next(rulesetPath, { status: 429, headers: { 'retry-after': '86400' } });
  // No date as HTTP has them: nothing was asked for.
  proxy.next(rulesetPath, { status: 502, headers: { 'retry-after': '2999-01-01' } });
  proxy.next(rulesetPath, { status: 200, body: '{"version":"x"}' });
  const problems: string[] = [];
  const client = clientOf({
    apiKey,
    baseUrl: proxy.url,
    mode: 'polling',
    reports: false,
    onProblem: (problem) => problems.push(problem),
    timing: { timeout: 5_001, firstWait: 1_000, longestWait: 60_000 },
    platform: {
      random: () => 0,
      after: (milliseconds, work) => {
        const isTimeout = milliseconds === 5_001 || milliseconds === 5_000;
        if (!isTimeout) waited.push(milliseconds);
        const timer = setTimeout(work, isTimeout ? milliseconds : 5);
        return () => clearTimeout(timer);
      },
    },
  });
  await client.ready();
  await server.send('DELETE', `/v1/keys/${id}`);
  await until(client, 'OFF');
  expect(waited.slice(0, 5)).toEqual([7_000, 60_000, 2_000, 4_000, 27_000]);
  expect(problems.slice(0, 4)).toEqual([
    'the server answered with status 503',
    'the server answered with status 429',
    'the server answered with status 502',
    'the server sent something that is no ruleset',
  ]);
  expect(client.variation('checkout', ada, false)).toBe(true);
  const asked = proxy.seen.length;
  await client.flush();
  expect(proxy.seen.length).toBe(asked);
});

it('SD-05 a stream that falls silent counts as dead', async () => {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', true)]);
  const { key: apiKey } = await server.key('secret');
  const proxy = await faultyProxy(server.url);
  const timing = { silence: 100, timeout: 5_000 };
  const problems: string[] = [];
  const onProblem = (problem: string): unknown => problems.push(problem);
  const client = clientOf({ apiKey, baseUrl: proxy.url, reports: false, timing, onProblem });
  await until(client, 'VALID');
  await until(client, 'INTERRUPTED');
  expect(problems).toContain('the server was silent for too long');
  await until(client, 'VALID');
});

it('P04 a key of browsers, which gets no rules, turns a client off that needs them', async () => {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', true)]);
  const { key: apiKey } = await server.key('publishable');
  for (const mode of ['streaming', 'polling'] as const) {
    const problems: string[] = [];
    const onProblem = (problem: string): unknown => problems.push(problem);
    const client = clientOf({ apiKey, baseUrl: server.url, mode, reports: false, onProblem });
    expect([await client.ready(), client.status, problems]).toEqual([
      false,
      'OFF',
      [
        mode === 'streaming'
          ? 'the key is for browsers and gets no rules: give it to a RemoteFlagClient'
          : 'the server does not allow this to the key',
      ],
    ]);
  }
});

it('whoever waited until a client is ready finds it VALID', async () => {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', true)]);
  const { key: apiKey } = await server.key('secret');
  for (const mode of ['streaming', 'polling'] as const) {
    const client = clientOf({ apiKey, baseUrl: server.url, mode, reports: false });
    expect([await client.ready(), client.status]).toEqual([true, 'VALID']);
  }
});

it('ready resolves in every case', async () => {
  const nowhere = { apiKey: 'sk_test_x', baseUrl: 'http://127.0.0.1:9', reports: false } as const;
  expect(await clientOf(nowhere).ready({ timeoutMs: 20 })).toBe(false);
  expect(await clientOf({}).ready()).toBe(false);
  expect(await clientOf({ mode: 'offline' }).ready()).toBe(false);
  const closed = clientOf(nowhere);
  const waiting = closed.ready({ timeoutMs: 100_000 });
  await closed.close();
  expect(await waiting).toBe(false);
});
