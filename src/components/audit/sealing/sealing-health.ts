import type { Session } from '../../../db/contract.ts';
import type { HealthFact } from '../../contract.ts';
import { mostLookedAt, selectUnsealedOf } from './queries.ts';

/** Milliseconds for which an entry may wait for its place without anybody having to look. */
const patience = 60_000;

/** What `dream status` says of entries that wait for their place in the chain; nothing while none does for long. */
export async function sealingHealth(session: Session, now: Date): Promise<readonly HealthFact[]> {
  const { count, oldest } = await selectUnsealedOf(session, new Date(now.getTime() - patience));
  if (oldest === null) return [];
  const entries = count === 1 ? '1 audit entry has' : `${count} audit entries have`;
  const waiting =
    count < mostLookedAt
      ? `${entries} no place in the chain yet, the oldest since ${oldest.toISOString()}`
      : `At least ${entries} no place in the chain yet, for more than a minute`;
  const message = `${waiting}: a server that runs gives it one`;
  return [{ type: 'AuditSealing', status: 'false', reason: 'Behind', message }];
}
