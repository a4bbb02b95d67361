import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { writeExport } from '../../../../src/components/audit/export/write-export.ts';
import { formats } from '../../../../src/components/audit/formats/formats.ts';
import type { Session } from '../../../../src/db/contract.ts';
import { controlPlaneOn } from '../../../support/control-plane.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { entryOf, storeEntries } from '../stored-entries.ts';

anyDatabase((databases) => {
  it.each([
    ['the front', [1, 3], 5],
    ['the midst', [3, 5], null],
  ] as const)(
    'FR-A007 an export from which retention takes %s meanwhile never accuses the chain',
    async (_, taken, left) => {
      const database = await databases.open();
      await (await controlPlaneOn(database)).status();
      await storeEntries(database, { entries: Array.from({ length: 8 }, () => entryOf({ tenantId: 'globex' })) });
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute<{ id: string; project: string }>(
          sql`SELECT id, project_id AS project FROM environments WHERE key = 'development'`,
        ),
      );
      const [{ id, project } = { id: '', project: '' }] = rows;
      let reads = 0;
      const read = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
        reads += 1;
        // Between the look at the chain and the first slice of it.
        if (reads === 2) {
          await database.withControlPlane('write', async (tx) => {
            await tx.execute(sql`SET LOCAL ROLE NONE`);
            await tx.execute(sql`DELETE FROM audit_seals WHERE sequence BETWEEN ${taken[0]} AND ${taken[1]}`);
          });
        }
        return database.withEnvironment({ projectId: project, environmentId: id, tenantId: 'globex' }, 'read', work);
      };
      let text = '';
      const writing = writeExport(
        { tenant: 'globex', filter: {}, personal: false },
        0,
        { format: 'ndjson', project: 'acme', environment: 'development', filter: {} },
        {
          format: formats.ndjson,
          source: { version: '1' },
          send: async (bytes) => void (text += Buffer.from(bytes).toString()),
          read,
          signer: () => Promise.resolve(null),
          arrived: 0,
          now: () => new Date(),
        },
      );
      if (left === null) {
        await expect(writing).rejects.toThrow('Entries were taken out of the chain while it was exported');
        expect(text).not.toContain('{"manifest":');
      } else {
        await writing;
        expect(text).toContain(`"entries":${left},`);
      }
    },
  );
});
