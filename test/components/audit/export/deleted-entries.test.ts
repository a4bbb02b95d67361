import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { verifyExport } from '../../../../src/components/audit/proof/verify-export.ts';
import type { Database } from '../../../../src/db/contract.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { type Retaining, retaining } from '../retention/retaining.ts';

async function verify(text: string) {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  return verifyExport(chunks(), []);
}

/** As whoever has the database does. */
async function take(database: Database, sequence: number): Promise<void> {
  await database.withControlPlane('write', async (tx) => {
    await tx.execute(sql`SET LOCAL ROLE NONE`);
    await tx.execute(sql`DELETE FROM audit_entries WHERE id IN
      (SELECT entry_id FROM audit_seals WHERE tenant_id = 'globex' AND sequence = ${sequence})`);
    await tx.execute(sql`DELETE FROM audit_seals WHERE tenant_id = 'globex' AND sequence = ${sequence}`);
  });
}

/** As if four hundred days had gone by: retention asks the clock of the database, too. */
async function age(database: Database): Promise<void> {
  await database.withControlPlane('write', async (tx) => {
    await tx.execute(sql`SET LOCAL ROLE NONE`);
    await tx.execute(
      sql`UPDATE audit_entries SET recorded_at = recorded_at - interval '400 days' WHERE tenant_id = 'globex'`,
    );
    await tx.execute(
      sql`UPDATE audit_seals SET recorded_at = recorded_at - interval '400 days' WHERE tenant_id = 'globex'`,
    );
  });
}

const logins = (...days: readonly string[]): Parameters<Retaining['add']>[0] =>
  days.map((at) => [at, 'globex', 'auth.login'] as const);

anyDatabase((databases) => {
  describe('an entry that was deleted in the database', () => {
    it('FR-A007 is named by the export itself where no retention has been, and by whoever verifies it', async () => {
      const { add, database, exported } = await retaining(await databases.shared());
      await add(logins('2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05'));
      await take(database, 3);
      const text = await exported('tenant=globex');
      expect(text).toContain('"missing":{"first":3,"last":3}');
      expect((await verify(text)).firstInvalid).toMatchObject({ reason: 'entry-missing', sequence: 3 });
      const csv = await exported('tenant=globex&format=csv');
      expect(csv).toContain('""missing"":{""first"":3,""last"":3}');
    });

    it('FR-A007 is named though a row beside the chain says that retention was there', async () => {
      const { add, database, environmentId, exported } = await retaining(await databases.shared());
      await add(logins('2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05'));
      await take(database, 3);
      await database.withControlPlane('write', async (tx) => {
        await tx.execute(sql`SET LOCAL ROLE NONE`);
        await tx.execute(sql`INSERT INTO audit_prunings (environment_id, tenant_id, id, first, last, entries, pruned_at)
          VALUES (${environmentId}, 'globex', 'arc_x', 1, 6, 1, now())`);
      });
      expect((await verify(await exported('tenant=globex'))).firstInvalid).toMatchObject({
        reason: 'entry-missing',
        sequence: 3,
      });
      await take(database, 1);
      expect((await verify(await exported('tenant=globex'))).firstInvalid).toMatchObject({ sequence: 1 });
    });

    it('FR-A007 is told from those that retention took, also when what told of them is taken itself', async () => {
      const { add, apply, database, exported, prune, seal } = await retaining(await databases.shared());
      await apply({ all: { keep: '365d' }, bills: { keep: '3650d', appliesTo: { actions: ['billing.*'] } } });
      await add([
        ['2025-03-02', 'globex', 'billing.paid'],
        ...logins('2025-03-03', '2025-03-04', '2026-10-01', '2026-10-02'),
        ['2026-10-03', 'globex', 'billing.paid'],
      ]);
      await prune();
      expect(await verify(await exported('tenant=globex'))).toMatchObject({
        valid: true,
        leftOut: { entries: 2, prunings: [], unsigned: [{ first: 2, last: 3, entries: 2 }] },
      });
      await seal();
      expect(await verify(await exported('tenant=globex'))).toMatchObject({
        valid: true,
        leftOut: { entries: 2, prunings: [{ first: 2, last: 3, entries: 2, prunings: 0 }], unsigned: [], unspoken: [] },
      });
      expect(await verify(await exported('tenant=globex&after=3'))).toMatchObject({
        valid: true,
        leftOut: { entries: 0, prunings: [] },
      });
      await age(database);
      await prune();
      await seal();
      expect(await verify(await exported('tenant=globex'))).toMatchObject({
        valid: true,
        leftOut: {
          entries: 5,
          prunings: [{ first: 4, last: 7, entries: 3, prunings: 1 }],
          unspoken: [{ first: 2, last: 3 }],
        },
      });
      // Without the entry that spoke of them, and of the one before, nothing does.
      await take(database, 8);
      expect((await verify(await exported('tenant=globex'))).firstInvalid).toMatchObject({
        reason: 'entry-missing',
        sequence: 2,
      });
    });
  });
});
