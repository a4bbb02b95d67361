import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../../../../db/contract.ts';
import { placeOf } from '../archive/place-of.ts';
import { refuseChangedPolicies } from '../as-read.ts';
import type { PruneOptions } from '../prune-chain.ts';
import { archiveRemovedAction, doneToArchive } from '../recorded.ts';
import type { Retention } from '../which-policy.ts';
import { keptUntil } from './kept-until.ts';
import { claimArchive, markRemoved, releaseArchive, selectArchives, type StoredArchive } from './queries.ts';

/** Archives that are looked at in one transaction. */
const most = 1_000;
/** Milliseconds for which an archive is claimed: a bucket is given up before, after two minutes. */
const claimed = 180_000;
/** Milliseconds between two archives at least, in which whoever applies a policy gets a turn. */
const rest = 50;
/** Milliseconds. Where a place is slower, nothing more is claimed in this round. */
const patience = 5_000;

export interface Removing {
  readonly environmentId: string;
  readonly policies: readonly Retention[];
  /** Looked at between archives. */
  readonly signal: AbortSignal;
  /** Whoever does this goes on doing so. */
  readonly keepTurn: () => Promise<void>;
  /** Of an archive that could not be removed. */
  readonly report: (problem: unknown) => void;
}

/** Removes the archives of an environment whose time is over. One that cannot be removed now is tried again the next time. */
export async function removeArchives(removing: Removing, options: PruneOptions): Promise<void> {
  const { keepTurn, policies, report, signal } = removing;
  const shortest = Math.min(...policies.map(({ archiveKeep }) => archiveKeep));
  if (!Number.isFinite(shortest)) return;
  const writtenBy = new Date(options.now.getTime() - shortest);
  for (let after = ''; !signal.aborted; ) {
    const behind = after;
    const page = await options.read((session) => selectArchives(session, writtenBy, { after: behind, most }));
    for (const archive of page) {
      const until = keptUntil(policies, archive);
      if (signal.aborted || until === null || until > options.now) continue;
      const begun = performance.now();
      await removeArchive(archive, removing, options).catch(report);
      const took = performance.now() - begun;
      // A hold that is refused now, since one archive is claimed, must not find the next one claimed whenever it comes again.
      if (took > patience) return;
      await keepTurn();
      await sleep(Math.max(rest, took), undefined, { signal }).catch(() => undefined);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < most) return;
    after = last.id;
  }
}

/**
 * Removes one and says so in its chain. No transaction is open while the archive is removed: one that has read the policies
 * for sure has written, and would hold back all followers of rows for as long as a bucket does not answer. Instead it is
 * claimed before, in a transaction that applies wait for and that waits for them: a hold came before, and then nothing is
 * removed; or it finds the claim, and `refuseWhileRemoved` has it come after. A claim that has lapsed is of a server that
 * was killed; it may have removed the archive and said nothing. The next finds none there any more, and says so.
 *
 * @throws Error where a policy has changed since it was read, and then it is still there
 */
async function removeArchive(
  archive: StoredArchive,
  { environmentId }: Removing,
  { clock, place, policiesAsRead, record, write }: PruneOptions,
): Promise<void> {
  const { address, name } = placeOf(archive.location);
  const from = await place(address);
  const claim = await write(async (session: Session) => {
    await refuseChangedPolicies(session.tx, [{ environmentId, policiesAsRead }]);
    return claimArchive(session, archive, claimed);
  });
  if (claim === null) return;
  try {
    await from.remove(name);
    await write(async (session: Session) => {
      const now = clock.now();
      if (!(await markRemoved(session, archive, now))) return;
      const { entries, id, location, policies, tenantId } = archive;
      await record(session.tx, [
        doneToArchive(archiveRemovedAction, {
          environmentId,
          tenantId,
          id,
          now,
          before: { location },
          after: { location: null },
          metadata: { entries, policies: [...policies] },
        }),
      ]);
    });
  } catch (problem) {
    // Where not even that can be said, it lapses.
    await write((session) => releaseArchive(session, archive, claim)).catch(() => undefined);
    throw problem;
  }
}
