// Clients of the SDK for Python against the real control plane: how rules reach them, and what they do while none come.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { TestFlagData } from '../../../src/components/features/client/index.ts';
import { faultyProxy } from '../../components/features/client/support/faulty-proxy.ts';
import { flag, flagServer, gated } from '../../components/features/delivery/support/flag-server.ts';
import { useDatabases } from '../../support/databases.ts';
import { startFlagProgram } from './flag-program.ts';
import { withPython } from './with-python.ts';

const databases = useDatabases('embedded');
const rulesetPath = '/v1/flag-ruleset';
const streamPath = '/v1/flag-ruleset/stream';
const ada = { user: { key: 'ada' } };

async function serving(isOn = true) {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', isOn), flag('other', true)]);
  const { id, key } = await server.key('secret');
  const proxy = await faultyProxy(server.url);
  return { server, proxy, keyId: id, direct: { secret_key: key, base_url: server.url }, secret_key: key };
}

withPython('updating', () => {
  describe.each(['sync', 'async'] as const)('a client (%s)', (kind) => {
    test('SD-05 goes from INITIALIZING to VALID, feels changes as they come, and is OFF when it is closed', async () => {
      const { direct, server } = await serving();
      const program = startFlagProgram(kind);
      expect(await program.make({ secret_key: direct.secret_key, base_url: 'http://127.0.0.1:9' })).toBe(
        'INITIALIZING',
      );
      const asked = { do: 'detail', key: 'checkout', context: ada, default: false };
      expect(await program.ask(asked)).toMatchObject({
        value: false,
        reason: 'ERROR',
        errorCode: 'PROVIDER_NOT_READY',
      });
      await program.ask({ do: 'close' });
      await program.make(direct);
      expect([await program.ask({ do: 'ready' }), (await program.state()).status]).toEqual([true, 'VALID']);
      expect(await program.ask(asked)).toEqual({ value: true, variant: 'on', reason: 'STATIC', isSame: true });
      await server.apply([flag('checkout', false), flag('other', true)]);
      await expect.poll(async () => (await program.state()).changes.at(-1)).toEqual(['checkout']);
      expect([await program.value('checkout'), await program.value('other')]).toEqual([false, true]);
      expect(await program.ask({ do: 'all_flags', context: ada })).toEqual({ checkout: false, other: true });
      await program.ask({ do: 'close' });
      const { statuses, threads } = await program.state();
      expect(statuses.at(-1)).toEqual(['OFF', 'it was closed']);
      expect(statuses.filter(([status]) => status !== 'OFF').every(([status]) => status === 'VALID')).toBe(true);
      if (kind === 'async') expect(threads).toEqual(['MainThread']);
      expect(await program.value('other')).toBe(true);
    });

    test('loses nothing where a stream is cut in the middle of an event', async () => {
      const { proxy, secret_key, server } = await serving();
      proxy.next(streamPath, { cutAfter: 300 });
      proxy.next(streamPath, { cutAfter: 20 });
      proxy.next(streamPath, { piecesOf: 1 });
      const program = startFlagProgram(kind);
      await program.make({ secret_key, base_url: proxy.url });
      expect(await program.ask({ do: 'ready' })).toBe(true);
      expect(await program.value('checkout')).toBe(true);
      proxy.cut();
      await server.apply([flag('checkout', false), flag('other', true)]);
      await expect.poll(() => program.value('checkout')).toBe(false);
      expect((await program.state()).statuses.map(([status]) => status)).toContain('INTERRUPTED');
      const last = proxy.seen.filter(({ path }) => path === streamPath).at(-1);
      expect(last?.headers['last-event-id']).toMatch(/^[0-9a-f]{64}$/u);
    });

    test('polls where streams cannot be had, and comes back to them', async () => {
      const { proxy, secret_key, server } = await serving();
      proxy.always(streamPath, { status: 404 });
      const program = startFlagProgram(kind);
      await program.make({ secret_key, base_url: proxy.url });
      await program.until('VALID');
      expect(await program.value('checkout')).toBe(true);
      expect(proxy.seen.filter(({ path }) => path === streamPath).length).toBeGreaterThanOrEqual(3);
      proxy.heal();
      const streams = () => proxy.seen.filter(({ path, status }) => path === streamPath && status === 200).length;
      await expect.poll(streams).toBe(1);
      await server.apply([flag('checkout', false), flag('other', true)]);
      await expect.poll(() => program.value('checkout')).toBe(false);
    });
  });

  describe('a client', () => {
    test('follows the plan of a tenant, and what a patch takes away', async () => {
      const { direct, server } = await serving();
      await server.apply([...gated('reports', 'reporting'), flag('gone', true)]);
      await server.send('POST', '/v1/tenants', { id: 'acme', name: 'Acme' });
      await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'free' });
      const program = startFlagProgram('sync');
      await program.make(direct);
      await program.ask({ do: 'ready' });
      const asked = { do: 'detail', key: 'reports', context: { ...ada, tenant: { key: 'acme' } }, default: false };
      expect(await program.ask(asked)).toMatchObject({ value: false, reason: 'plan_restriction', requiredPlan: 'pro' });
      await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'pro' });
      await expect.poll(async () => (await program.state()).changes.at(-1)).toEqual(['reports']);
      expect(await program.ask(asked)).toMatchObject({ value: true });
      await server.apply(gated('reports', 'reporting'));
      await expect.poll(async () => (await program.state()).changes.at(-1)).toEqual(['gone']);
      expect(await program.ask({ ...asked, key: 'gone' })).toMatchObject({ errorCode: 'FLAG_NOT_FOUND' });
    });

    test('that polls is not sent again what it has', async () => {
      const { proxy, secret_key, server } = await serving();
      const program = startFlagProgram('sync');
      await program.make({ secret_key, base_url: proxy.url, mode: 'polling', poll_interval: 0 });
      await program.until('VALID');
      const statuses = () => proxy.seen.map(({ path, status }) => [path, status] as const);
      await expect.poll(() => statuses().at(-1)).toEqual([rulesetPath, 304]);
      await server.apply([flag('checkout', false), flag('other', true)]);
      await expect.poll(() => program.value('checkout')).toBe(false);
      expect(statuses().filter(([, status]) => status === 200).length).toBe(2);
    });

    test('is OFF once the server refuses its key, and does not ask again', async () => {
      const { keyId, proxy, secret_key, server } = await serving();
      proxy.next(rulesetPath, { status: 503 });
      proxy.next(rulesetPath, { status: 200, body: '{"version":"x"}' });
      const program = startFlagProgram('sync');
      await program.make({ secret_key, base_url: proxy.url, mode: 'polling' });
      expect(await program.ask({ do: 'ready' })).toBe(true);
      expect((await program.state()).problems).toEqual([
        'the server answered with status 503',
        'the server sent something that is no ruleset',
      ]);
      await program.ask({ do: 'close' });
      await server.send('DELETE', `/v1/keys/${keyId}`);
      await program.make({ secret_key, base_url: proxy.url });
      await program.until('OFF');
      const asked = proxy.seen.length;
      expect([await program.ask({ do: 'ready' }), (await program.state()).problems]).toEqual([
        false,
        ['the server does not know the key'],
      ]);
      expect(proxy.seen.length).toBe(asked);
    });

    test.each(['polling', 'streaming'])(
      'goes on where something before the server lets it not in (%s)',
      async (mode) => {
        const { proxy, secret_key } = await serving();
        const paths = mode === 'polling' ? [rulesetPath] : [rulesetPath, streamPath];
        const body = '<h1>Forbidden</h1>';
        const answers = [
          { status: 401, body },
          { status: 403, body },
          { status: 403, body: '{"error":{"message":"no code"}}' },
          { status: 307, headers: { location: 'http://127.0.0.1:9/' } },
        ];
        for (const path of paths) for (const answer of answers) proxy.next(path, answer);
        const program = startFlagProgram('sync');
        await program.make({ secret_key, base_url: proxy.url, mode });
        await program.until('VALID');
        expect(await program.value('checkout')).toBe(true);
        const told = new Set((await program.state()).problems);
        expect(told).toEqual(new Set([401, 403, 307].map((status) => `the server answered with status ${status}`)));
      },
    );

    test('takes a stream that falls silent for dead', async () => {
      const { proxy, secret_key } = await serving();
      const program = startFlagProgram('sync');
      await program.make({ secret_key, base_url: proxy.url, timing: { silence: 0.1 } });
      await expect
        .poll(async () => (await program.state()).statuses.map(([status]) => status))
        .toContain('INTERRUPTED');
      expect((await program.state()).problems).toContain('the server was silent for too long');
      await program.until('VALID');
    });

    test('is served all the same behind what lets only the beginning of a stream through', async () => {
      const data = TestFlagData.create();
      data.flag('checkout');
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(request.url ?? '');
        const isStream = request.url?.endsWith('/stream') === true;
        response.writeHead(200, { 'content-type': isStream ? 'text/event-stream' : 'application/json' });
        response.flushHeaders();
        if (!isStream) response.end(JSON.stringify({ version: 'one', ruleset: data.ruleset() }));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      onTestFinished(() => {
        server.closeAllConnections();
        server.close();
      });
      const program = startFlagProgram('sync');
      const base_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await program.make({ secret_key: 'sk_test', base_url, timing: { first_word: 0.005 } });
      expect(await program.ask({ do: 'ready' })).toBe(true);
      expect([(await program.state()).status, await program.value('checkout')]).toEqual(['VALID', true]);
      // Once, and the stream is still waited for.
      await expect.poll(() => asked.toSorted()).toEqual([rulesetPath, streamPath]);
    });

    test('is ready or not in every case, whatever it is given', async () => {
      const program = startFlagProgram('sync');
      const nowhere = { secret_key: 'sk_test_x', base_url: 'http://127.0.0.1:9' };
      const cases = [
        [nowhere, 'INITIALIZING', []],
        [{}, 'OFF', ['Without secret_key and base_url there is no server to ask.']],
        [{ ...nowhere, secret_key: 'pk_test_x' }, 'OFF', ['The key is for browsers and gets no rules.']],
        [{ ...nowhere, secret_key: 'sk_test\nx' }, 'OFF', ['secret_key is no key.']],
        [{ ...nowhere, base_url: 'ftp://x' }, 'OFF', ['base_url must be an http(s) address.']],
        [{ mode: 'offline' }, 'OFF', []],
        [{ mode: 'offline', bootstrap: '{"version":1}' }, 'OFF', ['the bootstrap is no ruleset']],
      ] as const;
      for (const [options, status, problems] of cases) {
        await program.make(options);
        expect(await program.ask({ do: 'ready', timeout: 0.02 })).toBe(false);
        const state = await program.state();
        expect([state.status, state.problems.slice(0, problems.length)]).toEqual([status, problems]);
        await program.ask({ do: 'close' });
        expect((await program.state()).status).toBe('OFF');
      }
    });

    test('takes what another one held for its bootstrap, without a network', async () => {
      const { direct } = await serving();
      const program = startFlagProgram('sync');
      await program.make(direct);
      await program.ask({ do: 'ready' });
      const bootstrap = await program.ask({ do: 'ruleset' });
      await program.ask({ do: 'close' });
      expect(await program.make({ mode: 'offline', bootstrap })).toBe('VALID');
      expect(await program.value('checkout')).toBe(true);
    });
  });
});
