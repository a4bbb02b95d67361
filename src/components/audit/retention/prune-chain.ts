import type { Session } from '../../../db/contract.ts';
import type { Clock } from '../../../host/contract.ts';
import type { DoneBeside, RecordBeside } from '../../../server/trail.ts';
import { selectCheckpoint } from '../export/queries.ts';
import { selectActions } from '../search/actions/queries.ts';
import type { NoteSigner } from '../proof/note.ts';
import type { SigningKeys } from '../sealing/signing/signing-keys.ts';
import { type Archived, writeArchive } from './archive/write-archive.ts';
import type { ArchivePlace } from './archive/archive-place.ts';
import { archiveName } from './archive/archive-name.ts';
import { refuseChangedPolicies } from './as-read.ts';
import { type Due, dueEntries } from './due-entries.ts';
import type { Month } from './month.ts';
import {
  deletePart,
  insertPruning,
  type PrunedPart,
  type RetainingEnvironment,
  selectOldest,
  selectPart,
} from './queries.ts';
import { doneToArchive, prunedAction } from './recorded.ts';
import type { Retention } from './which-policy.ts';

/** Entries and bytes of one part: what is archived and deleted at once, in memory and in one transaction. */
export const bounds = { most: 20_000, bytes: 32 * 1024 * 1024 };
/** Actions of one tenant that are told apart: each takes its place in the statement. */
const mostActions = 10_000;

export interface PruneOptions {
  /** Before when what is past its time was. */
  readonly now: Date;
  /** Tells when it is taken away. */
  readonly clock: Pick<Clock, 'now'>;
  /** See {@link refuseChangedPolicies}. */
  readonly policiesAsRead: string | undefined;
  readonly version: string;
  readonly nextId: (prefix: string) => string;
  readonly keys: SigningKeys | null;
  readonly record: RecordBeside;
  readonly place: (address: string) => Promise<ArchivePlace>;
  readonly read: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
  readonly write: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
}

type Chain = RetainingEnvironment & { readonly tenantId: string };

/**
 * Takes the next entries out of a chain that are past their time: archives them, verifies the archive by reading it back,
 * and then, in one transaction, deletes them and says so in the same chain. Whoever is killed before that transaction
 * ends has deleted nothing, and leaves at most an archive that no entry names. Says whether there was anything to do.
 *
 * @throws Error where a policy has changed since it was read: nothing was deleted
 */
export async function prunePart(
  chain: Chain,
  { outside, policies }: { readonly outside: readonly Month[]; readonly policies: readonly Retention[] },
  options: PruneOptions,
): Promise<boolean> {
  const { keys, now, read } = options;
  const next = await read(async (session) => {
    for (const found of await findDue(session, chain, policies, now)) {
      const due = { ...found, outside };
      // Only what is signed can be proven later by its archive alone.
      const checkpoint = due.archive === null ? null : await selectCheckpoint(session, chain.tenantId);
      const signer = due.archive === null ? null : ((await keys?.find(session.tx, chain.environmentId)) ?? null);
      const upTo = due.archive === null ? Number.MAX_SAFE_INTEGER : signer === null ? 0 : (checkpoint?.size ?? 0);
      const part = await selectPart(session, chain.tenantId, due, { ...bounds, upTo });
      if (part !== null) return { due, part, signer };
    }
    return null;
  });
  if (next === null) return false;
  const { due, part, signer } = next;
  const id = options.nextId('arc');
  const archived = signer === null ? null : await archivePart(chain, { id, due, part }, signer, options);
  await options.write((session) => removePart(session, chain, { id, due, part, archived }, options));
  return true;
}

/** @returns null where such entries go nowhere */
export async function archivePart(
  chain: Chain,
  { id, due, part }: Omit<Pruned, 'archived'>,
  signer: NoteSigner,
  options: PruneOptions,
): Promise<Archived | null> {
  if (due.archive === null) return null;
  const [name, place] = [archiveName(chain, part, id), await options.place(due.archive)];
  return writeArchive(chain, due, part, { ...options, signer, place, name });
}

async function findDue(
  session: Session,
  { tenantId }: Chain,
  policies: readonly Retention[],
  now: Date,
): Promise<readonly Due[]> {
  const oldest = await selectOldest(session, tenantId);
  const shortest = Math.min(...policies.map(({ keep }) => keep));
  if (oldest === null || oldest.getTime() >= now.getTime() - shortest) return [];
  const actions = await selectActions(session, tenantId, '', mostActions);
  return dueEntries(policies, { tenantId, actions }, now);
}

/** What of a chain goes at once, and where it went. */
export interface Pruned {
  readonly id: string;
  readonly due: Due;
  readonly part: PrunedPart;
  readonly archived: Archived | null;
}

async function removePart(session: Session, chain: Chain, pruned: Pruned, options: PruneOptions): Promise<void> {
  const { archived, due, id, part } = pruned;
  const { environmentId, tenantId } = chain;
  await refuseChangedPolicies(session.tx, [{ environmentId, policiesAsRead: options.policiesAsRead }]);
  const deleted = await deletePart(session, tenantId, due, part);
  // Another server was at the same part: what it has archived and deleted stands, and this archive counts for nothing.
  if (deleted !== part.entries)
    throw new Error(`Of ${part.entries} entries that were due, ${deleted} were still there.`);
  const now = options.clock.now();
  const [first, last] = [BigInt(part.first), BigInt(part.last)];
  const place = { location: archived?.location ?? null, digest: archived?.digest ?? null };
  const gone = { entries: deleted, policies: [...due.policies], prunedAt: now };
  await insertPruning(session, { environmentId, tenantId, id, first, last, ...place, ...gone });
  await options.record(session.tx, [doneOf(chain, pruned, now)]);
}

/** What its own chain says of it. */
export function doneOf({ environmentId, tenantId }: Chain, { archived, due, id, part }: Pruned, now: Date): DoneBeside {
  return doneToArchive(prunedAction, {
    environmentId,
    tenantId,
    id,
    now,
    before: { entries: part.entries },
    after: { entries: 0 },
    metadata: {
      ...part,
      policies: [...due.policies],
      archive: archived?.location ?? null,
      ...(archived === null ? {} : { digest: archived.digest, checkpoint: { ...archived.checkpoint } }),
    },
  });
}
