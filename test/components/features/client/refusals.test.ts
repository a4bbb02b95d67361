import { expect, it, onTestFinished } from 'vitest';
import { RemoteFlagClient } from '../../../../src/components/features/client/index.ts';
import { useDatabases } from '../../../support/databases.ts';
import { flag, flagServer } from '../delivery/support/flag-server.ts';
import { clientOf, quick, until } from './support/client-of.ts';
import { type Fault, faultyProxy } from './support/faulty-proxy.ts';

const databases = useDatabases('embedded');
const paths = ['/v1/flag-ruleset', '/v1/flag-ruleset/stream', '/v1/flag-evaluations', '/v1/flag-reports'];
const ada = { user: { key: 'ada', email: 'ada@acme.com' } };

async function serving() {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', true, { clientSide: true })]);
  const [{ key: secret }, { key: publishable }] = [await server.key('secret'), await server.key('publishable')];
  const proxy = await faultyProxy(server.url);
  const always = (fault: Fault): void => {
    for (const path of paths) proxy.always(path, fault);
  };
  const remote = (apiKey = publishable): RemoteFlagClient => {
    const client = new RemoteFlagClient({ apiKey, baseUrl: proxy.url, context: ada, timing: quick });
    onTestFinished(() => client.close());
    return client;
  };
  const local = (mode: 'streaming' | 'polling') => clientOf({ apiKey: secret, baseUrl: proxy.url, mode });
  return { always, local, proxy, remote };
}

it.each<Fault>([
  { status: 403, headers: { 'content-type': 'text/html' }, body: '<h1>Blocked</h1>' },
  { status: 401 },
  { status: 403, body: '{"message":"Forbidden"}' },
  { status: 401, body: '{"error":{"code":7}}' },
  { status: 403, body: 'null' },
])('SD-05 a refusal by something in between passes: %j', async (fault) => {
  const { always, local, proxy, remote } = await serving();
  always(fault);
  const clients = [local('streaming'), local('polling'), remote()];
  await expect.poll(() => proxy.seen.length).toBeGreaterThan(12);
  expect(clients.map(({ status }) => status)).toEqual(['INITIALIZING', 'INITIALIZING', 'INITIALIZING']);
  proxy.heal();
  await Promise.all(clients.map((client) => until(client, 'VALID')));
});

it('SD-05 a refusal that never ends is none of the server’s, and is not read to its end', async () => {
  const problems: string[] = [];
  let pieces = 0;
  const fetch = async (): Promise<Response> => {
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      pieces += 1;
      controller.enqueue(new Uint8Array(16_384).fill(32));
      if (pieces > 1_000) controller.error(new Error('it was read on and on'));
    };
    return new Response(new ReadableStream<Uint8Array>({ pull }), { status: 403 });
  };
  const onProblem = (problem: string): unknown => problems.push(problem);
  const options = {
    apiKey: 'sk_test_1',
    baseUrl: 'http://flags',
    reports: false,
    platform: { fetch },
    onProblem,
  } as const;
  const client = clientOf({ ...options, mode: 'polling', timing: { firstWait: 60_000, longestWait: 60_000 } });
  await expect.poll(() => problems).toEqual(['the server answered with status 403']);
  expect([pieces < 10, client.status]).toEqual([true, 'INITIALIZING']);
});

it('SD-05 a refusal by the server itself is for good', async () => {
  const { always, local, remote } = await serving();
  always({ status: 403, body: '{"success":false,"error":{"code":"auth/environment-mismatch"}}' });
  for (const client of [local('streaming'), local('polling'), remote()]) {
    await until(client, 'OFF');
    expect(await client.ready()).toBe(false);
  }
});

it('P03 redirects are not followed: neither a key nor what is known of users goes to another host', async () => {
  const { always, local, proxy, remote } = await serving();
  const other = await faultyProxy(proxy.url);
  const browser = remote();
  const server = local('polling');
  await Promise.all([browser.ready(), server.ready()]);
  server.variation('checkout', ada, false);
  always({ status: 307, headers: { location: `${other.url}/v1/flag-ruleset` } });
  await Promise.all([server.flush(), browser.identify(ada)]);
  const reported = () => proxy.seen.filter(({ path }) => path === '/v1/flag-reports').map(({ status }) => status);
  expect([other.seen, reported()]).toEqual([[], [307]]);
  // It may have been meant for a while: nothing is lost.
  proxy.heal();
  await server.flush();
  expect(reported()).toEqual([307, 200]);
  expect(server.status).toBe('VALID');
});

it.each<[what: string, life: number, waits: readonly number[]]>([
  ['ends at once, again and again, is asked for ever more seldom, but no more so than by polling', 0, [1, 2, 4, 4, 4]],
  ['ends after a while is asked for soon, each time', 20_000, [1, 1, 1, 1, 1]],
])('SD-05 a stream of rules that %s', async (_what, life, expected) => {
  const { proxy } = await serving();
  const put = 'event: put\ndata: {"version":"one","ruleset":{"format":1,"flags":{}}}\n\n';
  const events = { 'content-type': 'text/event-stream' };
  proxy.always('/v1/flag-ruleset/stream', { status: 200, headers: events, body: put });
  const waits: number[] = [];
  let time = 0;
  clientOf({
    apiKey: 'sk_test_1',
    baseUrl: proxy.url,
    reports: false,
    pollInterval: 4_000,
    timing: { firstWait: 1_000, longestWait: 9_000, timeout: 10_000 },
    platform: {
      random: () => 0,
      now: () => (time += life),
      after: (milliseconds, work) => {
        const isWait = milliseconds < 10_000;
        if (isWait) waits.push(milliseconds);
        const timer = setTimeout(work, isWait ? 1 : milliseconds);
        return () => clearTimeout(timer);
      },
    },
  });
  await expect.poll(() => waits.length).toBeGreaterThan(5);
  expect(waits.slice(0, 5)).toEqual(expected.map((seconds) => seconds * 500));
});

it('SD-05 a stream that ends at once, again and again, is asked for ever more seldom', async () => {
  const { proxy } = await serving();
  proxy.always('/v1/flag-evaluations', { status: 200, body: '{"version":"one","flags":{}}' });
  const events = { 'content-type': 'text/event-stream' };
  proxy.always('/v1/flag-ruleset/stream', { status: 200, headers: events, body: 'event: changed\ndata: {}\n\n' });
  const waits: number[] = [];
  const client = new RemoteFlagClient({
    apiKey: 'pk_test_1',
    baseUrl: proxy.url,
    reports: false,
    timing: { firstWait: 1_000, longestWait: 10_000 },
    platform: {
      random: () => 0,
      now: () => 0,
      after: (milliseconds, work) => {
        const isWait = milliseconds < 10_000;
        if (isWait) waits.push(milliseconds);
        const timer = setTimeout(work, isWait ? 1 : milliseconds);
        return () => clearTimeout(timer);
      },
    },
  });
  onTestFinished(() => client.close());
  await expect.poll(() => waits.length).toBeGreaterThan(6);
  expect(waits.slice(0, 6)).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000]);
});
