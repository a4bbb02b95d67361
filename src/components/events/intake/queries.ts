import type { Session } from '../../../db/contract.ts';
import { receivedEvents } from '../tables.ts';

/** False when it was there already. Whoever comes with the same id meanwhile waits until this transaction has ended. */
export async function insertReceived(session: Session, provider: string, eventId: string, now: Date): Promise<boolean> {
  const { rowCount } = await session.tx
    .insert(receivedEvents)
    .values({ environmentId: session.environmentId, provider, eventId, receivedAt: now })
    .onConflictDoNothing();
  return rowCount === 1;
}
