import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { insertReceipts, type ReceiptRow } from '../../../../src/components/audit/record/queries.ts';
import { useDatabases } from '../../../support/databases.ts';

const recordedAt = new Date('2026-11-20T09:00:00.000Z');

function receiptOf(key: string): ReceiptRow {
  return { tenantId: '', key, entryId: `aud_${key}`, contentHash: '', recordedAt };
}

// The embedded database has one transaction at a time.
describe('on postgres', () => {
  const databases = useDatabases('postgres');

  it('who sends the same keys in another order waits for the first, and crosses nobody', async () => {
    const database = await databases.shared();
    let attempts = 0;
    const claim = (work: readonly (readonly string[])[], between: () => Promise<void>) =>
      database.withEnvironment({ projectId: 'prj_one', environmentId: 'env_one' }, 'prepared', async (session) => {
        attempts += 1;
        const free: string[] = [];
        for (const keys of work) {
          free.push(...(await insertReceipts(session, keys.map(receiptOf))));
          await between();
        }
        return free;
      });
    const held = Promise.withResolvers<void>();
    const waited = Promise.withResolvers<void>();
    const first = claim([['a'], ['b']], () => {
      held.resolve();
      return waited.promise;
    });
    await held.promise;
    const second = claim([['b', 'a']], () => Promise.resolve());
    const waiting = async (): Promise<number> => {
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute(
          sql`SELECT pid FROM pg_locks WHERE NOT granted AND pid IN (SELECT pid FROM pg_locks
            WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database()))`,
        ),
      );
      return rows.length;
    };
    await expect.poll(waiting).toBe(1);
    waited.resolve();
    expect([(await first).length, (await second).length, attempts]).toEqual([2, 0, 2]);
  });
});
