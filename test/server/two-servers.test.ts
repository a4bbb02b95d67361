import { expect, it } from 'vitest';
import { anyDatabase } from '../support/databases.ts';
import { startServer } from '../support/test-server.ts';

anyDatabase((databases) => {
  it('P01 two servers in one process know nothing of each other', async () => {
    const left = await startServer(await databases.open(), { version: '1.0.0' });
    const right = await startServer(await databases.open(), { version: '2.0.0', localToken: 'local_right' });

    const { headers } = await left.key();
    await left.call('PUT', '/v1/secrets/LEFT', { headers: left.admin(), body: { value: 'x' } });

    expect((await left.call('GET', '/v1/secrets', { headers })).json).toMatchObject({ pagination: { totalItems: 1 } });
    expect(await right.call('GET', '/v1/secrets', { headers })).toMatchObject({
      status: 401,
      code: 'auth/unknown-key',
    });
    expect(await right.call('GET', '/v1/secrets', { headers: left.admin() })).toMatchObject({
      status: 401,
      code: 'auth/unknown-key',
    });
    const admin = { ...right.admin(), authorization: 'Bearer local_right' };
    expect((await right.call('GET', '/v1/secrets', { headers: admin })).json).toMatchObject({ data: [] });

    expect((await left.call('GET', '/health')).json).toMatchObject({ version: '1.0.0' });
    expect((await right.call('GET', '/health')).json).toMatchObject({ version: '2.0.0' });
    expect((await left.call('GET', '/metrics')).text).toContain('operation="secrets.set",status="200"');
    expect((await right.call('GET', '/metrics')).text).not.toContain('operation="secrets.set"');
    expect(right.log.join('')).not.toContain('secrets.set');

    await left.server.close();
    expect((await right.call('GET', '/ready')).status).toBe(200);
  });
});
