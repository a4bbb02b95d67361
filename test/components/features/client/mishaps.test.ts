import { expect, it } from 'vitest';
import { TestFlagData } from '../../../../src/components/features/client/index.ts';
import { useDatabases } from '../../../support/databases.ts';
import { flag, flagServer } from '../delivery/support/flag-server.ts';
import { clientOf, nextChange, until } from './support/client-of.ts';
import { faultyProxy } from './support/faulty-proxy.ts';

const databases = useDatabases('embedded');
const streamPath = '/v1/flag-ruleset/stream';
const events = { 'content-type': 'text/event-stream' };
const ada = { user: { key: 'ada' } };

async function serving() {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', true)]);
  const { key: apiKey } = await server.key('secret');
  return { server, apiKey, proxy: await faultyProxy(server.url) };
}

function kept(isOn: boolean): string {
  const data = TestFlagData.create();
  data.flag('checkout').fallthrough(isOn ? 'on' : 'off');
  return JSON.stringify({ version: 'of yesterday', ruleset: data.ruleset() });
}

it('SD-05 a patch for another version, or none at all, is answered by asking for everything', async () => {
  const { apiKey, proxy } = await serving();
  const put = `event: put\ndata: ${kept(false)}\n\n`;
  const patch = JSON.stringify({
    format: 1,
    from: 'another',
    version: 'x',
    revision: 1,
    madeAt: 0,
    flags: { checkout: null },
  });
  for (const broken of [
    `event: patch\ndata: ${patch}\n\n`,
    'event: patch\ndata: {\n\n',
    'event: put\ndata: {"version":"x","ruleset":{}}\n\n',
  ]) {
    proxy.next(streamPath, { status: 200, headers: events, body: put + broken });
  }
  const client = clientOf({ apiKey, baseUrl: proxy.url, reports: false });
  await expect.poll(() => client.variation('checkout', ada, false)).toBe(true);
  const asked = proxy.seen.filter(({ path }) => path === streamPath);
  expect(asked.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, undefined, undefined, undefined]);
});

it('FR-F007 a bootstrap is evaluated until the server is heard of, and when it never is', async () => {
  const { apiKey, proxy } = await serving();
  proxy.next(streamPath, { silent: true });
  const client = clientOf({
    apiKey,
    baseUrl: proxy.url,
    reports: false,
    bootstrap: kept(false),
    timing: { timeout: 300 },
  });
  expect([await client.ready(), client.status, client.variation('checkout', ada, true)]).toEqual([
    true,
    'INITIALIZING',
    false,
  ]);
  await nextChange(client, 'checkout');
  await until(client, 'VALID');
  expect(client.variation('checkout', ada, false)).toBe(true);
  const problems: string[] = [];
  const onProblem = (problem: string): unknown => problems.push(problem);
  const offline = clientOf({ mode: 'offline', bootstrap: kept(true), onProblem });
  expect([await offline.ready(), offline.status, offline.variation('checkout', ada, false)]).toEqual([
    true,
    'VALID',
    true,
  ]);
  const broken = clientOf({ mode: 'offline', bootstrap: '{"version":1', onProblem });
  expect([await broken.ready(), broken.status]).toEqual([false, 'OFF']);
  expect(problems).toEqual(['the bootstrap is no ruleset']);
});

it('EC-07 flags that change together are never seen apart, while streams break and come back', async () => {
  const { apiKey, proxy, server } = await serving();
  const client = clientOf({ apiKey, baseUrl: proxy.url, reports: false });
  const pair = (isOn: boolean) => server.apply([flag('first', isOn), flag('second', isOn)]);
  await pair(true);
  await client.ready();
  await expect.poll(() => client.variation('first', ada, false)).toBe(true);
  let looks = 0;
  let isOver = false;
  const look = async (): Promise<void> => {
    while (!isOver) {
      const { first, second } = client.allFlags(ada).toObject();
      expect(first).toBe(second);
      looks += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const looking = look();
  for (const round of [0, 1, 2, 3]) {
    if (round === 2) proxy.cut();
    await pair(round % 2 === 1);
    await expect.poll(() => client.variation('second', ada, null)).toBe(round % 2 === 1);
  }
  isOver = true;
  await looking;
  expect(looks).toBeGreaterThan(4);
});
