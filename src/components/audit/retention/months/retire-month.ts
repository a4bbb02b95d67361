import type { Database, Transaction } from '../../../../db/contract.ts';
import type { Clock } from '../../../../host/contract.ts';
import { selectCheckpoint } from '../../export/queries.ts';
import type { NoteSigner } from '../../proof/note.ts';
import { sealerName } from '../../sealing/sealer-name.ts';
import { refuseChangedPolicies } from '../as-read.ts';
import type { Month } from '../month.ts';
import { archivePart, bounds, doneOf, type Pruned } from '../prune-chain.ts';
import { selectPart } from '../queries.ts';
import { type ChainInMonth, chainsOf, isWhollyOver, type RetainedEnvironment, selectOver } from './chains-over.ts';
import { leavePersonal } from './personal.ts';
import { mostSaid, saidAtOnce } from './said-at-once.ts';
import {
  type Chain,
  type CountedChain,
  countMonth,
  dropWhole,
  insertPrunings,
  recountMonth,
  selectEntriesIn,
  selectNewest,
  selectRange,
} from './queries.ts';

export type { RetainedEnvironment };

export interface RetiringContext {
  readonly database: Pick<Database, 'withControlPlane'>;
  readonly environments: ReadonlyMap<string, RetainedEnvironment>;
  readonly now: Date;
  readonly clock: Pick<Clock, 'now'>;
  /** Looked at between parts. */
  readonly signal: AbortSignal;
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
 * gone; where it is not, because something in it is kept or a chain is not signed as yet, nothing was done. What is kept
 * apart from its entries is left to be deleted afterwards.
 *
 * @throws Error when it could not be archived or dropped after all, or a policy has changed meanwhile: then it is as it
 * was, and other archives are written the next time
 */
export async function retireMonth(month: Month, context: RetiringContext): Promise<boolean> {
  const { database, environments, signal } = context;
  const newest = await database.withControlPlane('read', (tx) => selectNewest(tx, month, sealerName));
  if (newest === null) return false;
  const known = (await isWhollyOver(month, context)) ? undefined : await selectOver(month, context);
  if (known === null) return false;
  const archivable = await findArchivable(known ?? [], month, context);
  if (archivable === null) return false;
  const archived: Gone[] = [];
  for (const [chain, signed] of archivable) {
    for await (const pruned of archiveAll(chain, signed, context)) {
      archived.push({ of: chain.of, tenantId: chain.tenantId, pruned });
    }
  }
  if (signal.aborted) return false;
  // Takes about as long as to say of thousands of chains what is gone, and is done meanwhile.
  const written = database.withControlPlane('read', (tx) => selectEntriesIn(tx, month));
  const dropped = database.withControlPlane('write', async (tx) => {
    const counted = await countMonth(tx, month);
    if (counted.length === 0) throw inUse(month);
    // Whoever follows the record waits from the first word on. Of a few chains they are soon said.
    if (counted.length <= mostSaid) refuseUncounted(month, { written: await written, counted });
    const chains = known ?? chainsOf(counted, month, { ...context, actionsOf: new Map() });
    if (chains === null)
      throw new Error(`Something of the month from ${month.begin.toISOString()} on is kept after all.`);
    const deleted = chains.filter((chain) => !archivable.has(chain));
    await sayGone(tx, [...archived, ...asCounted(deleted, counted)], context);
    await leavePersonal(tx, month);
    refuseUncounted(month, { written: await written, counted });
    const concerned = new Set(chains.map(({ of }) => of.environment.environmentId));
    const read = [...environments].flatMap(([environmentId, { options }]) =>
      concerned.has(environmentId) ? [{ environmentId, policiesAsRead: options.policiesAsRead }] : [],
    );
    // As late as can be: until this ends, every apply to these environments waits.
    await refuseChangedPolicies(tx, read);
    if (!(await dropWhole(tx, month, { newest, written: await written }))) throw inUse(month);
  });
  try {
    await allEnded([written, dropped]);
  } catch (problem) {
    if (problem instanceof UncountedMonth) {
      await database
        .withControlPlane('write', (tx) => recountMonth(tx, month))
        .catch((again: unknown) => {
          throw new AggregateError([problem, again], `${problem.message} Nor could it be counted anew.`);
        });
    }
    throw problem;
  }
  return true;
}

/** Entries of a month of which nothing would be said. */
class UncountedMonth extends Error {}

function refuseUncounted(
  { begin }: Month,
  { counted, written }: { readonly counted: readonly CountedChain[]; readonly written: number },
): void {
  const placed = counted.reduce((sum, { entries }) => sum + entries, 0);
  if (written === placed) return;
  throw new UncountedMonth(
    `The month from ${begin.toISOString()} on has ${written} entries, of which ${placed} have a place. It is kept.`,
  );
}

function inUse({ begin }: Month): Error {
  return new Error(`The month from ${begin.toISOString()} on is in use. It is dropped another time.`);
}

/** Rejects with what failed first, and only when none is under way any more: what is left of others must not go on behind it. */
async function allEnded(parts: readonly Promise<unknown>[]): Promise<void> {
  try {
    await Promise.all(parts);
  } finally {
    await Promise.allSettled(parts);
  }
}

/** What of a chain is in the month, all of which is signed. */
interface Signed {
  readonly signer: NoteSigner;
  readonly first: number;
  readonly last: number;
}

/** The chains that go to an archive, before anything is archived; null where one cannot be, as it is not signed. */
async function findArchivable(
  chains: readonly ChainInMonth[],
  month: Month,
  { signal }: RetiringContext,
): Promise<ReadonlyMap<ChainInMonth, Signed> | null> {
  const archivable = new Map<ChainInMonth, Signed>();
  for (const chain of chains) {
    const { dues, of, tenantId } = chain;
    if (signal.aborted) return null;
    if (dues.every(({ archive }) => archive === null)) continue;
    const { keys, read } = of.options;
    const { range, signer, size } = await read(async (session) => ({
      range: await selectRange(session, tenantId, month),
      signer: (await keys?.find(session.tx, session.environmentId)) ?? null,
      size: (await selectCheckpoint(session, tenantId))?.size ?? 0,
    }));
    if (signer === null || range === null || size < range.last) return null;
    archivable.set(chain, { ...range, signer });
  }
  return archivable;
}

/** All of a chain that is in the month, archived where it goes to an archive. */
async function* archiveAll(
  { dues, of: { environment, options }, tenantId }: ChainInMonth,
  { first, last, signer }: Signed,
  { keepTurn, signal }: RetiringContext,
): AsyncGenerator<Pruned> {
  for (const due of dues) {
    for (let after = first - 1; !signal.aborted; ) {
      const behind = after;
      const part = await options.read((session) =>
        selectPart(session, tenantId, due, { ...bounds, after: behind, upTo: last }),
      );
      if (part === null) break;
      const id = options.nextId('arc');
      const archived = await archivePart({ ...environment, tenantId }, { id, due, part }, signer, options);
      yield { id, due, part, archived };
      await keepTurn();
      after = part.last;
    }
  }
}

/** What of chains goes nowhere: all that was counted of each. Of one of which nothing is there any more, nothing goes. */
function asCounted(chains: readonly ChainInMonth[], counted: readonly CountedChain[]): readonly Gone[] {
  const named = ({ environmentId, tenantId }: Chain): string => `${environmentId} ${tenantId}`;
  const countOf = new Map(counted.map((chain) => [named(chain), chain]));
  return chains.flatMap(({ dues: [due], of, tenantId }) => {
    const count = countOf.get(named({ environmentId: of.environment.environmentId, tenantId }));
    if (due === undefined || count === undefined) return [];
    const { entries, first, last } = count;
    const pruned = { id: of.options.nextId('arc'), due, part: { first, last, entries }, archived: null };
    return [{ of, tenantId, pruned }];
  });
}

/**
 * Says in every chain what of it is gone. Two parts at a time: what is said next is put together while PostgreSQL writes
 * what was said last.
 */
async function sayGone(tx: Transaction, gone: readonly Gone[], { clock }: RetiringContext): Promise<void> {
  const parts = saidAtOnce(gone, clock);
  const sayNext = async (): Promise<void> => {
    for (const part of parts) await sayPart(tx, part);
  };
  await allEnded([sayNext(), sayNext()]);
}

async function sayPart(
  tx: Transaction,
  { now, some }: { readonly now: Date; readonly some: readonly Gone[] },
): Promise<void> {
  await insertPrunings(
    tx,
    some.map(({ of, pruned: { archived, due, id, part }, tenantId }) => ({
      ...part,
      environmentId: of.environment.environmentId,
      tenantId,
      id,
      location: archived?.location ?? null,
      digest: archived?.digest ?? null,
      policies: due.policies,
    })),
    now,
  );
  const [first] = some;
  await first?.of.options.record(
    tx,
    some.map(({ of, pruned, tenantId }) => doneOf({ ...of.environment, tenantId }, pruned, now)),
  );
}
