// Sends every operation as whoever it belongs to, and gives back what is wrong with the plans of the statements that
// were sent to the database meanwhile. Nothing of it stays.
import { isOfAllTenants } from './of-all-tenants.ts';
import { sql } from 'drizzle-orm';
import {
  forgetOldAssignments,
  keepAssignments,
  selectAssignments,
} from '../../../src/components/features/delivery/sticky/queries.ts';
import { forgetSome } from '../../../src/components/features/experiments/keeping/forget-some.ts';
import type { Database, Transaction } from '../../../src/db/contract.ts';
import type { AuthMode } from '../../../src/server/caller.ts';
import type { Operation } from '../../../src/server/operation.ts';
import { isAboutTenant } from '../../../src/server/tenant/resolve-tenant.ts';
import { deleteAnswersBefore } from '../../../src/server/idempotency/queries.ts';
import { addCounts, deleteCountsBefore } from '../../../src/server/limits/queries.ts';
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
  const explained = explaining(database, explanations);
  const { call } = await startServer(
    forgetting(explained, () => Promise.resolve()),
    { operations, masterKey: server.masterKey, logLevel: 'silent' },
  );
  const slow: Slow[] = [];
  let statements = 0;
  const judge = (operation: string): void => {
    for (const { text, plan } of explanations.take()) {
      statements += 1;
      for (const finding of findingsIn(plan, large)) {
        slow.push({ operation, finding, statement: text.replaceAll(/\s+/g, ' ').trim() });
      }
    }
  };
  for (const operation of operations(server.host, server.masterKey)) {
    for (const mode of operation.auth) {
      for (const { path, body } of [...validRequests(operation, names, mode), ...more(operation)]) {
        for (const headers of await callersOf(victim, operation, mode)) {
          const answer = await call(operation.method, path, {
            headers: operation.method === 'GET' ? headers : { ...headers, 'idempotency-key': 'once' },
            ...(body === undefined ? {} : { body }),
          });
          if (answer.status >= 300) throw new Error(`${operation.id}: ${answer.text}`);
        }
      }
    }
    judge(operation.id);
  }
  await explained.withControlPlane('write', (tx) => serveInTheBackground(tx, victim, server.clock.now()));
  const { projectId, environmentId } = victim.scope;
  await explained.withEnvironment({ projectId, environmentId }, 'write', async (session) => {
    const now = server.clock.now();
    await forgetSome(session, now, { most: 500, atOnce: 100 });
    const unit = `user.key=${victim.names.user}`;
    const dealt = { tenantId: victim.names.tenant, unit, flag: victim.names.flag, variation: 'on' };
    await keepAssignments(session, [dealt], { instead: true, now });
    await selectAssignments(session, { tenants: ['', victim.names.tenant], units: [unit] });
    await forgetOldAssignments(session, now);
  });
  judge(background);
  return { explained: statements, slow };
}

/** What no request waits for, but every request suffers from. */
const background = 'in the background';

async function serveInTheBackground(tx: Transaction, { scope: { environmentId } }: Place, now: Date): Promise<void> {
  const longAgo = new Date(now.getTime() - 365 * 86_400_000);
  await addCounts(tx, [
    { environmentId, subject: 'user:of-exercise', length: 60, start: now, before: longAgo, count: 1 },
  ]);
  await deleteCountsBefore(tx, longAgo);
  await deleteAnswersBefore(tx, longAgo);
}

/** Secret keys with and without a tenant, where the operation allows it. */
async function callersOf(place: Place, operation: Operation, mode: AuthMode): Promise<readonly Headers[]> {
  const { tenant = 'none' } = operation;
  const { secretKey, publishableKey, names } = place;
  if (mode === 'publishable') return [publishableKey];
  if (mode === 'user') return [{ ...publishableKey, authorization: `Bearer ${await place.token()}` }];
  const bound = { ...secretKey, 'x-tenant-id': names.tenant };
  return [
    ...(tenant === 'required' ? [] : [secretKey]),
    ...(isAboutTenant(operation) && !isOfAllTenants(operation) ? [bound] : []),
  ];
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
