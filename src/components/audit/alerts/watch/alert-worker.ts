import type { Transaction } from '../../../../db/contract.ts';
import { secondsHeldBack } from '../../../../db/follow/lag.ts';
import { movePlace, takePlace } from '../../../../db/follow/take-place.ts';
import type { Ids } from '../../../../host/contract.ts';
import type { Worker } from '../../../../server/contract.ts';
import type { ConditionTests } from '../../../ports.ts';
import { LiveRules } from './live-rules.ts';
import { deleteForgotten, selectEntries } from './queries.ts';
import { seeEntries } from './see-entries.ts';
import { seeSilence } from './see-silence.ts';

const name = 'audit-alerts';

/** Entries in one transaction. Other followers of rows wait for it. */
const entriesPerRound = 1000;

/** Milliseconds that an entry may take from the clock it is dated by to its place in the chain. */
const grace = 5000;

const forgetEvery = 60_000;

/**
 * Goes through sealed entries in the order of their chains, and raises alarms. Whichever server takes the place does
 * it; where it stands, what it remembers and what it has raised are written in one transaction.
 */
export function alertWorker({ conditions, ids }: { readonly conditions: ConditionTests; readonly ids: Ids }): Worker {
  const rules = new LiveRules(conditions);
  let behind = 0;
  let forgotten = 0;

  const wait = async (tx: Transaction, now: Date): Promise<'more' | 'done'> => {
    // What was dated before this has been seen, however long whoever wrote it took to commit.
    const known = new Date(now.getTime() - grace - (await secondsHeldBack(tx)) * 1000);
    const isMore = await seeSilence(tx, { rules, ids, now, known });
    if (now.getTime() - forgotten >= forgetEvery) {
      await deleteForgotten(tx, now);
      forgotten = now.getTime();
    }
    return isMore ? 'more' : 'done';
  };

  return {
    name,
    pause: 200,
    gauges: [
      {
        name: 'dream_alerts_behind_seconds',
        help: 'How old the first entry is that alert rules have not looked at; 0 when there is none.',
        read: () => behind,
      },
    ],
    round: ({ database, now }) =>
      database.withControlPlane('write', async (tx) => {
        const place = await takePlace(tx, name);
        if (place === null) return 'done';
        const found = await selectEntries(tx, place, entriesPerRound);
        const unsealed = found.findIndex(({ sequence }) => sequence === null);
        const sealed = unsealed === -1 ? found : found.slice(0, unsealed);
        const next = found[sealed.length];
        behind = next === undefined ? 0 : Math.max(0, (now.getTime() - next.recordedAt.getTime()) / 1000);
        const last = sealed.at(-1);
        if (last === undefined) return found.length === 0 ? wait(tx, now) : 'done';
        await seeEntries(tx, sealed, { rules, ids, now });
        await movePlace(tx, name, last);
        return unsealed === -1 ? 'more' : 'done';
      }),
  };
}
