import { isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../../db/contract.ts';
import { webhookStates } from '../tables.ts';

/** Signing secrets of the server's own making, sealed, of all environments. */
export async function selectOwnSecrets(
  tx: Transaction,
): Promise<
  readonly { readonly endpoint: string; readonly environmentId: string; readonly secret: Uint8Array | null }[]
> {
  const { endpoint, environmentId, secret } = webhookStates;
  return tx.select({ endpoint, environmentId, secret }).from(webhookStates).where(isNotNull(secret));
}
