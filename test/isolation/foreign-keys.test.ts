import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { useDatabases } from '../support/databases.ts';

const databases = useDatabases('postgres');

it('DA-03 every foreign key is served by an index, so that what goes with a row is found without a scan', async () => {
  const database = await databases.shared();
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute(sql`
      SELECT c.conname AS name FROM pg_constraint AS c
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT FROM pg_index AS i
        WHERE i.indrelid = c.conrelid AND i.indpred IS NULL
          AND c.conkey <@ (i.indkey::int2[])[0:cardinality(c.conkey) - 1]
      )`),
  );
  expect(rows).toStrictEqual([]);
});
