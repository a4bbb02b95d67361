import type { Component } from '../../../components/contract.ts';
import type { Database } from '../../../db/contract.ts';
import { masterKeyName } from '../../../engine/sealing/seal-secret.ts';
import { countSecretsNotSealedWith } from './queries.ts';

/**
 * How many secrets of all environments this master key does not open: those of configurations, and those that components
 * keep themselves. Null opens none. Keys by which the record is signed are not counted: another one is made for them.
 */
export async function countUnopened(
  database: Pick<Database, 'withControlPlane'>,
  components: readonly Component[],
  masterKey: Uint8Array | null,
): Promise<number> {
  return database.withControlPlane('read', async (tx) => {
    let total = await countSecretsNotSealedWith(tx, masterKey === null ? null : masterKeyName(masterKey));
    for (const { unopened } of components) total += (await unopened?.(tx, masterKey)) ?? 0;
    return total;
  });
}

/** For the log of a server that starts nevertheless: whatever needs no secret works. */
export function unopenedWarning(unopened: number, hasMasterKey: boolean): string {
  const they = unopened === 1 ? 'a secret of the database' : `${unopened} secrets of the database`;
  return hasMasterKey
    ? `the master key of this server does not open ${they}: start it with the key that sealed them, or set them again; dream status names them`
    : `this server has no master key to open ${they}: start it with DREAM_MASTER_KEY; dream status names them`;
}
