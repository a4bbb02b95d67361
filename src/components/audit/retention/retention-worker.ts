import type { Database, Session } from '../../../db/contract.ts';
import { readLiveResources } from '../../../db/live-resources.ts';
import type { Egress, Host } from '../../../host/contract.ts';
import type { Worker, WorkerContext } from '../../../server/worker.ts';
import type { RecordBeside } from '../../../server/trail.ts';
import { SigningKeys } from '../sealing/signing/signing-keys.ts';
import type { Month } from './month.ts';
import { deleteLeftPersonal } from './months/personal.ts';
import { type RetainedEnvironment, type RetiringContext, retireMonth } from './months/retire-month.ts';
import { openPlace } from './archive/open-place.ts';
import { removeArchives } from './removing/remove-archives.ts';
import { prunePart } from './prune-chain.ts';
import {
  deleteRestored,
  dropMonth,
  earlierNow,
  endTurn,
  keepTurn,
  type RetainingEnvironment,
  selectChains,
  selectMonths,
  selectPolicyTexts,
  selectRetaining,
  takeTurn,
} from './queries.ts';
import { archiveRemovedAction, prunedAction, restoreEndedAction, retentionName } from './recorded.ts';
import { readRetention } from './which-policy.ts';

/** Milliseconds between looks whether anything is past its time. */
const pause = 60 * 60 * 1000;
/** Milliseconds that a turn lasts unless it is kept: longer than any one part takes. */
const turn = 10 * 60 * 1000;
/** Entries that were given back, taken away again at once. */
const mostRestored = 20_000;

export interface RetentionOptions {
  readonly host: Pick<Host, 'clock' | 'files' | 'ids' | 'random' | 'variables'>;
  readonly egress: Pick<Egress, 'call'>;
  readonly masterKey: Uint8Array | null;
  readonly record: RecordBeside;
  readonly version: string;
}

/**
 * Archives or deletes what is past its time, in every chain of every environment that has a policy; past it by the clock
 * of the database as well, so that no server whose clock is ahead deletes what is kept. Of all servers on a
 * database one does it at a time; what it cannot do in one environment, for want of its archive, keeps no other waiting.
 */
export function retentionWorker(options: RetentionOptions): Worker {
  const { host, masterKey } = options;
  const keys = masterKey === null ? null : new SigningKeys({ random: host.random, masterKey });
  return {
    name: retentionName,
    recordedAs: [prunedAction, restoreEndedAction, archiveRemovedAction],
    pause,
    async round(context) {
      const { database, report, signal } = context;
      const environments = await database.withControlPlane('read', selectRetaining);
      const keeping = () => database.withControlPlane('write', (tx) => keepTurn(tx, retentionName, turn));
      const left = { database, signal, keepTurn: keeping };
      if (environments.length === 0) {
        await deleteLeftPersonal(left);
        return 'done';
      }
      if (!(await database.withControlPlane('write', (tx) => takeTurn(tx, retentionName, turn)))) return 'done';
      try {
        const due = await database.withControlPlane('read', (tx) => earlierNow(tx, context.now));
        const retained: RetainedEnvironment[] = [];
        for (const environment of environments) {
          if (signal.aborted) break;
          const read = await readRetained(environment, { ...context, due }, options, keys).catch(report);
          if (read !== undefined) retained.push(read);
        }
        const outside = await retireMonths(retained, { ...context, now: due, clock: host.clock, keepTurn: keeping });
        await deleteLeftPersonal(left).catch(report);
        for (const environment of retained) {
          if (signal.aborted) break;
          await retain(environment, outside, context).catch(report);
          await removeOver(environment, context, keeping).catch(report);
        }
        await dropMonths(context);
      } finally {
        await database.withControlPlane('write', (tx) => endTurn(tx, retentionName));
      }
      return 'done';
    },
  };
}

/** Takes away what was given back until now only, and reads how long everything else is kept. */
async function readRetained(
  environment: RetainingEnvironment,
  { database, due, now, signal }: WorkerContext & { readonly due: Date },
  options: RetentionOptions,
  keys: SigningKeys | null,
): Promise<RetainedEnvironment> {
  const within = scoped(database, environment);
  while (!signal.aborted && (await within.write((session) => endRestored(session, now, options))));
  const { environmentId } = environment;
  const { live, texts } = await within.read(async (session) => ({
    live: await readLiveResources(session, ['RetentionPolicy']),
    texts: await selectPolicyTexts(session.tx, [environmentId]),
  }));
  const { host, record, version } = options;
  return {
    environment,
    policies: live.map(({ body, key }) => readRetention(key, body)),
    options: {
      ...within,
      now: due,
      clock: host.clock,
      policiesAsRead: texts.get(environmentId),
      record,
      version,
      keys,
      nextId: (prefix: string) => host.ids.next(prefix),
      place: (address: string) => openPlace(address, options),
    },
  };
}

/** What is past its time in months of which the rest is kept. `outside`: months that are left for another time. */
async function retain(
  { environment, options, policies }: RetainedEnvironment,
  outside: readonly Month[],
  { database, signal }: WorkerContext,
): Promise<void> {
  if (policies.length === 0) return;
  for (const tenantId of await options.read(selectChains)) {
    while (!signal.aborted && (await prunePart({ ...environment, tenantId }, { outside, policies }, options))) {
      await database.withControlPlane('write', (tx) => keepTurn(tx, retentionName, turn));
    }
  }
}

/** The archives whose own time is over, by both clocks as well. */
async function removeOver(
  { environment: { environmentId }, options, policies }: RetainedEnvironment,
  { report, signal }: WorkerContext,
  keepTurn: () => Promise<void>,
): Promise<void> {
  await removeArchives({ environmentId, policies, signal, keepTurn, report }, options);
}

/** Says whether there was anything to take away. */
async function endRestored(session: Session, now: Date, { record }: RetentionOptions): Promise<boolean> {
  const ended = await deleteRestored(session, now, mostRestored);
  if (ended.length === 0) return false;
  await record(
    session.tx,
    ended.map(({ entries, tenantId }) => ({
      action: restoreEndedAction,
      environmentId: session.environmentId,
      actor: { type: 'system', id: retentionName },
      now,
      changed: {
        resource: { type: 'chain', id: tenantId === '' ? '-' : tenantId },
        ...(tenantId === '' ? {} : { tenantId }),
        before: { entries },
        after: { entries: 0 },
      },
    })),
  );
  return true;
}

function scoped(database: Pick<Database, 'withEnvironment'>, { environmentId, projectId }: RetainingEnvironment) {
  const scope = { projectId, environmentId };
  return {
    read: <T>(work: Parameters<typeof database.withEnvironment<T>>[2]): Promise<T> =>
      database.withEnvironment(scope, 'read', work),
    write: <T>(work: Parameters<typeof database.withEnvironment<T>>[2]): Promise<T> =>
      database.withEnvironment(scope, 'write', work),
  };
}

/**
 * Those of which nothing is kept any longer, whole. What holds one up does not keep the others waiting. Those that could
 * not be, though nothing in them is kept, are said: they may have been archived, and would be once more, entry by entry.
 */
async function retireMonths(
  retained: readonly RetainedEnvironment[],
  context: WorkerContext & Pick<RetiringContext, 'clock' | 'keepTurn'>,
): Promise<readonly Month[]> {
  const { database, report, signal } = context;
  const environments = new Map(retained.map((one) => [one.environment.environmentId, one]));
  const failed: Month[] = [];
  for (const begin of await database.withControlPlane('read', selectMonths)) {
    if (signal.aborted) break;
    const month = { begin, end: new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1, 1)) };
    await retireMonth(month, { ...context, environments }).catch((problem: unknown) => {
      failed.push(month);
      report(problem);
    });
  }
  return failed;
}

/** Those in which nothing is left. Each in a transaction of its own, since it keeps everybody from writing for a moment. */
async function dropMonths({ database, signal }: WorkerContext): Promise<void> {
  for (const month of await database.withControlPlane('read', selectMonths)) {
    if (signal.aborted) return;
    await database.withControlPlane('write', (tx) => dropMonth(tx, month));
  }
}
