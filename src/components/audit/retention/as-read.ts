import type { Transaction } from '../../../db/contract.ts';
import { lockEnvironments, selectPolicyTexts } from './queries.ts';

export interface PoliciesAsRead {
  readonly environmentId: string;
  /** Undefined: there were none. */
  readonly policiesAsRead: string | undefined;
}

/**
 * Keeps every apply to these environments waiting until this transaction ends, and makes sure that none has changed a
 * policy since they were read. Whoever takes entries away calls this before, in the transaction that does: otherwise a
 * hold that came meanwhile would come too late.
 *
 * @throws Error when any is another
 */
export async function refuseChangedPolicies(tx: Transaction, read: readonly PoliciesAsRead[]): Promise<void> {
  const ids = [...new Set(read.map(({ environmentId }) => environmentId))];
  // Two statements: what the second sees is what was committed when the first had done waiting.
  await lockEnvironments(tx, ids);
  const now = await selectPolicyTexts(tx, ids);
  for (const { environmentId, policiesAsRead } of read) {
    if (now.get(environmentId) !== policiesAsRead)
      throw new Error(
        `The retention policies of ${environmentId} have changed since they were read. What was due is looked at anew another time.`,
      );
  }
}
