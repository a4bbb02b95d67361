// The middleware before a server that verifies tokens, knows members and decides about conditions.
import { expect, onTestFinished, test, vi } from 'vitest';
import { Dream } from '../../../../sdks/typescript/src/index.ts';
import { createApiHandler, Middleware } from '../../../../sdks/typescript/src/middleware/index.ts';
import { useDatabases } from '../../../support/databases.ts';
import { noise, startSignedIn } from '../../../support/signed-in.ts';
import { textOf } from '../../../support/test-server.ts';

const databases = useDatabases('embedded');

test('P02 P03 who asks, and what they may do, is what the server says of their token', async () => {
  const { as, key, seconds, server } = await startSignedIn(await databases.shared());
  // The application has the time of the server.
  vi.useFakeTimers({ toFake: ['Date'], now: seconds() * 1000 });
  onTestFinished(() => void vi.useRealTimers());
  const publishableKey = textOf(
    (await key({ type: 'publishable', scopes: ['me:read', 'access:read'] })).headers['x-publishable-key'],
  );
  const baseUrl = await server.listen({ host: '127.0.0.1', port: 0 });
  const middleware = new Middleware({ client: new Dream({ baseUrl, publishableKey, maxRetries: 0 }) });
  const answer = async (headers: Readonly<Record<string, string>>, permission: string, tenant?: string) => {
    const handler = createApiHandler(middleware, (_, { tenantId, user }) => `${user.id} of ${tenantId}`, {
      requiredPermissions: [permission],
    });
    const all = {
      authorization: headers['authorization'] ?? '',
      ...(tenant === undefined ? {} : { 'x-tenant-id': tenant }),
    };
    const response = await handler(new Request('http://app.example/', { headers: all }));
    const body: unknown = await response.json();
    return typeof body === 'object' ? [response.status, body] : body;
  };
  const [ada, bob] = [await as('ada'), await as('bob')];
  const refused = (status: number, code: string) => [
    status,
    { success: false, error: expect.objectContaining({ code }) },
  ];
  expect(await answer(ada, 'invoice:update')).toBe('ada of acme');
  expect(await answer(bob, 'invoice:read')).toBe('bob of acme');
  expect(await answer(bob, 'invoice:update')).toEqual(refused(403, 'access/permission-denied'));
  // Accountants may under a condition, which holds in this tenant.
  expect(await answer(ada, 'report:export')).toBe('ada of acme');
  expect(await answer(bob, 'report:export')).toEqual(refused(403, 'access/permission-denied'));
  const elsewhere = await as('bob', { tenantId: 'globex' });
  expect(await answer(elsewhere, 'invoice:read')).toBe('bob of globex');
  expect(await answer(ada, 'invoice:read', 'globex')).toEqual([403, expect.objectContaining({ success: false })]);
  const forged = (ada['authorization'] ?? '').replace(/[^.]+$/, noise('forged'));
  expect(await answer({ authorization: forged }, 'invoice:read')).toEqual([
    401,
    expect.objectContaining({ success: false }),
  ]);
});
