import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { countMonth } from '../../../../src/components/audit/retention/months/queries.ts';
import type { Month } from '../../../../src/components/audit/retention/month.ts';
import { auditMonthCounts, auditSeals } from '../../../../src/components/audit/tables.ts';
import type { Database } from '../../../../src/db/contract.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { longRun } from '../../../support/long-run.ts';

const tenants = ['', 'globex', 'initech'];
const months: readonly Month[] = [
  { begin: new Date('2025-03-01T00:00:00Z'), end: new Date('2025-04-01T00:00:00Z') },
  { begin: new Date('2025-04-01T00:00:00Z'), end: new Date('2025-05-01T00:00:00Z') },
];
/** The last moment of one month and the first of the next among them. */
const moments = [
  '2025-03-01T00:00:00.000Z',
  '2025-03-31T23:59:59.999Z',
  '2025-04-01T00:00:00.000Z',
  '2025-04-17T12:00:00Z',
];
const hash = Buffer.alloc(32);

type Step =
  | { readonly give: readonly { readonly tenant: string; readonly at: string }[] }
  | { readonly take: string; readonly every: number }
  | { readonly open: Month };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      give: fc.array(fc.record({ tenant: fc.constantFrom(...tenants), at: fc.constantFrom(...moments) }), {
        maxLength: 12,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ take: fc.constantFrom(...tenants), every: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ open: fc.constantFrom(...months) }) },
);

/** As the sealer, and as retention. */
async function run(database: Database, steps: readonly Step[]): Promise<void> {
  const sizes = new Map(tenants.map((tenant) => [tenant, 0n]));
  for (const one of steps) {
    await database.withControlPlane('write', async (tx) => {
      if ('open' in one) {
        await tx.execute(sql`SELECT dream_open_month(${one.open.begin.toISOString()})`);
      } else if ('take' in one) {
        await tx.execute(
          sql`SELECT set_config('role', 'dream_retention', true), set_config('dream.environment_id', 'env_1', true)`,
        );
        await tx.execute(sql`DELETE FROM audit_seals WHERE tenant_id = ${one.take} AND sequence % ${one.every} = 0`);
      } else if (one.give.length > 0) {
        const rows = one.give.map(({ at, tenant: tenantId }) => {
          const sequence = (sizes.get(tenantId) ?? 0n) + 1n;
          sizes.set(tenantId, sequence);
          return {
            environmentId: 'env_1',
            tenantId,
            sequence,
            entryId: `${tenantId}-${sequence}`,
            recordedAt: new Date(at),
          };
        });
        await tx.insert(auditSeals).values(rows.map((row) => ({ ...row, leaf: hash, hash, previousHash: hash })));
      }
    });
  }
}

eachDatabase((databases) => {
  it('FR-A004 what was counted as places were given and taken is what there is', async () => {
    const database = await databases.shared();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        await run(database, steps);
        await database.withControlPlane('write', async (tx) => {
          for (const month of months) {
            await tx.execute(sql`SELECT dream_open_month(${month.begin.toISOString()})`);
            const { rows } = await tx.execute(sql`
              SELECT environment_id AS "environmentId", tenant_id AS "tenantId", min(sequence)::float8 AS first,
                max(sequence)::float8 AS last, count(*)::int AS entries
              FROM audit_seals
              WHERE recorded_at >= ${month.begin.toISOString()} AND recorded_at < ${month.end.toISOString()}
              GROUP BY 1, 2 ORDER BY 1, 2`);
            expect(await countMonth(tx, month)).toEqual(rows);
          }
          await tx.execute(sql`RESET ROLE`);
          await tx.delete(auditSeals);
          for (const { begin } of months) await tx.execute(sql`SELECT dream_drop_month(${begin.toISOString()})`);
          expect(await tx.select().from(auditMonthCounts)).toEqual([]);
        });
      }),
      longRun ? { numRuns: 200 } : { numRuns: 12, seed: 7 },
    );
  });
});
