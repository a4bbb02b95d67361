// The middleware of Python before a server that verifies tokens, knows members and decides about conditions.
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { useDatabases } from '../../support/databases.ts';
import { noise, startSignedIn } from '../../support/signed-in.ts';
import { textOf } from '../../support/test-server.ts';
import { withPython } from '../python-flags/with-python.ts';

const databases = useDatabases('embedded');

withPython('asking a control plane', () => {
  test('P02 P03 who asks, and what they may do, is what the server says of their token', async () => {
    const { as, key, seconds, server } = await startSignedIn(await databases.shared());
    const publishable = await key({ type: 'publishable', scopes: ['me:read', 'access:read'] });
    const tokenOf = (headers: Readonly<Record<string, string>>) =>
      (headers['authorization'] ?? '').slice('Bearer '.length);
    const [ada, bob] = [tokenOf(await as('ada')), tokenOf(await as('bob'))];
    const elsewhere = tokenOf(await as('bob', { tenantId: 'globex' }));
    const denied = [403, 'access/permission-denied'];
    const tried = [
      [{ token: ada, permission: 'invoice:update' }, 'ada of acme'],
      [{ token: bob, permission: 'invoice:read' }, 'bob of acme'],
      [{ token: bob, permission: 'invoice:update' }, denied],
      // Accountants may under a condition, which holds in this tenant.
      [{ token: ada, permission: 'report:export' }, 'ada of acme'],
      [{ token: bob, permission: 'report:export' }, denied],
      [{ token: elsewhere, permission: 'invoice:read' }, 'bob of globex'],
      [{ token: ada, permission: 'invoice:read', tenant: 'globex' }, [403, expect.stringMatching(/^auth\//)]],
      [{ token: ada.replace(/[^.]+$/, noise('forged')), permission: 'invoice:read' }, [401, expect.any(String)]],
    ] as const;
    const { stdout, stderr } = await execa('python3', ['-W', 'error', 'test/sdk/python-middleware/live.py'], {
      env: {
        DREAM_BASE_URL: await server.listen({ host: '127.0.0.1', port: 0 }),
        LIVE_NOW: String(seconds()),
        LIVE_PUBLISHABLE_KEY: textOf(publishable.headers['x-publishable-key']),
        PYTHONPATH: 'sdks/python/src',
        PYTHONDONTWRITEBYTECODE: '1',
      },
      input: JSON.stringify(tried.map(([question]) => question)),
    });
    expect(stderr).toBe('');
    const answers = tried.map(([, answer]) => answer);
    expect(JSON.parse(stdout)).toEqual({ wsgi: answers, asgi: answers });
  });
});
