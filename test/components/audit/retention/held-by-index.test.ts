import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { selectWithPersonal } from '../../../../src/components/audit/retention/gone/queries.ts';
import type { Transaction } from '../../../../src/db/contract.ts';
import { eachDatabase } from '../../../support/databases.ts';

const scope = { projectId: 'prj', environmentId: 'env' };
/** Entries of a tenant, each with something personal, of which one in a hundred is about or by the same somebody. */
const many = 3000;

/** Rows that this transaction has read so far of entries and of what is personal, by an index or not. */
async function readSoFar(tx: Transaction): Promise<number> {
  const { rows } = await tx.execute<{ read: number }>(sql`
    SELECT coalesce(sum(pg_stat_get_xact_tuples_returned(oid) + pg_stat_get_xact_tuples_fetched(oid)), 0)::int AS read
    FROM pg_class WHERE relkind = 'r' AND relname ~ '^audit_(personal|entries)'`);
  return rows[0]?.read ?? 0;
}

eachDatabase((databases) => {
  it('FR-A004 what tells of a person is found by indexes, while applies wait, and each tenant and action once', async () => {
    const database = await databases.shared();
    const done = new Error('nothing is to be left');
    const working = database.withEnvironment(scope, 'write', async (session) => {
      const { tx } = session;
      // Tables and their statistics are for whom they belong to.
      await tx.execute(sql`RESET ROLE`);
      await tx.execute(sql`INSERT INTO projects VALUES ('prj', 'prj', now())`);
      await tx.execute(sql`INSERT INTO environments (id, project_id, key, mode, created_at)
        VALUES ('env', 'prj', 'production', 'live', now())`);
      await tx.execute(sql`SELECT dream_open_month(now())`);
      await tx.execute(sql`
        INSERT INTO audit_entries (id, environment_id, tenant_id, recorded_at, occurred_at, action, outcome, actor_type,
          actor_id, resource_type, body)
        SELECT 'aud_' || n, 'env', 'acme', now(), now(), 'action_' || n % 2, 'success', 'user', 'user_' || n % 100,
          CASE n % 3 WHEN 0 THEN 'user' ELSE 'document' END, '{}'
        FROM generate_series(1, ${many}::int) AS n`);
      await tx.execute(sql`
        INSERT INTO audit_personal
        SELECT 'aud_' || n, 'env', 'acme', now(), 'user_' || (n + 50) % 100, '\\x00', '{}'
        FROM generate_series(1, ${many}::int) AS n`);
      await tx.execute(sql`ANALYZE audit_entries, audit_personal`);
      // So few rows might as well all be read. What counts is whether an index leads to them when they are many.
      await tx.execute(sql`SELECT set_config(name, 'off', true)
        FROM unnest(ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) AS name`);
      await tx.execute(sql`SET LOCAL ROLE dream_app`);
      // Whose entries, by them as about them, all have odd numbers.
      const ofSomebody = [{ tenantId: 'acme', action: 'action_1' }];
      const before = await readSoFar(tx);
      expect(await selectWithPersonal(session, 'acme', 'user_7')).toEqual(ofSomebody);
      const read = (await readSoFar(tx)) - before;
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(many / 3);
      expect(await selectWithPersonal(session, null, 'user_7')).toEqual(ofSomebody);
      expect(await selectWithPersonal(session, 'acme', 'nobody')).toEqual([]);
      throw done;
    });
    await expect(working).rejects.toBe(done);
  });
});
