// A month with four sealed entries of two chains, of which one lacks places between its first and its last. Usage:
//
//   const { saying, tried } = await countingMonth(await databases.open());
//   await tried(async (tx) => { await countMonth(tx, month); return dropWhole(tx, month, { newest, written: 4 }); });   // and undone again
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { type CountedChain, insertPrunings } from '../../../../src/components/audit/retention/months/queries.ts';
import type { Database, SessionScope, Transaction } from '../../../../src/db/contract.ts';
import { retaining } from './retaining.ts';

export const month = { begin: new Date('2025-03-01'), end: new Date('2025-04-01') };
/** Later than any transaction of a test. */
export const newest = '9000000000000';

/** Thrown so that what was tried does not last. */
class Undone extends Error {}

export interface CountingMonth {
  readonly database: Database;
  readonly scope: SessionScope;
  /** What there is to be counted. */
  readonly counted: readonly CountedChain[];
  /** Says of each of these tenants that so many of its entries are gone. */
  saying(tx: Transaction, entries: { readonly [tenant: string]: number }): Promise<void>;
  /** Writes an entry that has no place, by the transaction of that number if there is one given. */
  adding(tx: Transaction, tenant: string, options?: { readonly at?: string; readonly by?: string }): Promise<string>;
  /** Does this, undoes it, and says what it came to. */
  tried<T>(work: (tx: Transaction) => Promise<T>): Promise<T | undefined>;
}

/** @param database of the test's own, since months come and go */
export async function countingMonth(database: Database): Promise<CountingMonth> {
  const { environmentId } = await retaining(database);
  let entries = 0;
  const adding: CountingMonth['adding'] = async (tx, tenant, { at = '2025-03-02', by } = {}) => {
    entries += 1;
    const id = `aud_${entries}`;
    const transaction = by === undefined ? sql`pg_current_xact_id()` : sql`${by}::xid8`;
    await tx.execute(sql`
      INSERT INTO audit_entries
        (id, environment_id, tenant_id, transaction, recorded_at, occurred_at, action, outcome, actor_type, actor_id, body)
      VALUES (${id}, ${environmentId}, ${tenant}, ${transaction}, ${at}, ${at}, 'auth.login', 'success', 'user', 'ada', '{}')`);
    return id;
  };
  const places = [
    ['globex', 3],
    ['globex', 4],
    ['globex', 9],
    ['initech', 1],
  ] as const;
  await database.withControlPlane('write', async (tx) => {
    await tx.execute(sql`SELECT dream_open_month(${month.begin.toISOString()})`);
    for (const [tenant, sequence] of places) {
      const id = await adding(tx, tenant);
      await tx.execute(sql`
        INSERT INTO audit_seals (environment_id, tenant_id, sequence, entry_id, recorded_at, leaf, hash, previous_hash)
        VALUES (${environmentId}, ${tenant}, ${sequence}, ${id}, '2025-03-02', '\\x00', '\\x00', '\\x00')`);
    }
    // What comes later has no place.
    await tx.execute(sql`
      INSERT INTO followers VALUES ('audit-sealer', pg_current_xact_id(), 'aud_9', now())
      ON CONFLICT (name) DO UPDATE SET transaction = EXCLUDED.transaction, id = EXCLUDED.id`);
  });
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ id: string }>(sql`SELECT project_id AS id FROM environments WHERE id = ${environmentId}`),
  );
  return {
    database,
    scope: { projectId: rows[0]?.id ?? '', environmentId },
    counted: [
      { environmentId, tenantId: 'globex', first: 3, last: 9, entries: 3 },
      { environmentId, tenantId: 'initech', first: 1, last: 1, entries: 1 },
    ],
    saying: (tx, said) =>
      insertPrunings(
        tx,
        Object.entries(said).map(([tenantId, count]) => ({
          environmentId,
          tenantId,
          id: `arc_${tenantId}`,
          first: 1,
          last: 9,
          entries: count,
          location: null,
          digest: null,
          policies: ['all'],
        })),
        new Date(),
      ),
    adding,
    async tried(work) {
      const results: Awaited<ReturnType<typeof work>>[] = [];
      const undone = database.withControlPlane('write', async (tx) => {
        results.push(await work(tx));
        throw new Undone();
      });
      await expect(undone).rejects.toThrow(Undone);
      return results[0];
    },
  };
}
