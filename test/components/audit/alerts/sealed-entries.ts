// Entries in the database as the sealer leaves them, without its hashes: for tests that are about what comes after it.
import { sql } from 'drizzle-orm';
import { alertWorker } from '../../../../src/components/audit/alerts/watch/alert-worker.ts';
import type { AuditEntry } from '../../../../src/components/audit/entries/entry.ts';
import { auditEntries, auditSeals } from '../../../../src/components/audit/tables.ts';
import type { WebhookCalls } from '../../../../src/components/ports.ts';
import { conditionTests } from '../../../../src/components/features/condition-tests.ts';
import type { Database } from '../../../../src/db/contract.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import type { Worker } from '../../../../src/server/worker.ts';
import { entryAt, instant } from './entries.ts';

const { ids } = createHost();

export function makeWorker(webhooks?: WebhookCalls): Worker {
  // Nobody gives the entries of alarms their places here, and the worker would wait for that.
  return alertWorker({ conditions: conditionTests, ids, webhooks, record: () => Promise.resolve() });
}

/** Rounds of a worker until there is nothing more to do, at a moment so many milliseconds after the beginning of 2027. */
export async function watch(
  database: Database,
  after: number,
  worker = makeWorker(),
  report = (problem: unknown): void => {
    throw problem;
  },
): Promise<void> {
  const context = {
    database,
    now: new Date(instant(after)),
    signal: new AbortController().signal,
    report,
  };
  do {
    while ((await worker.round(context)) === 'more');
  } while (await isHeldBack(database));
}

/** Whether there are sealed entries left: transactions of other tests, in other databases, hold back whoever follows rows. */
async function isHeldBack(database: Database): Promise<boolean> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ left: boolean }>(sql`
      SELECT EXISTS (SELECT FROM audit_entries e JOIN audit_seals s ON s.entry_id = e.id WHERE (e.transaction, e.id) >
        (SELECT coalesce(max(transaction::text), '0')::xid8, coalesce(max(id), '') FROM followers WHERE name = 'audit-alerts')) AS left`),
  );
  return rows[0]?.left === true;
}

/** Adds entries of the tenant `globex`, in whose chain no apply writes, each at its milliseconds after the beginning of 2027, and answers with their ids. */
export async function addEntries(
  database: Database,
  environmentId: string,
  entries: readonly (readonly [after: number, differing?: Partial<AuditEntry>])[],
): Promise<readonly string[]> {
  const rows = entries.map(([after, differing]) => {
    const entry = entryAt(after, { tenantId: 'globex', ...differing, id: ids.next('aud') });
    return {
      id: entry.id,
      environmentId,
      tenantId: entry.tenantId ?? '',
      recordedAt: new Date(entry.recordedAt ?? entry.timestamp),
      occurredAt: new Date(entry.timestamp),
      action: entry.action,
      outcome: entry.outcome,
      actorType: entry.actor.type,
      actorId: entry.actor.id,
      body: JSON.stringify(entry),
    };
  });
  await database.withControlPlane('write', (tx) => tx.insert(auditEntries).values(rows));
  return rows.map(({ id }) => id);
}

/** Gives the entries that have none their places, in the order in which the sealer would. */
export async function seal(database: Database): Promise<void> {
  await database.withControlPlane('write', async (tx) => {
    const { rows } = await tx.execute<{ id: string; environment: string; tenant: string; at: Date; size: number }>(sql`
      SELECT e.id, e.environment_id AS environment, e.tenant_id AS tenant, e.recorded_at AS at,
        (SELECT count(*)::int FROM audit_seals WHERE environment_id = e.environment_id AND tenant_id = e.tenant_id) AS size
      FROM audit_entries e WHERE NOT EXISTS (SELECT FROM audit_seals s WHERE s.entry_id = e.id)
      ORDER BY e.transaction, e.id`);
    const sizes = new Map<string, number>();
    for (const { at, environment, id, size, tenant } of rows) {
      const chain = `${environment}/${tenant}`;
      const sequence = (sizes.get(chain) ?? size) + 1;
      sizes.set(chain, sequence);
      const none = new Uint8Array(32);
      const seals = { leaf: none, hash: none, previousHash: none };
      await tx.insert(auditSeals).values({
        environmentId: environment,
        tenantId: tenant,
        sequence: BigInt(sequence),
        entryId: id,
        recordedAt: new Date(at),
        ...seals,
      });
    }
  });
}
