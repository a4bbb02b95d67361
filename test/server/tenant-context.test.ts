import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/engine/json.ts';
import type { Operation, OperationInTransaction } from '../../src/server/operation.ts';
import { createServer } from '../../src/server/create-server.ts';
import { createHost } from '../../src/host/create-host.ts';
import { anyDatabase, useDatabases } from '../support/databases.ts';
import { startSignedIn } from '../support/signed-in.ts';
import { keyHeaders, probe, textOf } from '../support/test-server.ts';
import { wholeTable } from '../support/whole-table.ts';

/** Answers with the tenant it was told, and the tenants whose members it can see. */
function seeing(id: string, changes: Partial<OperationInTransaction>): Operation {
  const { body: _, ...operation } = probe(
    async ({ caller, session }) => {
      const seen = await session.tx.execute<{ tenant_id: string }>(
        sql`select distinct tenant_id from memberships order by tenant_id`,
      );
      return { status: 200, body: { tenantId: caller.tenantId, sees: seen.rows.map((row) => row.tenant_id) } };
    },
    { id, method: 'GET', path: `/v1/${id}`, transaction: 'read', scope: 'me:read', ...changes },
  );
  return operation;
}

const fromMemory: Operation = {
  id: 'memory',
  method: 'GET',
  path: '/v1/memory',
  summary: 'Answers without a transaction',
  tag: 'Probe',
  auth: ['secret'],
  scope: 'me:read',
  responses: { 200: { description: 'The tenant it was told.', schema: {} } },
  errors: [],
  transaction: 'none',
  respond: ({ caller }) => Promise.resolve({ status: 200, body: { tenantId: caller.tenantId } }),
};

const probes = [
  seeing('needs', { tenant: 'required', auth: ['secret', 'user'] }),
  seeing('may', { tenant: 'optional', auth: ['secret', 'user'] }),
  seeing('shared', { tenant: 'checked' }),
  fromMemory,
  seeing('none', { auth: ['secret', 'user', 'publishable'] }),
];
const operations: typeof wholeTable = (host, masterKey) => [...wholeTable(host, masterKey), ...probes];

anyDatabase((databases) => {
  it('P08 a secret key acts for the tenant it names, where the operation is about one', async () => {
    const { admin, call } = await startSignedIn(await databases.shared(), {}, { operations });
    const ask = async (path: string, tenant?: string) => {
      const answer = await call('GET', path, {
        headers: { ...admin(), ...(tenant === undefined ? {} : { 'x-tenant-id': tenant }) },
      });
      return answer.code ?? answer.json;
    };
    const all = ['acme', 'globex'];
    expect(await ask('/v1/needs')).toBe('auth/tenant-missing');
    expect(await ask('/v1/needs', 'acme')).toStrictEqual({ tenantId: 'acme', sees: ['acme'] });
    expect(await ask('/v1/needs', 'nobody')).toBe('auth/unknown-tenant');
    expect(await ask('/v1/needs', '-')).toBe('auth/malformed-tenant');
    expect(await ask('/v1/may')).toStrictEqual({ tenantId: null, sees: all });
    expect(await ask('/v1/may', 'globex')).toStrictEqual({ tenantId: 'globex', sees: ['globex'] });
    expect(await ask('/v1/may', 'nobody')).toBe('auth/unknown-tenant');
    expect(await ask('/v1/none')).toStrictEqual({ tenantId: null, sees: all });
    expect(await ask('/v1/none', 'acme')).toStrictEqual({ tenantId: null, sees: all });
    expect(await ask('/v1/none', 'nobody')).toStrictEqual({ tenantId: null, sees: all });
    expect(await ask('/v1/none', '-')).toBe('auth/malformed-tenant');
    expect(await ask('/v1/shared')).toStrictEqual({ tenantId: null, sees: all });
    expect(await ask('/v1/shared', 'acme')).toStrictEqual({ tenantId: 'acme', sees: all });
    expect(await ask('/v1/shared', 'nobody')).toBe('auth/unknown-tenant');
    expect(await ask('/v1/memory', 'acme')).toStrictEqual({ tenantId: null });
    expect(await ask('/v1/memory', 'nobody')).toStrictEqual({ tenantId: null });
  });

  it('P08 a secret key may have a tenant of its own, which the header goes over', async () => {
    const { admin, call, seed } = await startSignedIn(await databases.shared(), {}, { operations });
    const create = (body: JsonObject) => call('POST', '/v1/keys', { headers: admin(), body: { name: 'own', ...body } });
    const { json } = await create({ type: 'secret', defaultTenant: 'globex' });
    const ask = async (path: string, key: Json | undefined, tenant?: string) => {
      const headers = { ...keyHeaders(textOf(key)), ...(tenant === undefined ? {} : { 'x-tenant-id': tenant }) };
      const answer = await call('GET', path, { headers });
      return answer.code ?? answer.json;
    };
    const globex = { tenantId: 'globex', sees: ['globex'] };
    expect(json['defaultTenant']).toBe('globex');
    expect(await ask('/v1/needs', json['key'])).toStrictEqual(globex);
    expect(await ask('/v1/may', json['key'])).toStrictEqual(globex);
    expect(await ask('/v1/none', json['key'])).toMatchObject({ tenantId: null });
    expect(await ask('/v1/needs', json['key'], 'acme')).toStrictEqual({ tenantId: 'acme', sees: ['acme'] });
    const rotated = await call('POST', `/v1/keys/${textOf(json['id'])}/rotate`, { headers: admin(), body: {} });
    expect(await ask('/v1/needs', rotated.json['key'])).toStrictEqual(globex);
    const unknown = await create({ type: 'secret', defaultTenant: 'nobody' });
    expect(unknown).toMatchObject({ status: 400, code: 'keys/unknown-tenant' });
    expect(unknown.json).toMatchObject({ error: { param: '/defaultTenant' } });
    await seed.tenant('brief');
    const brief = await create({ type: 'secret', defaultTenant: 'brief' });
    expect((await call('DELETE', '/v1/tenants/brief', { headers: admin() })).status).toBe(204);
    expect(await ask('/v1/needs', brief.json['key'])).toBe('auth/unknown-tenant');
    expect((await create({ type: 'publishable', defaultTenant: 'globex' })).code).toBe('keys/publishable-tenant');
  });

  it('P08 a token binds to its tenant, whatever the operation is about; a header needs a membership or a grant there', async () => {
    const { as, call, clock, seed } = await startSignedIn(await databases.shared(), {}, { operations });
    const ask = async (user: string, path: string, tenant?: string, claims = {}) => {
      const headers = await as(user, claims);
      const answer = await call('GET', path, {
        headers: { ...headers, ...(tenant === undefined ? {} : { 'x-tenant-id': tenant }) },
      });
      return answer.code ?? answer.json;
    };
    for (const path of ['/v1/needs', '/v1/may', '/v1/none']) {
      expect(await ask('ada', path)).toStrictEqual({ tenantId: 'acme', sees: ['acme'] });
      expect(await ask('bob', path, 'globex')).toStrictEqual({ tenantId: 'globex', sees: ['globex'] });
      expect(await ask('ada', path, 'globex')).toBe('auth/tenant-not-allowed');
      expect(await ask('ada', path, 'nobody')).toBe('auth/tenant-not-allowed');
      expect(await ask('ada', path, undefined, { tenantId: 'globex' })).toBe('auth/tenant-not-allowed');
      expect(await ask('stranger', path)).toBe('auth/tenant-not-allowed');
    }
    await seed.grant('globex', 'ada', ['viewer'], { expiresAt: '2026-11-20T10:00:00Z' });
    clock.advance(250);
    expect(await ask('ada', '/v1/needs', 'globex')).toStrictEqual({ tenantId: 'globex', sees: ['globex'] });
    const me = await call('GET', '/v1/me', { headers: { ...(await as('ada')), 'x-tenant-id': 'globex' } });
    expect(me.json).toMatchObject({ tenantId: 'globex', roles: ['viewer'], permissions: ['invoice:read'], plan: null });
    clock.advance(3_600_000);
    expect(await ask('ada', '/v1/needs', 'globex')).toBe('auth/tenant-not-allowed');
  });

  it('P08 a publishable key alone acts for no tenant, and sees none', async () => {
    const { call, publishableKey } = await startSignedIn(await databases.shared(), {}, { operations });
    const answer = await call('GET', '/v1/none', {
      headers: { 'x-publishable-key': publishableKey, 'x-tenant-id': 'acme' },
    });
    expect(answer.json).toStrictEqual({ tenantId: null, sees: [] });
  });

  it('P08 a product with a single tenant need not name it', async () => {
    const { admin, as, call, me, seed } = await startSignedIn(await databases.shared(), {}, { operations });
    await seed.resources({ 'Tenancy/default': { mode: 'single', tenant: 'acme' } });
    expect((await call('GET', '/v1/needs', { headers: admin() })).json).toMatchObject({ tenantId: 'acme' });
    expect((await call('GET', '/v1/may', { headers: admin() })).json).toMatchObject({ tenantId: null });
    const nowhere = await as('ada', { tenantId: 7 });
    expect((await me(nowhere)).json).toMatchObject({ tenantId: 'acme', roles: ['accountant'] });
    expect((await me({ ...nowhere, 'x-tenant-id': 'globex' })).code).toBe('auth/tenant-not-allowed');
  });

  it('P08 a token that names another tenant than the only one is refused, whoever it names', async () => {
    const { as, call, me, seed } = await startSignedIn(await databases.shared(), {}, { operations });
    await seed.resources({ 'Tenancy/default': { mode: 'single', tenant: 'acme' } });
    expect((await me(await as('ada'))).json).toMatchObject({ tenantId: 'acme' });
    // Bob is a member of globex, from when there were many; ada never was.
    for (const user of ['ada', 'bob']) {
      const elsewhere = await as(user, { tenantId: 'globex' });
      expect(await me(elsewhere)).toMatchObject({ status: 403, code: 'auth/tenant-not-allowed' });
      expect((await call('GET', '/v1/none', { headers: elsewhere })).code).toBe('auth/tenant-not-allowed');
    }
    const named = { ...(await as('ada', { tenantId: 'globex' })), 'x-tenant-id': 'acme' };
    expect((await me(named)).json).toMatchObject({ tenantId: 'acme' });
  });

  it('P08 an answer is remembered for the user and the tenant it was given to, though all share one key', async () => {
    let runs = 0;
    const once = probe(
      async ({ caller }) => {
        runs += 1;
        return { status: 200, body: { runs, user: caller.user?.id ?? null, tenant: caller.tenantId } };
      },
      { tenant: 'required', auth: ['secret', 'user'], scope: 'me:read' },
    );
    const { admin, as, call } = await startSignedIn(
      await databases.shared(),
      {},
      { operations: (host, masterKey) => [...wholeTable(host, masterKey), once] },
    );
    const send = async (headers: Readonly<Record<string, string>>) => {
      const answer = await call('POST', '/v1/probe', { headers: { ...headers, 'idempotency-key': 'k' }, body: {} });
      return [answer.json['runs'], answer.json['user'], answer.json['tenant']];
    };
    expect(await send(await as('ada'))).toStrictEqual([1, 'ada', 'acme']);
    expect(await send(await as('bob'))).toStrictEqual([2, 'bob', 'acme']);
    expect(await send({ ...(await as('bob')), 'x-tenant-id': 'globex' })).toStrictEqual([3, 'bob', 'globex']);
    expect(await send({ ...admin(), 'x-tenant-id': 'acme' })).toStrictEqual([4, null, 'acme']);
    expect(await send({ ...admin(), 'x-tenant-id': 'globex' })).toStrictEqual([5, null, 'globex']);
    expect(await send(await as('ada', { jti: 'another token' }))).toStrictEqual([1, 'ada', 'acme']);
    expect(await send({ ...admin(), 'x-tenant-id': 'globex' })).toStrictEqual([5, null, 'globex']);
    expect(runs).toBe(5);
  });
});

describe('an operation table', () => {
  const databases = useDatabases('embedded');

  it('P08 cannot say that a publishable key alone acts for a tenant', async () => {
    const host = createHost();
    const wrong = seeing('wrong', { tenant: 'optional', auth: ['publishable'] });
    const server = createServer({
      host,
      database: await databases.shared(),
      operations: [wrong],
      masterKey: null,
      version: '0',
    });
    await expect(server).rejects.toThrow('wrong: a publishable key alone acts for no tenant');
  });

  it('P08 cannot need a tenant without a transaction, in which the only one would be looked up', async () => {
    const needing: Operation = {
      id: 'wrong',
      method: 'GET',
      path: '/v1/wrong',
      summary: 'Needs a tenant',
      tag: 'Probe',
      auth: ['secret'],
      scope: 'me:read',
      tenant: 'required',
      responses: { 200: { description: 'Anything.', schema: {} } },
      errors: [],
      transaction: 'none',
      respond: () => Promise.resolve({ status: 200, body: {} }),
    };
    const server = createServer({
      host: createHost(),
      database: await databases.shared(),
      operations: [needing],
      masterKey: null,
      version: '0',
    });
    await expect(server).rejects.toThrow('wrong: without a transaction nobody looks which the only tenant is');
  });

  it('DA-03 cannot let a user do what is about several tenants', async () => {
    const server = createServer({
      host: createHost(),
      database: await databases.shared(),
      operations: [seeing('wrong', { tenant: 'checked', auth: ['secret', 'user'] })],
      masterKey: null,
      version: '0',
    });
    await expect(server).rejects.toThrow('wrong: a user is always narrowed to one tenant');
  });

  it('DA-01 cannot let a publishable key alone write', async () => {
    const server = createServer({
      host: createHost(),
      database: await databases.shared(),
      operations: [seeing('wrong', { auth: ['publishable', 'user'], scope: 'notes:write' })],
      masterKey: null,
      version: '0',
    });
    await expect(server).rejects.toThrow('wrong: a publishable key alone, which anybody may know, only reads');
  });
});
