import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { verifyExport } from '../../../../src/components/audit/proof/verify-export.ts';
import type { AuditClient, ExportQuery } from '../../../../src/app/audit-client.ts';
import type { Database } from '../../../../src/db/contract.ts';
import { controlPlaneOn, requestOn } from '../../../support/control-plane.ts';
import { anyDatabase } from '../../../support/databases.ts';

async function read(audit: AuditClient['audit'], query: Partial<ExportQuery>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await audit.export({ format: 'ndjson', ...query })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function verify(bytes: Buffer): ReturnType<typeof verifyExport> {
  async function* once(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return verifyExport(once(), []);
}

/** Whether entries are not sealed and signed yet: transactions of other tests on the same server hold the sealer back. */
async function isUnproven(database: Database): Promise<boolean> {
  await database.withControlPlane('write', (tx) =>
    // A chain is signed once a second at most.
    tx.execute(sql`UPDATE audit_chains SET signed_at = signed_at - interval '1 minute'`),
  );
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ left: boolean }>(sql`
      SELECT EXISTS (SELECT FROM audit_entries e WHERE NOT EXISTS (SELECT FROM audit_seals s WHERE s.entry_id = e.id))
        OR EXISTS (SELECT FROM audit_chains WHERE signed_size < size) AS left`),
  );
  return rows[0]?.left === true;
}

anyDatabase((databases) => {
  describe('an export of what was really recorded', () => {
    it('FR-A007 is proven by itself, whole, in part, filtered and gone on with', async () => {
      const database = await databases.open();
      const controlPlane = await controlPlaneOn(database);
      const request = requestOn(controlPlane);
      for (let number = 1; number <= 6; number += 1) {
        const flag = { key: `flag-${number}`, body: { variations: { on: true, off: false } } };
        expect((await request('POST', '/v1/flags', flag)).status).toBe(201);
        expect((await request('PUT', `/v1/secrets/SECRET_${number}`, { value: 'x' })).status).toBeLessThan(300);
      }
      do await controlPlane.server.work();
      while (await isUnproven(database));
      const whole = await read(controlPlane.audit, {});
      expect(await verify(whole)).toMatchObject({ valid: true, first: 1, firstInvalid: null });
      const { entries } = await verify(whole);
      expect(entries).toBeGreaterThanOrEqual(12);
      expect(await verify(await read(controlPlane.audit, { after: 5 }))).toMatchObject({ valid: true, first: 6 });
      for (const action of ['flag.*', '*.created', 'nothing.happened']) {
        const filtered = await verify(await read(controlPlane.audit, { action }));
        expect(filtered).toMatchObject({ valid: true, firstInvalid: null });
        expect(filtered.entries).toBeLessThan(entries);
      }
      const lines = whole.toString().split(/(?<=\n)/);
      const rest = await read(controlPlane.audit, { arrived: 4 });
      expect(await verify(Buffer.from(lines.slice(0, 4).join('') + rest.toString()))).toMatchObject({
        valid: true,
        entries,
      });
      const changed = whole.toString().replace('"success"', '"failure"');
      expect(await verify(Buffer.from(changed))).toMatchObject({ valid: false, firstInvalid: { sequence: 1 } });
    });
  });
});
