import type { Transaction } from '../../../../db/contract.ts';
import { secondsHeldBack } from '../../../../db/follow/lag.ts';
import { movePlace, takePlace } from '../../../../db/follow/take-place.ts';
import type { Ids } from '../../../../host/contract.ts';
import type { Worker } from '../../../../server/worker.ts';
import type { RecordBeside } from '../../../../server/trail.ts';
import type { ConditionTests, WebhookCalls } from '../../../ports.ts';
import { alertsName as name, firedAction } from '../fired.ts';
import { LiveRules } from './live-rules.ts';
import {
  deleteForgotten,
  type SealedRow,
  selectEntries,
  selectWaiting,
  skipUnwatched,
  type Waiting,
  waitFromNow,
} from './queries.ts';
import { seeEntries } from './see-entries.ts';
import { seeSilence } from './see-silence.ts';

/** Milliseconds: with the sealer's own, an alarm is raised within a second. */
const pause = 200;

/** Entries in one transaction. Other followers of rows wait for it. */
const entriesPerRound = 1000;

/** Milliseconds that an entry may take from the clock it is dated by to its place in the chain. */
const grace = 5000;

/** Milliseconds between looks at everything that is remembered. */
const tidyEvery = 60_000;

export interface AlertWorkerOptions {
  readonly conditions: ConditionTests;
  readonly ids: Ids;
  readonly record: RecordBeside;
  /** Undefined: nobody calls endpoints. */
  readonly webhooks: WebhookCalls | undefined;
}

/**
 * Goes through sealed entries in the order of their chains, and raises alarms. Whichever server takes the place does
 * it; where it stands, what it remembers and what it has raised are written in one transaction.
 */
export function alertWorker({ conditions, ids, record, webhooks }: AlertWorkerOptions): Worker {
  let tellLog: (problem: unknown) => void = () => undefined;
  const rules = new LiveRules(conditions, (problem) => tellLog(problem));
  let behind = 0;
  let tidied = Number.NEGATIVE_INFINITY;

  const goOn = async (tx: Transaction, now: Date, { age, due }: Waiting): Promise<'more' | 'done'> => {
    const place = await takePlace(tx, name);
    if (place === null || (await skipUnwatched(tx, name))) return 'done';
    const found = await selectEntries(tx, place, entriesPerRound);
    const unsealed = found.findIndex(({ sequence }) => sequence === null);
    const sealed = (unsealed === -1 ? found : found.slice(0, unsealed)).filter(isSealed);
    const last = sealed.at(-1);
    if (last !== undefined) {
      await seeEntries(tx, sealed, rules, { ids, now, record, webhooks });
      await movePlace(tx, name, last);
    }
    const isMoreDue = due && (await wait(tx, now, (age ?? 0) * 1000));
    return last !== undefined || isMoreDue ? 'more' : 'done';
  };

  /**
   * Tells of silence up to the oldest entry that was not looked at before: where many write, there always is one. What comes
   * behind it, or cannot be seen as yet, was dated after it but for the grace there is, and for as long as whoever wrote it
   * took to commit.
   */
  const wait = async (tx: Transaction, now: Date, age: number): Promise<boolean> => {
    const known = new Date(now.getTime() - age - grace - (await secondsHeldBack(tx)) * 1000);
    return seeSilence(tx, known, rules, { ids, now, record, webhooks });
  };

  return {
    name,
    recordedAs: [firedAction],
    pause,
    gauges: [
      {
        name: 'dream_alerts_behind_seconds',
        help: 'Age of the oldest audit entry that alert rules have not looked at; 0 when they have looked at all.',
        read: () => behind,
      },
    ],
    async round({ database, now, report }) {
      tellLog = report;
      const waiting = await database.withControlPlane('read', (tx) =>
        selectWaiting(tx, name, { known: new Date(now.getTime() - grace), now }),
      );
      behind = waiting.age ?? 0;
      if (waiting.age !== null || waiting.due) {
        const went = await database.withControlPlane('write', (tx) => goOn(tx, now, waiting));
        if (went === 'more') return went;
      }
      // A clock that is set back does not put this off.
      if (Math.abs(now.getTime() - tidied) >= tidyEvery) {
        // What is still to be looked at may be about what is remembered.
        const seen = new Date(now.getTime() - behind * 1000);
        await database.withControlPlane('write', async (tx) => {
          await deleteForgotten(tx, seen);
          await waitFromNow(tx, now);
        });
        tidied = now.getTime();
      }
      return 'done';
    },
  };
}

function isSealed(row: SealedRow): row is SealedRow & { readonly sequence: number } {
  return row.sequence !== null;
}
