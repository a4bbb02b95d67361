import { sql } from 'drizzle-orm';
import type { Transaction } from '../../../../db/contract.ts';
import { environments, followers, resources } from '../../../../db/tables/index.ts';
import { sealerName } from '../../sealing/sealer-name.ts';

/**
 * Where no environment has a rule, moves the follower of this name, whose place `tx` has taken, to where the sealer is,
 * without reading a single entry. A rule that comes later begins with the entries that come later. Says whether it has moved.
 */
export async function skipUnwatched(tx: Transaction, name: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    UPDATE ${followers} AS follower
    SET transaction = sealer.transaction, id = sealer.id, updated_at = now()
    FROM ${followers} AS sealer
    WHERE follower.name = ${name} AND sealer.name = ${sealerName}
      AND (sealer.transaction, sealer.id) > (follower.transaction, follower.id)
      AND NOT EXISTS (
        SELECT FROM ${environments} JOIN ${resources} ON ${resources.environmentId} = ${environments.id}
        WHERE ${resources.kind} = 'AlertRule'
      )`);
  return (rowCount ?? 0) > 0;
}
