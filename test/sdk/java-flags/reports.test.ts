// What clients of the SDK for Java tell the server of evaluations.
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { resource } from '../../support/control-plane.ts';
import { useDatabases } from '../../support/databases.ts';
import { type FaultyProxy, faultyProxy } from '../../components/features/client/support/faulty-proxy.ts';
import { flag, flagServer } from '../../components/features/delivery/support/flag-server.ts';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { flagProgram } from './flag-programs.ts';
import { startJavaFlags } from './java-flags.ts';
import { notTried } from '../../support/not-tried.ts';

const databases = useDatabases('embedded');
const reportPath = '/v1/flag-reports';
const ada = { user: { key: 'ada', email: 'ada@acme.com', role: 'admin' } };

async function reporting(more: Readonly<Record<string, unknown>> = {}) {
  const server = await flagServer(await databases.shared());
  await server.apply([
    flag('checkout', true),
    resource('Flag', 'price', {
      variations: { low: 1, high: 2 },
      fallthrough: { rollout: { low: 50, high: 50 }, by: 'user.key' },
      experiment: { metrics: [{ key: 'bought', event: 'purchase' }], control: 'low' },
    }),
    resource('EventSchema', 'purchase', {}),
    resource('ContextKind', 'user', { attributes: { email: { type: 'string', sensitive: true } } }),
  ]);
  const { key: secretKey } = await server.key('secret');
  const proxy = await faultyProxy(server.url);
  const java = await startJavaFlags();
  const client = await java.client({ secretKey, baseUrl: proxy.url, ...more });
  await client.ready();
  return { server, proxy, client };
}

/** Counts by flag and variation, since they are told in no order. */
const reportsOf = (proxy: FaultyProxy) =>
  proxy.seen
    .filter(({ path }) => path === reportPath)
    .map(({ body, status }) => {
      const report = JSON.parse(body);
      report.counts?.sort((one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
      return { status, ...report };
    });

if (hasJdk()) {
  test('Java counts what was served by variation and reason, contexts once and without what is sensitive, exposures once', async () => {
    const { client, proxy, server } = await reporting({
      reports: { interval: 3_600_000, sensitive: { user: 'phone' } },
    });
    for (let time = 0; time < 3; time += 1) {
      await client.ask('checkout', ada, false);
      await client.ask('price', { user: { ...ada.user, phone: '555' } }, 0);
    }
    await client.ask('checkout', { user: { key: 'bob' } }, 'no boolean');
    // Keys that a server would not take spoil nothing.
    for (const key of ['', 'x'.repeat(300)]) await client.ask(key, { user: { key: 'bob' } }, false);
    await client.flush();
    const { variant: price } = await client.ask('price', { user: { key: 'ada' } }, 0);
    const [report] = reportsOf(proxy);
    expect(report).toEqual({
      status: 200,
      counts: [
        { flag: 'checkout', variation: 'on', reason: 'STATIC', count: 3 },
        { flag: 'checkout', variation: null, reason: 'ERROR', count: 1 },
        { flag: 'price', variation: price, reason: 'SPLIT', count: 3 },
      ],
      contexts: [{ user: { key: 'ada', role: 'admin' } }, { user: { key: 'bob' } }],
      exposures: [{ flag: 'price', variation: price, by: 'user.key', unit: 'ada', at: expect.any(String) }],
    });
    expect(JSON.stringify(proxy.seen)).not.toMatch(/acme\.com|555/u);
    const { flags } = await server.send('GET', '/v1/flag-usage');
    expect(flags).toContainEqual(expect.objectContaining({ key: 'checkout', evaluations: 4 }));
  });

  test('a report of Java that fails is made up for by the next one, and one that is refused is the last', async () => {
    const { client, proxy } = await reporting({ reports: { interval: 3_600_000, contexts: false } });
    const served = async (): Promise<void> => {
      await client.ask('checkout', ada, false);
      await client.flush();
    };
    const counts = (count: number) => [{ flag: 'checkout', variation: 'on', reason: 'STATIC', count }];
    proxy.next(reportPath, { status: 503 });
    await served();
    await served();
    expect(reportsOf(proxy)).toEqual([
      { status: 503, counts: counts(1) },
      { status: 200, counts: counts(2) },
    ]);
    proxy.next(reportPath, { status: 400 });
    // A page of something in between says nothing of the key.
    proxy.next(reportPath, { status: 403, body: '<h1>Blocked</h1>' });
    proxy.next(reportPath, { status: 403, body: '{"success":false,"error":{"code":"auth/scope-missing"}}' });
    for (let time = 0; time < 4; time += 1) await served();
    // What the server does not understand is not told again.
    expect(reportsOf(proxy).slice(2)).toEqual([
      { status: 400, counts: counts(1) },
      { status: 403, counts: counts(1) },
      { status: 403, counts: counts(2) },
    ]);
    expect(client.problems).toEqual([
      'evaluations were not reported: the server answered with status 503',
      'evaluations were not reported: the server answered with status 400',
      'evaluations were not reported: the server answered with status 403',
      'evaluations are not reported any more: the server does not allow this to the key',
    ]);
    expect([await client.status(), await client.value('checkout', {}, false)]).toEqual(['VALID', true]);
  });

  test('Java reports now and then, and what is left when it is closed; who does not want reports sends none', async () => {
    const { client, proxy } = await reporting({ reports: { interval: 1_000 } });
    await client.ask('checkout', ada, false);
    await expect.poll(() => reportsOf(proxy).length).toBe(1);
    await client.ask('checkout', ada, false);
    await client.close();
    expect(reportsOf(proxy).map(({ counts }) => counts[0].count)).toEqual([1, 1]);
    await client.flush();
    const silent = await reporting({ reports: false });
    await silent.client.ask('checkout', ada, false);
    await silent.client.flush();
    await silent.client.close();
    expect(reportsOf(silent.proxy)).toEqual([]);
    expect(reportsOf(proxy).length).toBe(2);
  });

  test('FR-F008 Java tells of exposures again where an experiment begins anew, and keeps what is sensitive and what is too much', async () => {
    const { stdout } = await execa('java', await flagProgram('reports.ReportChecks'));
    expect(JSON.parse(stdout)).toEqual({
      exposed: [1, 0, 0, 0, 1, 1, 0, 1],
      withheld: [1, 0, 1],
      // Of one flag every evaluation is counted; of keys that nobody knows, of contexts and of exposures only so many.
      bounded: [30_001, 10_000, 100, 10_000, 1_000],
      sampled: 100,
    });
  });
} else {
  notTried('the reports of the SDK for Java are not seen', jdkNeeds);
}
