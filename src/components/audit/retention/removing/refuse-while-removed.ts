import type { Session } from '../../../../db/contract.ts';
import { readLiveResources } from '../../../../db/live-resources.ts';
import type { Change } from '../../../../engine/changeset/changeset.ts';
import { readRetention } from '../which-policy.ts';
import { keptUntil } from './kept-until.ts';
import { selectBeingRemoved } from './queries.ts';

/**
 * A change of policies does not come between the claim of an archive that is to be kept by it and its removal: it comes
 * once that is over, and then it is known what it still holds. To be called where the change was written: applies and
 * claims wait for one another, so that every claim made before is seen.
 *
 * @throws BeingRemoved
 */
export async function refuseWhileRemoved(changes: readonly Change[], session: Session, now: Date): Promise<void> {
  if (!changes.some(({ kind }) => kind === 'RetentionPolicy')) return;
  const archives = await selectBeingRemoved(session);
  if (archives.length === 0) return;
  const live = await readLiveResources(session, ['RetentionPolicy']);
  const policies = live.map(({ body, key }) => readRetention(key, body));
  for (const archive of archives) {
    const until = keptUntil(policies, archive);
    if (until === null || until > now) throw new BeingRemoved(archive.id);
  }
}

/**
 * Has the state that PostgreSQL gives to a transaction that would succeed without another one. So the whole of it is tried
 * again a few times, which is enough for most removals, and nothing is waited for within it; then whoever applies is told
 * `request/concurrent-change`.
 */
class BeingRemoved extends Error {
  readonly code = '40001';

  constructor(id: string) {
    super(`The archive ${id} is being removed at this moment, and would be kept by this change.`);
  }
}
