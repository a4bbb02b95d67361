import type { Session } from '../../../../db/contract.ts';
import { readLiveHashes } from '../../../../db/live-resources.ts';
import { type Translated, translateLive } from '../../delivery/translations.ts';

/** Environments of which they are kept. */
const mostEnvironments = 100;

/*
 * By environment, those asked for longest ago first. What a body of one key becomes depends on nothing else, and it is
 * known by its hash: so one that was read in a transaction that failed is right too, and nothing here can be too old.
 */
const known = new Map<string, Translated>();

/** Flags and segments as they are live. What was translated for an earlier change is neither read nor translated again. */
export async function liveTranslations(session: Session): Promise<Translated> {
  const { environmentId } = session;
  const hashes = await readLiveHashes(session, ['Flag', 'Segment']);
  const translated = await translateLive(session, hashes, known.get(environmentId) ?? null);
  known.delete(environmentId);
  known.set(environmentId, translated);
  const [oldest] = known.keys();
  if (known.size > mostEnvironments && oldest !== undefined) known.delete(oldest);
  return translated;
}
