// Into whose chain a refusal goes: nobody writes into a tenant's by merely naming it.
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../../src/db/contract.ts';
import { defineError, makeError } from '../../../src/engine/platform-error/index.ts';
import type { Operation, OperationInTransaction } from '../../../src/server/operation.ts';
import { anyDatabase } from '../../support/databases.ts';
import { startSignedIn } from '../../support/signed-in.ts';
import { probe, type Received } from '../../support/test-server.ts';
import { wholeTable } from '../../support/whole-table.ts';

const forbidden = defineError({ code: 'probe/forbidden', type: 'authorization', userMessage: 'No.', meaning: '' });
const refuse = () => Promise.reject(makeError(forbidden, { message: 'Not you.' }));

const forbidding = (id: string, changes: Partial<OperationInTransaction>): Operation =>
  probe(refuse, { id, path: `/v1/${id}`, ...changes });

const probes: readonly Operation[] = [
  forbidding('needs', { tenant: 'required', auth: ['secret', 'user'] }),
  forbidding('may', { tenant: 'optional' }),
  forbidding('shared', { tenant: 'checked' }),
  forbidding('told', { tenant: 'in-body' }),
  forbidding('none', { auth: ['secret', 'user'] }),
  forbidding('together', {
    tenant: 'required',
    handleTogether: (requests) =>
      Promise.resolve(requests.map(() => ({ problem: makeError(forbidden, { message: '' }) }))),
  }),
  {
    id: 'memory',
    method: 'POST',
    path: '/v1/memory',
    summary: 'Refuses without a transaction',
    tag: 'Probe',
    auth: ['secret'],
    scope: 'probe:write',
    tenant: 'optional',
    body: { type: 'object' },
    responses: { 200: { description: 'Never.', schema: {} } },
    errors: [],
    transaction: 'none',
    respond: refuse,
  },
];

/** Of the latest refusal: why, and the tenant in whose chain it is. */
async function latest(database: Database): Promise<readonly [reason: string | null, chain: string]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ reason: string | null; chain: string; said: string | null }>(sql`
      SELECT body::jsonb ->> 'reason' AS reason, tenant_id AS chain, body::jsonb ->> 'tenantId' AS said
      FROM audit_entries WHERE outcome <> 'success' ORDER BY id DESC LIMIT 1`),
  );
  const [row] = rows;
  expect(row?.said ?? '').toBe(row?.chain);
  return [row?.reason ?? null, row?.chain ?? 'none'];
}

anyDatabase((databases) => {
  const start = async () => {
    const database = await databases.shared();
    const world = await startSignedIn(
      database,
      {},
      {
        operations: (host, masterKey) => [...wholeTable(host, masterKey), ...probes],
      },
    );
    const chainOf = async (path: string, headers: Readonly<Record<string, string>>, tenant?: string) => {
      const answer: Received = await world.call('POST', `/v1/${path}`, {
        headers: { ...headers, ...(tenant === undefined ? {} : { 'x-tenant-id': tenant }) },
        body: {},
      });
      expect([401, 403]).toContain(answer.status);
      const [reason, chain] = await latest(database);
      expect(reason).toBe(answer.code);
      return [reason, chain];
    };
    return { ...world, database, chainOf };
  };

  it('FR-A001 a key that acts for a tenant is refused in the chain of that tenant', async () => {
    const { chainOf, key } = await start();
    const { headers } = await key({ scopes: ['me:read'], defaultTenant: 'globex' });
    for (const path of ['needs', 'may', 'shared', 'told', 'memory', 'together']) {
      expect([path, ...(await chainOf(path, headers))]).toEqual([path, 'auth/scope-missing', 'globex']);
    }
    expect(await chainOf('needs', headers, 'globex')).toEqual(['auth/scope-missing', 'globex']);
  });

  it('FR-A001 a key that is dead fails in the chain of its tenant', async () => {
    const { admin, call, chainOf, key } = await start();
    const { headers, id } = await key({ defaultTenant: 'globex' });
    await call('DELETE', `/v1/keys/${id}`, { headers: admin() });
    expect(await chainOf('needs', headers)).toEqual(['auth/revoked-key', 'globex']);
    expect(await chainOf('needs', headers, 'acme')).toEqual(['auth/revoked-key', '']);
  });

  it('FR-A001 what is no tenant’s is refused in the chain of the environment, whoever the key acts for', async () => {
    const { chainOf, key } = await start();
    const { headers } = await key({ scopes: ['me:read'], defaultTenant: 'globex' });
    expect(await chainOf('none', headers)).toEqual(['auth/scope-missing', '']);
  });

  it('FR-A001 a tenant that a key merely names is not written to', async () => {
    const { admin, chainOf, key } = await start();
    const unbound = await key({ scopes: ['me:read'] });
    const bound = await key({ scopes: ['me:read'], defaultTenant: 'globex' });
    for (const { headers } of [unbound, bound]) {
      for (const path of ['needs', 'may', 'shared', 'told', 'memory', 'together', 'none']) {
        expect([path, ...(await chainOf(path, headers, 'acme'))]).toEqual([path, 'auth/scope-missing', '']);
      }
    }
    expect(await chainOf('told', admin(), 'acme')).toEqual(['probe/forbidden', '']);
    expect(await chainOf('none', admin(), 'acme')).toEqual(['probe/forbidden', '']);
  });

  it('FR-A001 a tenant that a key may name, and that there is, has what the operation itself refuses', async () => {
    const { admin, chainOf, key } = await start();
    const bound = await key({ defaultTenant: 'globex' });
    for (const path of ['needs', 'may', 'shared', 'memory', 'together']) {
      expect([path, ...(await chainOf(path, admin(), 'acme'))]).toEqual([path, 'probe/forbidden', 'acme']);
      expect([path, ...(await chainOf(path, bound.headers, 'acme'))]).toEqual([path, 'probe/forbidden', 'acme']);
    }
    expect(await chainOf('may', admin())).toEqual(['probe/forbidden', '']);
  });

  it('FR-A001 a user is refused in the chain of the tenant they were let into, and of no other', async () => {
    const { as, chainOf } = await start();
    const headers = await as('bob');
    expect(await chainOf('needs', headers)).toEqual(['auth/scope-missing', 'acme']);
    expect(await chainOf('none', headers, 'globex')).toEqual(['auth/scope-missing', 'globex']);
    expect(await chainOf('needs', await as('ada'), 'globex')).toEqual(['auth/tenant-not-allowed', '']);
    expect(await chainOf('needs', await as('ada', { exp: 1 }), 'acme')).toEqual(['auth/expired-token', '']);
  });
});
