import type { Database } from '../../../../src/db/contract.ts';
import type { Json } from '../../../../src/engine/json.ts';
import type { Operation } from '../../../../src/server/operation.ts';
import { sql } from 'drizzle-orm';
import { type Seeds, seedsOn } from '../../../support/tenancy.ts';
import { type Received, startServer, type TestServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';

export interface TenancyServer extends TestServer {
  readonly headers: Readonly<Record<string, string>>;
  readonly seed: Seeds;
  /** As the machine's own user in environment `development`. */
  send(method: Operation['method'], path: string, body?: Json): Promise<Received>;
  /** The access version of a tenant, 0 when it never had one. */
  version(tenant: string): Promise<number>;
}

/** A server with every operation there is, and a hand to fill it. */
export async function startTenancy(database: Database): Promise<TenancyServer> {
  const server = await startServer(database, { operations: wholeTable });
  const headers = server.admin();
  return {
    ...server,
    headers,
    seed: seedsOn({ call: server.call, headers }),
    send: (method, path, body) => server.call(method, path, { headers, ...(body === undefined ? {} : { body }) }),
    version: async (tenant) => {
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute<{ version: string }>(sql`SELECT version FROM access_versions WHERE tenant_id = ${tenant}`),
      );
      return Number(rows[0]?.version ?? 0);
    },
  };
}

/** What every tenant needs before somebody can be given a role. */
export const someRoles = {
  viewer: { permissions: [] },
  editor: { permissions: [] },
  employee: { permissions: [], default: true },
  owner: { permissions: ['*'], assignable: false },
};
