import { describe, expect, it } from 'vitest';
import { verifyExport } from '../../../../src/components/audit/proof/verify-export.ts';
import type { AuditClient, ExportQuery } from '../../../../src/app/audit-client.ts';
import { controlPlaneOn, requestOn } from '../../../support/control-plane.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { sealAll } from '../../../support/seal-all.ts';

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
      await sealAll(controlPlane, database);
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
