// The middleware of the SDK for Java before a server that verifies tokens, knows members and decides about conditions.
import { expect, test } from 'vitest';
import { useDatabases } from '../../support/databases.ts';
import { noise, startSignedIn } from '../../support/signed-in.ts';
import { textOf } from '../../support/test-server.ts';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { programBeside } from '../java/programs-beside.ts';
import { startApplication } from './java-application.ts';
import { notTried } from '../../support/not-tried.ts';

const databases = useDatabases('embedded');

if (hasJdk()) {
  test('P02 P03 who asks, and what they may do, is what the server says of their token', async () => {
    const { as, key, seconds, server } = await startSignedIn(await databases.shared());
    const publishable = await key({ type: 'publishable', scopes: ['me:read', 'access:read'] });
    const { ask } = await startApplication(await programBeside(import.meta.dirname, 'middleware.HttpApplication'), {
      DREAM_BASE_URL: await server.listen({ host: '127.0.0.1', port: 0 }),
      DREAM_PUBLISHABLE_KEY: textOf(publishable.headers['x-publishable-key']),
      APPLICATION_TIME: String(seconds() * 1000),
    });
    const answer = async (headers: Readonly<Record<string, string>>, permission: string, tenant?: string) => {
      const about = tenant === undefined ? {} : { 'x-tenant-id': tenant };
      const all = { authorization: headers['authorization'] ?? '', ...about };
      const { body, status } = await ask(`/may/${permission}`, all);
      return status === 200 ? body : [status, body];
    };
    const refused = (status: number, code: unknown) => [
      status,
      { success: false, error: expect.objectContaining({ code }) },
    ];
    const [ada, bob] = [await as('ada'), await as('bob')];
    expect(await answer(ada, 'invoice:update')).toBe('ada of acme');
    expect(await answer(bob, 'invoice:read')).toBe('bob of acme');
    expect(await answer(bob, 'invoice:update')).toEqual(refused(403, 'access/permission-denied'));
    // Accountants may under a condition, which holds in this tenant.
    expect(await answer(ada, 'report:export')).toBe('ada of acme');
    expect(await answer(bob, 'report:export')).toEqual(refused(403, 'access/permission-denied'));
    expect(await answer(await as('bob', { tenantId: 'globex' }), 'invoice:read')).toBe('bob of globex');
    expect(await answer(ada, 'invoice:read', 'globex')).toEqual(refused(403, expect.stringMatching(/^auth\//u)));
    const forged = (ada['authorization'] ?? '').replace(/[^.]+$/u, noise('forged'));
    expect(await answer({ authorization: forged }, 'invoice:read')).toEqual(
      refused(401, expect.stringMatching(/^auth\//u)),
    );
  });
} else {
  notTried('the middleware of the SDK for Java is not tried live', jdkNeeds);
}
