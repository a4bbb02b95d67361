import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { exportWriter } from '../../../../src/components/audit/export/write-export.ts';
import { formats } from '../../../../src/components/audit/formats/formats.ts';
import type { Session } from '../../../../src/db/contract.ts';
import { controlPlaneOn } from '../../../support/control-plane.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { seal } from '../hostile-entries.ts';
import { entryOf, storeEntries } from '../stored-entries.ts';

anyDatabase((databases) => {
  it.each([
    ['retention takes the front', [1, 3], true, 5],
    ['retention takes the midst', [3, 5], true, null],
    ['somebody takes the midst', [3, 5], false, 5],
  ] as const)(
    'FR-A007 an export from which %s meanwhile accuses the chain only where retention said nothing',
    async (_, taken, said, left) => {
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
            if (!said) return;
            const { body } = seal(
              entryOf({
                tenantId: 'globex',
                action: 'audit.pruned',
                actor: { type: 'system', id: 'audit-retention' },
                resource: { type: 'archive', id: 'arc_1' },
                metadata: { first: taken[0], last: taken[1], entries: 3 },
              }),
            );
            await tx.execute(sql`INSERT INTO audit_entries (id, environment_id, tenant_id, recorded_at, occurred_at, action,
                outcome, actor_type, actor_id, body)
              VALUES ('aud_pruned', ${id}, 'globex', now(), now(), 'audit.pruned', 'success', 'system', 'audit-retention', ${body})`);
          });
        }
        return database.withEnvironment({ projectId: project, environmentId: id, tenantId: 'globex' }, 'read', work);
      };
      let text = '';
      const reported: string[] = [];
      const { write } = exportWriter(
        { tenant: 'globex', filter: {}, personal: false },
        0,
        { format: 'ndjson', project: 'acme', environment: 'development', filter: {} },
        {
          format: formats.ndjson,
          source: { version: '1' },
          read,
          signer: () => Promise.resolve(null),
          arrived: 0,
          now: () => new Date(),
          report: ({ message }) => void reported.push(message),
        },
      );
      const writing = write(async (bytes) => void (text += Buffer.from(bytes).toString()));
      if (left === null) {
        await expect(writing).rejects.toThrow('Entries were taken out of the chain while it was exported');
        expect(text).not.toContain('{"manifest":');
      } else {
        await writing;
        expect(text).toContain(`"entries":${left},`);
        // Nothing is signed here, and so nothing waits to be.
        expect(text).toContain('"checkpoint":null');
        expect(text).not.toContain('"pending"');
      }
      expect(text.includes('"missing":{"first":3,"last":5}')).toBe(!said);
      expect(reported).toEqual(
        said
          ? []
          : [
              'Entries 3 to 5 are missing from the chain acme/development/globex, and nothing says that retention took any out there.',
            ],
      );
    },
  );
});
