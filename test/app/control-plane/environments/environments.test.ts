import { expect, it } from 'vitest';
import { eachDatabase } from '../../../support/databases.ts';
import { startServer } from '../../../support/test-server.ts';

eachDatabase((databases) => {
  it('FR-F006 environments come into being one by one, each with its own mode, and a project sees its own', async () => {
    const { call, admin } = await startServer(await databases.shared());
    await call('GET', '/v1/keys', { headers: admin('staging') });
    await call('GET', '/v1/keys', { headers: admin('production', 'live') });
    await call('GET', '/v1/keys', { headers: admin('production', 'test', 'other') });
    const answer = await call('GET', '/v1/environments', { headers: admin('staging') });
    expect(answer.json).toMatchObject({
      data: [
        { name: 'production', mode: 'live', protect: false, revision: 0, createdAt: '2026-11-20T09:00:00.000Z' },
        { name: 'staging', mode: 'test' },
      ],
      pagination: { totalItems: 2 },
    });
  });

  it('one environment comes of any number of first uses at once', async () => {
    const { call, admin } = await startServer(await databases.shared());
    const answers = await Promise.all(Array.from({ length: 8 }, () => call('GET', '/v1/keys', { headers: admin() })));
    expect(answers.map(({ status }) => status)).toStrictEqual(Array.from({ length: 8 }, () => 200));
    expect((await call('GET', '/v1/environments', { headers: admin() })).json).toMatchObject({
      pagination: { totalItems: 1 },
    });
  });

  it.each([
    [{ 'dream-project': '' }],
    [{ 'dream-project': 'a b' }],
    [{ 'dream-environment': '../x' }],
    [{ 'dream-environment': 'x'.repeat(101) }],
    [{ 'dream-environment-mode': 'production' }],
  ])('refuses the headers %j', async (headers) => {
    const { call, admin } = await startServer(await databases.shared());
    expect(await call('GET', '/v1/keys', { headers: { ...admin(), ...headers } })).toMatchObject({
      status: 400,
      code: 'auth/environment-headers',
    });
  });
});
