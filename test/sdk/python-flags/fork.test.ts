// A client that was made before its process forked, as servers with several workers do.
import { expect, test } from 'vitest';
import { faultyProxy } from '../../components/features/client/support/faulty-proxy.ts';
import { flag, flagServer } from '../../components/features/delivery/support/flag-server.ts';
import { useDatabases } from '../../support/databases.ts';
import { startFlagProgram } from './flag-program.ts';
import { withPython } from './with-python.ts';

const databases = useDatabases('embedded');

withPython('forking', () => {
  test('a forked process has flags at once, follows changes itself, and leaves its parent alone', async () => {
    const server = await flagServer(await databases.shared());
    await server.apply([flag('checkout', true), flag('asked-before', true)]);
    const { key: secret_key } = await server.key('secret');
    const proxy = await faultyProxy(server.url);
    const streams = () => proxy.seen.filter(({ path }) => path.endsWith('/stream')).length;
    const program = startFlagProgram('sync');
    await program.make({ secret_key, base_url: proxy.url, reports: { contexts: false } });
    await program.ask({ do: 'ready' });
    await program.value('asked-before');
    expect(await program.ask({ do: 'fork' })).toBe('in the child');
    // Whoever asks nothing opens no connection.
    expect(streams()).toBe(1);
    expect([await program.value('checkout'), await program.ask({ do: 'ready' })]).toEqual([true, true]);
    await program.until('VALID');
    expect(streams()).toBe(2);
    await server.apply([flag('checkout', false), flag('asked-before', true)]);
    await expect.poll(() => program.value('checkout')).toBe(false);
    await program.ask({ do: 'close' });
    const reports = proxy.seen.filter(({ path }) => path === '/v1/flag-reports').map(({ body }) => JSON.parse(body));
    const counted: readonly { readonly flag: string }[] = reports.flatMap((report) => report.counts);
    // What was counted before is the parent's to report.
    expect([...new Set(counted.map((count) => count.flag))]).toEqual(['checkout']);
    expect(await program.ask({ do: 'return' })).toBe('in the parent again, 0');
    expect((await program.state()).status).toBe('VALID');
    expect(await program.value('checkout')).toBe(false);
    await server.apply([flag('checkout', true), flag('asked-before', true)]);
    await expect.poll(() => program.value('checkout')).toBe(true);
    expect((await program.state()).statuses).toEqual([['VALID', null]]);
  });
});
