// Operations that break what they should not be able to break: they leave the role that row-level security binds.
import { sql, type SQL } from 'drizzle-orm';
import type { Operation, OperationInTransaction } from '../../../src/server/operation.ts';
import type { OperationContext } from '../../../src/server/operation-context.ts';
import { probe } from '../../support/test-server.ts';

const tenantParameter = { type: 'object', required: ['tenant'], properties: { tenant: { type: 'string' } } } as const;

async function unbound({ session }: OperationContext, statement: SQL): Promise<readonly unknown[]> {
  await session.tx.execute(sql`SET LOCAL ROLE dream_control_plane`);
  const { rows } = await session.tx.execute(statement);
  await session.tx.execute(sql`SET LOCAL ROLE dream_app`);
  return rows;
}

function reading(
  id: string,
  handle: OperationInTransaction['handle'],
  changes: Partial<OperationInTransaction> = {},
): Operation {
  const { body: _, ...operation } = probe(handle, {
    id,
    method: 'GET',
    path: `/v1/${id}`,
    transaction: 'read',
    ...changes,
  });
  return operation;
}

export const planted: readonly Operation[] = [
  reading('leaks', async (context) => ({
    status: 200,
    body: { names: await unbound(context, sql`SELECT name FROM tenants`) },
  })),
  reading(
    'tells',
    async (context, { params }) => {
      const found = await unbound(context, sql`SELECT FROM tenants WHERE id = ${params['tenant']}`);
      return { status: 200, body: { taken: found.length > 0 } };
    },
    { path: '/v1/tells/{tenant}', params: tenantParameter },
  ),
  reading(
    'writes',
    async (context, { params }) => {
      await unbound(context, sql`UPDATE tenants SET name = 'Taken' WHERE id = ${params['tenant']}`);
      return { status: 200, body: {} };
    },
    {
      method: 'DELETE',
      transaction: 'write',
      path: '/v1/writes/{tenant}',
      params: tenantParameter,
      tenant: 'optional',
    },
  ),
  probe(async () => ({ status: 200, body: {} }), {
    id: 'riddle',
    path: '/v1/riddle',
    body: { type: 'object', required: ['riddle'], properties: { riddle: { type: 'string' } } },
  }),
  reading('refuses', async () => ({ status: 418, body: {} })),
];
