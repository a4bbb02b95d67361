// A server that records what a product sends, and what it has recorded. Usage:
//
//   const { send } = await started(database);
//   await send('/v1/audit/entries', login);
//   const [entry] = await entries(database);
import { sql } from 'drizzle-orm';
import type { Database } from '../../../../src/db/contract.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { startServer, type TestServerOptions } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';

export const login = { action: 'auth.login', outcome: 'failure', actor: { id: 'ada', ip: '192.0.2.7' } };

/** Of logins, in the order in which they were written. */
export async function entries(database: Database): Promise<readonly JsonObject[]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ body: string }>(sql`SELECT body FROM audit_entries WHERE action = 'auth.login' ORDER BY id`),
  );
  return rows.map(({ body }) => JSON.parse(body) as JsonObject);
}

/** With the tenant `acme`. `send` asks by the local token, unless headers say otherwise. */
export async function started(database: Database, options: TestServerOptions = {}) {
  const server = await startServer(database, { operations: wholeTable, ...options });
  const send = (path: string, body: JsonObject, headers: Readonly<Record<string, string>> = {}) =>
    server.call('POST', path, { headers: { ...server.admin(), ...headers }, body });
  await send('/v1/tenants', { id: 'acme', name: 'Acme' });
  return { ...server, send };
}
