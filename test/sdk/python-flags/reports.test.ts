// What clients of the SDK for Python tell the server of evaluations.
import { describe, expect, test } from 'vitest';
import { type FaultyProxy, faultyProxy } from '../../components/features/client/support/faulty-proxy.ts';
import { flag, flagServer } from '../../components/features/delivery/support/flag-server.ts';
import { resource } from '../../support/control-plane.ts';
import { useDatabases } from '../../support/databases.ts';
import { type ClientKind, startFlagProgram } from './flag-program.ts';
import { withPython } from './with-python.ts';

const databases = useDatabases('embedded');
const reportPath = '/v1/flag-reports';

async function reporting(kind: ClientKind, reports: unknown = true) {
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
  const { key: secret_key } = await server.key('secret');
  const proxy = await faultyProxy(server.url);
  const program = startFlagProgram(kind);
  await program.make({ secret_key, base_url: proxy.url, mode: 'polling', reports });
  expect(await program.ask({ do: 'ready' })).toBe(true);
  const serve = (key: string, user: object, fallback: unknown, times = 1): Promise<unknown> =>
    program.ask({ do: 'variation', key, context: { user }, default: fallback, times });
  return { server, proxy, program, serve };
}

const reportsOf = (proxy: FaultyProxy) =>
  proxy.seen.filter(({ path }) => path === reportPath).map(({ body, status }) => ({ status, ...JSON.parse(body) }));

withPython('reporting', () => {
  describe('what is reported', () => {
    test.each(['sync', 'async'] as const)(
      'is counts, contexts without what is sensitive, and exposures (%s)',
      async (kind) => {
        const { program, proxy, serve, server } = await reporting(kind);
        const ada = { key: 'ada', email: 'ada@acme.com', role: 'admin' };
        await serve('checkout', ada, false, 3);
        const price = await serve('price', ada, 0, 3);
        await serve('checkout', { key: 'bob', age: 5, tags: ['a', null], deep: { a: 1.5 } }, 'no boolean');
        // Keys that a server would not take spoil nothing.
        for (const key of ['', 'x'.repeat(300)]) await serve(key, { key: 'bob' }, false);
        await program.ask({ do: 'flush' });
        const variation = price === 1 ? 'low' : 'high';
        expect(reportsOf(proxy)).toEqual([
          {
            status: 200,
            counts: [
              { flag: 'checkout', variation: 'on', reason: 'STATIC', count: 3 },
              { flag: 'checkout', variation: null, reason: 'ERROR', count: 1 },
              { flag: 'price', variation, reason: 'SPLIT', count: 3 },
            ],
            contexts: [{ user: { key: 'ada', role: 'admin' } }, { user: { key: 'bob' } }],
            exposures: [
              {
                flag: 'price',
                variation,
                by: 'user.key',
                unit: 'ada',
                at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
              },
            ],
          },
        ]);
        expect(JSON.stringify(proxy.seen)).not.toContain('acme.com');
        const { flags } = await server.send('GET', '/v1/flag-usage');
        expect(flags).toContainEqual(expect.objectContaining({ key: 'checkout', evaluations: 4 }));
      },
    );

    test('is made up for by the next report where one fails, and is over where one is refused', async () => {
      const { program, proxy, serve } = await reporting('sync', { contexts: false });
      const serveAndFlush = async (): Promise<void> => {
        await serve('checkout', { key: 'ada' }, false);
        await program.ask({ do: 'flush' });
      };
      proxy.next(reportPath, { status: 503 });
      await serveAndFlush();
      await serveAndFlush();
      proxy.next(reportPath, { status: 400 });
      await serveAndFlush();
      await serveAndFlush();
      proxy.next(reportPath, { status: 403, body: '<h1>Forbidden</h1>' });
      await serveAndFlush();
      await serveAndFlush();
      proxy.next(reportPath, { status: 403, body: '{"error":{"code":"auth/scope-missing"}}' });
      await serveAndFlush();
      await serveAndFlush();
      const counts = (count: number) => [{ flag: 'checkout', variation: 'on', reason: 'STATIC', count }];
      expect(reportsOf(proxy)).toEqual([
        { status: 503, counts: counts(1) },
        { status: 200, counts: counts(2) },
        { status: 400, counts: counts(1) },
        { status: 200, counts: counts(1) },
        { status: 403, counts: counts(1) },
        { status: 200, counts: counts(2) },
        { status: 403, counts: counts(1) },
      ]);
      expect((await program.state()).problems).toEqual([
        'evaluations were not reported: the server answered with status 503',
        'evaluations were not reported: the server answered with status 400',
        'evaluations were not reported: the server answered with status 403',
        'evaluations are not reported any more: the server does not allow this to the key',
      ]);
    });

    test('leaves out what the program itself calls sensitive, also of what was dealt', async () => {
      const { program, proxy, serve } = await reporting('sync', { sensitive: { user: ['key', 'role'] } });
      await serve('price', { key: 'ada', role: 'admin', plan: 'pro' }, 0);
      await program.ask({ do: 'close' });
      expect(reportsOf(proxy).map(({ contexts, exposures }) => ({ contexts, exposures }))).toEqual([
        { contexts: undefined, exposures: undefined },
      ]);
    });

    test('is nothing where the program says so', async () => {
      const { program, proxy, serve } = await reporting('sync', false);
      await serve('checkout', { key: 'ada' }, false);
      await program.ask({ do: 'close' });
      expect(reportsOf(proxy)).toEqual([]);
    });
  });
});
