import type { Session } from '../../../db/contract.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { selectFirstHour, selectUsage } from './counts/queries.ts';
import { selectFlags } from './live/queries.ts';

/** How often each live flag was evaluated in these days, and when last. */
export async function readUsage(session: Session, days: number, now: Date): Promise<JsonObject> {
  const since = new Date(now.getTime() - days * 86_400_000);
  const flags = await selectFlags(session);
  const usage = Map.groupBy(await selectUsage(session, since), ({ flag }) => flag);
  const first = await selectFirstHour(session);
  return {
    since: since.toISOString(),
    reportedSince: first?.toISOString() ?? null,
    flags: flags.map(({ key, liveSince }) => {
      const served = usage.get(key) ?? [];
      const last = served.map((one) => one.last.toISOString()).toSorted();
      return {
        key,
        liveSince: liveSince.toISOString(),
        lastEvaluated: last.at(-1) ?? null,
        evaluations: served.reduce((total, { count }) => total + count, 0),
        variations: served.map((one) => ({
          variation: one.variation === '' ? null : one.variation,
          evaluations: one.count,
          lastEvaluated: one.last.toISOString(),
        })),
      };
    }),
  };
}
