// Sends every operation as whoever it belongs to, and gives back what is wrong with the plans of the statements that
// were sent to the database meanwhile. Nothing of it stays.
import { sql } from 'drizzle-orm';
import type { Database } from '../../../src/db/contract.ts';
import type { AuthMode, Operation } from '../../../src/server/contract.ts';
import { startServer, type TestServerOptions } from '../../support/test-server.ts';
import { explaining, Explanations } from './explaining.ts';
import { forgetting } from './forgetting.ts';
import type { Headers, Names, Place, World } from './places.ts';
import { findingsIn, mostRows } from './plan-findings.ts';
import { type ValidRequest, validRequests } from './valid-request.ts';

export interface Slow {
  readonly operation: string;
  /** `reads much of users` */
  readonly finding: string;
  readonly statement: string;
}

export async function exercise(
  { victim, server }: World,
  database: Database,
  {
    operations,
    names = victim.names,
    more = () => [],
  }: {
    readonly operations: NonNullable<TestServerOptions['operations']>;
    readonly names?: Names;
    /** Requests besides those that are valid by themselves. */
    readonly more?: (operation: Operation) => readonly ValidRequest[];
  },
): Promise<{ readonly explained: number; readonly slow: readonly Slow[] }> {
  const large = await largeTables(database);
  const explanations = new Explanations();
  const { call } = await startServer(
    forgetting(explaining(database, explanations), () => Promise.resolve()),
    { operations, masterKey: server.masterKey, logLevel: 'silent' },
  );
  const slow: Slow[] = [];
  let explained = 0;
  for (const operation of operations(server.host, server.masterKey)) {
    for (const mode of operation.auth) {
      for (const { path, body } of [...validRequests(operation, names, mode), ...more(operation)]) {
        for (const headers of await callersOf(victim, operation, mode)) {
          const answer = await call(operation.method, path, { headers, ...(body === undefined ? {} : { body }) });
          if (answer.status >= 300) throw new Error(`${operation.id}: ${answer.text}`);
        }
      }
    }
    for (const { text, plan } of explanations.take()) {
      explained += 1;
      for (const finding of findingsIn(plan, large)) {
        slow.push({ operation: operation.id, finding, statement: text.replaceAll(/\s+/g, ' ').trim() });
      }
    }
  }
  return { explained, slow };
}

/** Secret keys with and without a tenant, where the operation allows it. */
async function callersOf(place: Place, { tenant = 'none' }: Operation, mode: AuthMode): Promise<readonly Headers[]> {
  const { secretKey, publishableKey, names } = place;
  if (mode === 'publishable') return [publishableKey];
  if (mode === 'user') return [{ ...publishableKey, authorization: `Bearer ${await place.token()}` }];
  const bound = { ...secretKey, 'x-tenant-id': names.tenant };
  return [...(tenant === 'required' ? [] : [secretKey]), ...(tenant === 'none' ? [] : [bound])];
}

/** Those of which no hot statement may read everything. */
async function largeTables(database: Database): Promise<ReadonlySet<string>> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ name: string }>(sql`
      SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND reltuples > ${mostRows}`),
  );
  return new Set(rows.map(({ name }) => name));
}
