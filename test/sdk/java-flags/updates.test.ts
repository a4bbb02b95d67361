// Clients of the SDK for Java against the real server, over connections that break.
import { expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { apiVersions } from '../../../src/server/request/api-version.ts';
import { useDatabases } from '../../support/databases.ts';
import { faultyProxy } from '../../components/features/client/support/faulty-proxy.ts';
import { flag, flagServer, gated } from '../../components/features/delivery/support/flag-server.ts';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { startJavaFlags } from './java-flags.ts';
import { notTried } from '../../support/not-tried.ts';

const databases = useDatabases('embedded');
const rulesetPath = '/v1/flag-ruleset';
const streamPath = '/v1/flag-ruleset/stream';
const ada = { user: { key: 'ada' } };
const polling = { mode: 'POLLING', pollInterval: 1_000, reports: false };

async function serving() {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', true), flag('other', true)]);
  const { id, key: secretKey } = await server.key('secret');
  return { server, id, secretKey, proxy: await faultyProxy(server.url), java: await startJavaFlags() };
}

if (hasJdk()) {
  test('SD-05 Java goes from INITIALIZING to VALID, feels changes as they come, and is OFF when it is closed', async () => {
    const { java, proxy, secretKey, server } = await serving();
    proxy.always(streamPath, { silent: true });
    const client = await java.client({
      secretKey,
      baseUrl: proxy.url,
    });
    expect(await client.status()).toBe('INITIALIZING');
    expect(await client.ask('checkout', ada, false)).toMatchObject({
      value: false,
      variant: null,
      reason: 'ERROR',
      errorCode: 'PROVIDER_NOT_READY',
    });
    expect(await client.ready(1)).toBe(false);
    proxy.heal();
    proxy.cut();
    expect([await client.ready(), await client.status()]).toEqual([true, 'VALID']);
    expect(await client.ask('checkout', ada, false)).toEqual({ value: true, variant: 'on', reason: 'STATIC' });
    const before = client.changes.length;
    await server.apply([flag('checkout', false), flag('other', true)]);
    await expect.poll(() => client.changes.slice(before).map(({ keys }) => keys)).toEqual([['checkout']]);
    expect([await client.value('checkout', ada, true), await client.value('other', ada, false)]).toEqual([false, true]);
    await client.close();
    await expect
      .poll(() => client.statuses)
      .toEqual([{ status: 'VALID' }, { status: 'OFF', problem: 'it was closed' }]);
    expect([await client.value('other', ada, false), await client.status()]).toEqual([true, 'OFF']);
  });

  test('SC-005 in Java a flag behind an entitlement follows the plan of a tenant', async () => {
    const { java, secretKey, server } = await serving();
    await server.apply(gated('reports', 'reporting'));
    await server.send('POST', '/v1/tenants', { id: 'acme', name: 'Acme' });
    await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'free' });
    const client = await java.client({ secretKey, baseUrl: server.url });
    await client.ready();
    const context = { ...ada, tenant: { key: 'acme' } };
    expect(await client.ask('reports', context, false)).toMatchObject({
      value: false,
      reason: 'plan_restriction',
      requiredPlan: 'pro',
    });
    const before = client.changes.length;
    await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'pro' });
    await expect.poll(() => client.changes.slice(before).map(({ keys }) => keys)).toEqual([['reports']]);
    expect(await client.value('reports', context, false)).toBe(true);
  });

  test('SD-05 a stream that is cut in the middle of an event loses nothing in Java', async () => {
    const { java, proxy, secretKey, server } = await serving();
    proxy.next(streamPath, { cutAfter: 300 });
    proxy.next(streamPath, { cutAfter: 20 });
    proxy.next(streamPath, { piecesOf: 1 });
    const client = await java.client({ secretKey, baseUrl: proxy.url, reports: false });
    expect(await client.ready()).toBe(true);
    expect(await client.value('checkout', ada, false)).toBe(true);
    const before = client.statuses.length;
    proxy.cut();
    await client.became('INTERRUPTED', before);
    expect(await client.value('checkout', ada, false)).toBe(true);
    await server.apply([flag('checkout', false)]);
    await client.until('VALID');
    await expect.poll(() => client.value('checkout', ada, true)).toBe(false);
    const last = proxy.seen.filter(({ path }) => path === streamPath).at(-1);
    expect(last?.headers['last-event-id']).toMatch(/^[0-9a-f]{64}$/u);
    expect(last?.headers).toMatchObject({
      accept: 'text/event-stream',
      authorization: `Bearer ${secretKey}`,
      'dream-version': apiVersions.at(-1),
      'user-agent': `dream-sdk-java/${packageJson.version}`,
    });
  });

  test('SD-05 without streams Java polls the rules, and comes back to streams', async () => {
    const { java, proxy, secretKey, server } = await serving();
    proxy.always(streamPath, { status: 404 });
    const client = await java.client({ secretKey, baseUrl: proxy.url, reports: false });
    await client.until('VALID');
    expect(await client.value('checkout', ada, false)).toBe(true);
    expect(proxy.seen.filter(({ path }) => path === streamPath).length).toBeGreaterThanOrEqual(3);
    proxy.heal();
    const streams = () => proxy.seen.filter(({ path, status }) => path === streamPath && status === 200).length;
    await expect.poll(streams).toBe(1);
    await server.apply([flag('checkout', false)]);
    await expect.poll(() => client.value('checkout', ada, true)).toBe(false);
  });

  test('FR-F007 a polling client of Java is not sent again what it has', async () => {
    const { java, proxy, secretKey, server } = await serving();
    const client = await java.client({ ...polling, secretKey, baseUrl: proxy.url });
    await client.until('VALID');
    await expect.poll(() => proxy.seen.map(({ path, status }) => [path, status])).toContainEqual([rulesetPath, 304]);
    await server.apply([flag('checkout', false)]);
    await expect.poll(() => client.value('checkout', ada, true)).toBe(false);
    expect(proxy.seen.map(({ status }) => status).filter((status) => status !== 304)).toEqual([200, 200]);
  });

  test('SD-05 what stands between and refuses keeps no client of Java off', async () => {
    const { java, proxy, secretKey } = await serving();
    // A page, JSON of another form, JSON cut short, and a server that has nothing yet to be unchanged.
    proxy.next(rulesetPath, { status: 401, body: '<h1>Sign in</h1>' });
    proxy.next(rulesetPath, { status: 403, body: '{"error":{"message":"blocked"}}' });
    proxy.next(rulesetPath, { status: 403, body: '{"error":{"code":"auth/' });
    proxy.next(rulesetPath, { status: 407 });
    proxy.next(rulesetPath, { status: 304 });
    const client = await java.client({ ...polling, secretKey, baseUrl: proxy.url });
    expect(await client.ready()).toBe(true);
    expect(await client.value('checkout', ada, false)).toBe(true);
    expect(client.problems).toEqual([
      ...[401, 403, 403, 407].map((status) => `the server answered with status ${status}`),
      'the server sent something that is no ruleset',
    ]);
    await expect.poll(() => client.statuses).toEqual([{ status: 'VALID' }]);
  });

  test('SD-05 a server that refuses the key is not asked again by Java', async () => {
    const { id, java, proxy, secretKey, server } = await serving();
    proxy.next(rulesetPath, { status: 503, headers: { 'retry-after': '7' } });
    proxy.next(rulesetPath, { status: 200, body: '{"version":"x"}' });
    proxy.next(rulesetPath, { status: 302, headers: { location: `${server.url}${rulesetPath}` } });
    const client = await java.client({ ...polling, secretKey, baseUrl: proxy.url });
    await client.ready();
    await server.send('DELETE', `/v1/keys/${id}`);
    await client.until('OFF');
    expect(client.problems).toEqual([
      'the server answered with status 503',
      'the server sent something that is no ruleset',
      'the server answered with status 302',
      'the server does not know the key',
    ]);
    expect(await client.value('checkout', ada, false)).toBe(true);
    const asked = proxy.seen.length;
    await client.close();
    expect(proxy.seen.length).toBe(asked);
    await expect
      .poll(() => client.statuses.at(-1))
      .toEqual({ status: 'OFF', problem: 'the server does not know the key' });
  });

  test('SD-05 a stream that falls silent counts as dead in Java', async () => {
    const { java, proxy, secretKey } = await serving();
    const timing = { silence: 1_000 };
    const client = await java.client({ secretKey, baseUrl: proxy.url, reports: false, timing });
    await client.became('INTERRUPTED');
    expect(client.problems).toContain('the server was silent for too long');
    await client.became('VALID', 2);
  });

  test('FR-F007 behind what lets nothing of a stream through, Java serves flags all the same', async () => {
    const { java, proxy, secretKey } = await serving();
    proxy.always(streamPath, { silent: true });
    const timing = { firstWord: 5 };
    const client = await java.client({ secretKey, baseUrl: proxy.url, reports: false, timing });
    expect([await client.ready(), await client.status()]).toEqual([true, 'VALID']);
    expect(await client.value('checkout', ada, false)).toBe(true);
    expect(proxy.seen.map(({ path }) => path).toSorted()).toEqual([rulesetPath, streamPath]);
  });

  test('P04 a key of browsers, which gets no rules, turns a client of Java off', async () => {
    const { java, server } = await serving();
    const { key: secretKey } = await server.key('publishable');
    const asked = {
      STREAMING: 'the key is for browsers and gets no rules',
      POLLING: 'the server does not allow this to the key',
    };
    for (const [mode, problem] of Object.entries(asked)) {
      const client = await java.client({ secretKey, baseUrl: server.url, mode, reports: false });
      expect([await client.ready(), await client.status(), client.problems]).toEqual([false, 'OFF', [problem]]);
    }
  });

  test('SD-05 a patch for another version, or none at all, is answered by asking for everything', async () => {
    const { java, proxy, secretKey } = await serving();
    const put = `event: put\ndata: ${kept(false)}\n\n`;
    const none = { format: 1, from: 'another', version: 'x', revision: 1, madeAt: 0, flags: { checkout: null } };
    const bodies = [
      `event: patch\ndata: ${JSON.stringify(none)}\n\n`,
      'event: patch\ndata: {\n\n',
      'event: put\ndata: {"version":"x","ruleset":{}}\n\n',
    ];
    const headers = { 'content-type': 'text/event-stream' };
    for (const broken of bodies) proxy.next(streamPath, { status: 200, headers, body: put + broken });
    const client = await java.client({ secretKey, baseUrl: proxy.url, reports: false });
    await expect.poll(() => client.value('checkout', ada, false)).toBe(true);
    const asked = proxy.seen.filter(({ path }) => path === streamPath);
    expect(asked.map((one) => one.headers['last-event-id'])).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('FR-F007 in Java a bootstrap is evaluated until the server is heard of, and when it never is', async () => {
    const { java, proxy, secretKey } = await serving();
    proxy.always(streamPath, { silent: true });
    const options = {
      secretKey,
      baseUrl: proxy.url,
      reports: false,
      bootstrap: kept(false),
    };
    const client = await java.client(options);
    expect([await client.ready(), await client.status(), await client.value('checkout', ada, true)]).toEqual([
      true,
      'INITIALIZING',
      false,
    ]);
    proxy.heal();
    proxy.cut();
    // A stream that begins makes it VALID; the rules may come in its next piece.
    await expect.poll(() => client.value('checkout', ada, false)).toBe(true);
    expect(await client.status()).toBe('VALID');
    const offline = await java.client({ mode: 'OFFLINE', bootstrap: kept(true) });
    expect([await offline.ready(), await offline.status(), await offline.value('checkout', ada, false)]).toEqual([
      true,
      'VALID',
      true,
    ]);
    expect(
      await (await java.client({ mode: 'OFFLINE', bootstrap: await client.ruleset() })).value('other', ada, false),
    ).toBe(true);
    const broken = await java.client({ mode: 'OFFLINE', bootstrap: '{"version":1' });
    expect([await broken.ready(), await broken.status(), broken.problems]).toEqual([
      false,
      'OFF',
      ['the bootstrap is no ruleset'],
    ]);
    const nowhere = await java.client({});
    expect([await nowhere.ready(), await nowhere.status(), nowhere.problems]).toEqual([
      false,
      'OFF',
      ['without `secretKey` and `baseUrl` there is no server to ask'],
    ]);
  });

  test('EC-07 flags that change together are never seen apart in Java, while streams break and come back', async () => {
    const { java, proxy, secretKey, server } = await serving();
    const client = await java.client({ secretKey, baseUrl: proxy.url, reports: false });
    const pair = (isOn: boolean) => server.apply([flag('first', isOn), flag('second', isOn)]);
    await pair(true);
    await client.ready();
    let looks = 0;
    let isOver = false;
    const look = async (): Promise<void> => {
      while (!isOver) {
        const { first, second } = (await client.all(ada)) as { readonly first?: unknown; readonly second?: unknown };
        expect(first).toBe(second);
        looks += 1;
      }
    };
    const looking = look();
    for (const round of [0, 1, 2, 3]) {
      if (round === 2) proxy.cut();
      await pair(round % 2 === 1);
      await expect.poll(() => client.value('second', ada, round % 2 === 0)).toBe(round % 2 === 1);
    }
    isOver = true;
    await looking;
    expect(looks).toBeGreaterThan(4);
  });
} else {
  notTried('the updates of the SDK for Java are not followed', jdkNeeds);
}

/** An answer of a server of yesterday. */
function kept(isOn: boolean): string {
  const checkout = {
    state: 'on',
    variations: { on: true, off: false },
    fallthrough: { variation: isOn ? 'on' : 'off' },
    clientSide: true,
  };
  const rules = { flags: { checkout }, segments: {}, entitlements: {} };
  return JSON.stringify({
    version: 'of yesterday',
    ruleset: { format: 1, environment: 'test', revision: 0, madeAt: 0, ...rules },
  });
}
