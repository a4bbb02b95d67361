import type { Transaction } from '../../../db/contract.ts';
import { selectOwnSecrets } from './queries.ts';
import { open } from './signing-secrets.ts';

/** Signing secrets of the server's own making, of all environments: receivers know them, so that no other will do. */
export async function countUnopenedSecrets(tx: Transaction, masterKey: Uint8Array | null): Promise<number> {
  const rows = await selectOwnSecrets(tx);
  return rows.filter(
    ({ secret, ...row }) => secret !== null && (masterKey === null || open({ ...row, masterKey }, secret) === null),
  ).length;
}
