import type { Database, Transaction } from '../../../../db/contract.ts';
import type { Clock } from '../../../../host/contract.ts';
import { selectCheckpoint } from '../../export/queries.ts';
import type { NoteSigner } from '../../proof/note.ts';
import { sealerName } from '../../sealing/sealer-name.ts';
import { refuseChangedPolicies } from '../as-read.ts';
import type { Month } from '../month.ts';
import { archivePart, bounds, doneOf, type Pruned } from '../prune-chain.ts';
import { selectPart } from '../queries.ts';
import { type ChainInMonth, type RetainedEnvironment, selectOver } from './chains-over.ts';
import { leavePersonal } from './personal.ts';
import { saidAtOnce } from './said-at-once.ts';
import { dropWhole, insertPrunings, selectNewest } from './queries.ts';

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
  const chains = await selectOver(month, context);
  if (chains === null) return false;
  const signers = await findSigners(chains, context);
  if (signers === null) return false;
  const gone: Gone[] = [];
  for (const chain of chains) {
    for await (const pruned of pruneAll(chain, signers.get(chain), context)) {
      gone.push({ of: chain.of, tenantId: chain.part.tenantId, pruned });
    }
    if (signal.aborted) return false;
  }
  const concerned = new Set(chains.map(({ part }) => part.environmentId));
  const read = [...environments].flatMap(([environmentId, { options }]) =>
    concerned.has(environmentId) ? [{ environmentId, policiesAsRead: options.policiesAsRead }] : [],
  );
  await database.withControlPlane('write', async (tx) => {
    await sayGone(tx, gone, context);
    await leavePersonal(tx, month);
    // As late as can be: until this ends, every apply to these environments waits.
    await refuseChangedPolicies(tx, read);
    if (!(await dropWhole(tx, month, newest)))
      throw new Error(`The month from ${month.begin.toISOString()} on is in use. It is dropped another time.`);
  });
  return true;
}

/** Of the chains that go to an archive, before anything is archived; null where one cannot be, as it is not signed. */
async function findSigners(
  chains: readonly ChainInMonth[],
  { signal }: RetiringContext,
): Promise<ReadonlyMap<ChainInMonth, NoteSigner> | null> {
  const signers = new Map<ChainInMonth, NoteSigner>();
  for (const chain of chains) {
    const { dues, of, part } = chain;
    if (signal.aborted) return null;
    if (dues.every(({ archive }) => archive === null)) continue;
    const { keys, read } = of.options;
    const { signer, size } = await read(async (session) => ({
      signer: (await keys?.find(session.tx, part.environmentId)) ?? null,
      size: (await selectCheckpoint(session, part.tenantId))?.size ?? 0,
    }));
    if (signer === null || size < part.last) return null;
    signers.set(chain, signer);
  }
  return signers;
}

/** All of a chain that is in the month, archived where it goes to an archive. */
async function* pruneAll(
  { dues, of: { environment, options }, part }: ChainInMonth,
  signer: NoteSigner | undefined,
  { keepTurn, signal }: RetiringContext,
): AsyncGenerator<Pruned> {
  const { tenantId } = part;
  const [only] = dues;
  if (signer === undefined) {
    if (only !== undefined) yield { id: options.nextId('arc'), due: only, part, archived: null };
    return;
  }
  for (const due of dues) {
    for (let after = part.first - 1; !signal.aborted; ) {
      const behind = after;
      const next = await options.read((session) =>
        selectPart(session, tenantId, due, { ...bounds, after: behind, upTo: part.last }),
      );
      if (next === null) break;
      const id = options.nextId('arc');
      const archived = await archivePart({ ...environment, tenantId }, { id, due, part: next }, signer, options);
      yield { id, due, part: next, archived };
      await keepTurn();
      after = next.last;
    }
  }
}

/** Says in every chain what of it is gone. */
async function sayGone(tx: Transaction, gone: readonly Gone[], { clock }: RetiringContext): Promise<void> {
  for (const { now, some } of saidAtOnce(gone, clock)) {
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
}
