import type { Database } from '../../../../db/contract.ts';
import { selectCheckpoint } from '../../export/queries.ts';
import { sealerName } from '../../sealing/sealer.ts';
import { type Due, dueEntries } from '../due-entries.ts';
import { archivePart, bounds, doneOf, type Pruned, type PruneOptions } from '../prune-chain.ts';
import { type PrunedPart, type RetainingEnvironment, selectPart } from '../queries.ts';
import { keptFor, type Retention } from '../which-policy.ts';
import {
  type Alike,
  type ChainPart,
  deletePersonal,
  dropWhole,
  insertPrunings,
  type Month,
  selectActionsOf,
  selectAlike,
  selectNewest,
  selectParts,
} from './queries.ts';

/** Of what is kept apart from entries, so many at once. */
const most = 20_000;
/** So many kinds of entries are looked at before all of them are. */
const looked = 500;
/** Entries that say of chains that something is gone, written at once. */
const mostSaid = 1_000;

export interface RetainedEnvironment {
  readonly environment: RetainingEnvironment;
  readonly policies: readonly Retention[];
  readonly options: PruneOptions;
}

export interface RetiringContext {
  readonly database: Pick<Database, 'withControlPlane'>;
  readonly environments: ReadonlyMap<string, RetainedEnvironment>;
  readonly now: Date;
  /** Whoever does this goes on doing so. */
  readonly keepTurn: () => Promise<void>;
}

interface Gone {
  readonly of: RetainedEnvironment;
  readonly tenantId: string;
  readonly pruned: Pruned;
}

/**
 * Takes a month away as a whole once everything in it is past its time: archives it where policies say so, without
 * deleting anything, and then drops its partitions in the transaction that says so in every chain. Says whether it is
 * gone; where it is not, because something in it is kept, nothing was done.
 *
 * @throws Error when it could not be archived or dropped after all: then it is as it was, and other archives are written
 * the next time
 */
export async function retireMonth(month: Month, context: RetiringContext): Promise<boolean> {
  const { database, environments, now } = context;
  const newest = await database.withControlPlane('read', (tx) => selectNewest(tx, month, sealerName));
  if (newest === null) return false;
  const over = await selectOver(month, context);
  if (over === null) return false;
  const gone: Gone[] = [];
  const duesOfAlike = new Map<string, readonly Due[]>();
  for (const part of over.parts) {
    const of = environments.get(part.environmentId);
    const { tenantId } = part;
    if (of === undefined) return false;
    // The same for all tenants that the same policies name.
    const alike = [
      part.environmentId,
      ...of.policies.flatMap(({ key, tenants }) => (tenants?.has(tenantId) === true ? [key] : [])),
    ].join(' ');
    const dues =
      duesOfAlike.get(alike) ??
      dueEntries(of.policies, { tenantId, actions: over.actions.get(part.environmentId) ?? [] }, now);
    duesOfAlike.set(alike, dues);
    const prunings = await pruneAll(month, { of, tenantId, part, dues }, context);
    if (prunings === null) return false;
    gone.push(...prunings.map((pruned) => ({ of, tenantId, pruned })));
  }
  while ((await database.withControlPlane('write', (tx) => deletePersonal(tx, month, most))) > 0)
    await context.keepTurn();
  await database.withControlPlane('write', async (tx) => {
    for (let said = 0; said < gone.length; said += mostSaid) {
      const some = gone.slice(said, said + mostSaid);
      await insertPrunings(
        tx,
        some.map(({ of, pruned: { archived, id, part }, tenantId }) => ({
          environmentId: of.environment.environmentId,
          tenantId,
          id,
          first: BigInt(part.first),
          last: BigInt(part.last),
          entries: part.entries,
          location: archived?.location ?? null,
          digest: archived?.digest ?? null,
          prunedAt: now,
        })),
      );
      const [first] = some;
      await first?.of.options.record(
        tx,
        some.map(({ of, pruned, tenantId }) => doneOf({ ...of.environment, tenantId }, pruned, now)),
      );
    }
    if (!(await dropWhole(tx, month, newest)))
      throw new Error(`The month from ${month.begin.toISOString()} on is in use. It is dropped another time.`);
  });
  return true;
}

/**
 * The chains of a month, and the actions of each environment in it; null where anything is kept beyond now. Some of it is looked at first, since most months are kept. Then every
 * tenant is held against every action there is, with or without entries of both: the database tells those apart slowly.
 */
async function selectOver(
  month: Month,
  { database, environments, now }: RetiringContext,
): Promise<{ readonly actions: ReadonlyMap<string, readonly string[]>; readonly parts: readonly ChainPart[] } | null> {
  const isPast = (alike: Alike): boolean =>
    month.end.getTime() + keptFor(environments.get(alike.environmentId)?.policies ?? [], alike) <= now.getTime();
  const some = await database.withControlPlane('read', (tx) => selectAlike(tx, month, looked));
  if (!some.every(isPast)) return null;
  const actions = await database.withControlPlane('read', (tx) => selectActionsOf(tx, month));
  const parts = await database.withControlPlane('read', (tx) => selectParts(tx, month));
  const all = parts.every((part) =>
    (actions.get(part.environmentId) ?? []).every((action) => isPast({ ...part, action })),
  );
  return all ? { actions, parts } : null;
}

interface ChainInMonth {
  readonly of: RetainedEnvironment;
  readonly tenantId: string;
  readonly part: PrunedPart;
  readonly dues: readonly Due[];
}

/** All of a chain that is in the month, archived where it goes to an archive; null where it cannot be, as it is not signed. */
async function pruneAll(
  month: Month,
  { of: { environment, options }, dues, part, tenantId }: ChainInMonth,
  { keepTurn }: RetiringContext,
): Promise<readonly Pruned[] | null> {
  const ofMonth = dues.map((due) => ({
    ...due,
    since: month.begin,
    actions: due.actions.map(({ action }) => ({ action, before: month.end })),
  }));
  const [only] = ofMonth;
  if (ofMonth.length === 1 && only !== undefined && only.archive === null)
    return [{ id: options.nextId('arc'), due: only, part, archived: null }];
  const signed = await options.read(async (session) => ({
    signer: (await options.keys?.find(session.tx, environment.environmentId)) ?? null,
    size: (await selectCheckpoint(session, tenantId))?.size ?? 0,
  }));
  if (signed.signer === null || signed.size < part.last) return null;
  const prunings: Pruned[] = [];
  for (const due of ofMonth) {
    for (let after = part.first - 1; ; ) {
      const behind = after;
      const next = await options.read((session) =>
        selectPart(session, tenantId, due, { ...bounds, after: behind, upTo: part.last }),
      );
      if (next === null) break;
      const id = options.nextId('arc');
      const archived = await archivePart({ ...environment, tenantId }, { id, due, part: next }, signed.signer, options);
      prunings.push({ id, due, part: next, archived });
      await keepTurn();
      after = next.last;
    }
  }
  return prunings;
}
