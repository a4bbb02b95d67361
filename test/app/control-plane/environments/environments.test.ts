import { expect, it } from 'vitest';
import { createKey } from '../../../../src/app/control-plane/keys/service.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { ensureEnvironment } from '../../../../src/server/auth/ensure-environment.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { applying, controlPlaneOn, desired, resource } from '../../../support/control-plane.ts';
import { keyHeaders, startServer, textOf } from '../../../support/test-server.ts';

/** What an environment leaves in the record is not what these are about. */
const unseen = (): Promise<void> => Promise.resolve();

anyDatabase((databases) => {
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

  it('SD-04 an environment that was only looked at takes over the mode that is asked for', async () => {
    const { call, admin, key } = await startServer(await databases.shared());
    const list = (mode: 'test' | 'live') => call('GET', '/v1/environments', { headers: admin('production', mode) });
    expect((await list('test')).json).toMatchObject({ data: [{ mode: 'test' }] });
    expect((await list('live')).json).toMatchObject({ data: [{ mode: 'live' }] });
    expect((await list('test')).json).toMatchObject({ data: [{ mode: 'test' }] });
    expect((await key({ environment: 'production', mode: 'live' })).created).toMatchObject({ mode: 'live' });
    expect(await list('test')).toMatchObject({ status: 409, code: 'environments/mode-fixed' });
    expect((await list('live')).json).toMatchObject({ data: [{ mode: 'live' }] });
  });

  it('SD-04 an environment with a revision keeps its mode', async () => {
    const database = await databases.shared();
    const controlPlane = await controlPlaneOn(database);
    await controlPlane.apply(applying(desired([resource('Role', 'viewer', { permissions: [] })])));
    const request = { project: 'acme', environment: 'development', mode: 'live' } as const;
    await expect(ensureEnvironment(database, createHost(), request, unseen)).rejects.toMatchObject({
      code: 'environments/mode-fixed',
    });
  });

  it('SD-04 of a first key and another mode at once, one wins: no key ever contradicts its environment', async () => {
    const { call, admin } = await startServer(await databases.shared());
    for (let round = 0; round < 12; round += 1) {
      const name = `e${round}`;
      await call('GET', '/v1/keys', { headers: admin(name) });
      const [created, ...looks] = await Promise.all([
        call('POST', '/v1/keys', { headers: admin(name), body: { type: 'secret', name: 'first', scopes: ['*'] } }),
        call('GET', '/v1/keys', { headers: admin(name, 'live') }),
        call('GET', '/v1/keys', { headers: admin(name, 'live') }),
      ]);
      expect([created.status, created.code]).toStrictEqual(
        created.status === 201 ? [201, null] : [409, 'request/concurrent-change'],
      );
      expect(looks.map(({ code }) => code ?? 'environments/mode-fixed')).toStrictEqual(
        looks.map(() => 'environments/mode-fixed'),
      );
      if (created.status === 201) {
        expect((await call('GET', '/v1/keys', { headers: keyHeaders(textOf(created.json['key'])) })).status).toBe(200);
      }
    }
  });

  it('SD-04 a key whose caller was let in before another mode was taken over is refused', async () => {
    const database = await databases.shared();
    const host = createHost();
    const request = { project: 'acme', environment: 'development' };
    const letIn = await ensureEnvironment(database, host, request, unseen);
    await ensureEnvironment(database, host, { ...request, mode: 'live' }, unseen);
    const creating = database.withEnvironment(letIn, 'write', (session) =>
      createKey(
        {
          session,
          caller: { actor: 'local', environmentMode: letIn.mode, scopes: ['*'] },
          now: host.clock.now(),
          scopes: { all: [], publishable: [] },
          changed: () => undefined,
        },
        { host, ports: {} },
        { type: 'secret', name: 'late', scopes: ['*'] },
      ),
    );
    await expect(creating).rejects.toMatchObject({ code: 'request/concurrent-change' });
  });

  it('SD-04 a changeset saved before another mode was taken over is refused', async () => {
    const database = await databases.shared();
    const dream = await controlPlaneOn(database);
    const changeset = await dream.plan(desired([resource('Role', 'viewer', { permissions: [] })]), { adopt: false });
    const request = { project: 'acme', environment: 'development', mode: 'live' } as const;
    await ensureEnvironment(database, createHost(), request, unseen);
    const applied = dream.apply({ ...applying(desired([])), source: { changeset } });
    await expect(applied).rejects.toMatchObject({ code: 'changes/wrong-environment' });
    expect(await dream.status()).toMatchObject({ mode: 'live', revision: 0 });
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
