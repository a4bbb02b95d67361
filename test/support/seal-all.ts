import { sql } from 'drizzle-orm';
import type { Database } from '../../src/db/contract.ts';
import type { TestControlPlane } from './control-plane.ts';

/** Has the server work until every entry is sealed and signed: transactions of other tests may hold its sealer back. */
export async function sealAll({ server }: TestControlPlane, database: Database): Promise<void> {
  do await server.work();
  while (await isUnproven(database));
}

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
