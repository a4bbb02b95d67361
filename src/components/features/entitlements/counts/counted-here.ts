import type { Count, Quota } from '../../../ports.ts';
import { type Period, periodAt } from './period.ts';
import { addToCount, type CountRow, selectCounts, takeFromCount } from './queries.ts';

/** A quota that counts everything it is asked about. */
export type CompleteQuota = {
  readonly [method in 'use' | 'release']: (
    ...args: Parameters<Quota[method]>
  ) => Promise<NonNullable<Awaited<ReturnType<Quota[method]>>>>;
} & Pick<Quota, 'used'>;

/** Counts by rows of our own, for entitlements that no meter counts. */
export const countedHere: CompleteQuota = {
  async use(session, counted, { amount, limit, now }) {
    const period = periodAt(counted.resets, now);
    const taken = await addToCount(session, counted, period, { amount, limit });
    if (taken !== undefined) {
      return { taken: true, used: taken.used, resetsAt: periodOf(taken, period).end };
    }
    const [row] = await selectCounts(session, [counted.tenantId], [counted.entitlement]);
    return { taken: false, ...countIn(row, period) };
  },
  async used(session, counted, now) {
    const tenants = [...new Set(counted.map(({ tenantId }) => tenantId))];
    const keys = counted.map(({ entitlement }) => entitlement);
    const rows = new Map((await selectCounts(session, tenants, keys)).map((row) => [row.entitlement, row]));
    return new Map(
      counted.map(({ entitlement, resets }) => [entitlement, countIn(rows.get(entitlement), periodAt(resets, now))]),
    );
  },
  async release(session, counted, { amount, now }) {
    const period = periodAt(counted.resets, now);
    const [row] = await selectCounts(session, [counted.tenantId], [counted.entitlement]);
    if (row === undefined || !isOf(row, period)) return { released: 0n, used: 0n, resetsAt: period.end };
    const left = await takeFromCount(session, counted, amount);
    return { released: left?.released ?? 0n, used: left?.used ?? 0n, resetsAt: period.end };
  },
};

/** What the row says of the period: nothing is used yet where it is of an earlier one. */
export function countIn(row: CountRow | undefined, period: Period): Count {
  if (row === undefined || !isOf(row, period)) return { used: 0n, resetsAt: period.end };
  return { used: row.used, resetsAt: periodOf(row, period).end };
}

/** A later one too: another server's clock is ahead. */
function isOf(row: CountRow, { resets, start }: Period): boolean {
  return row.resets === resets && row.periodStart >= start;
}

function periodOf({ periodStart }: Pick<CountRow, 'periodStart'>, period: Period): Period {
  return periodStart > period.start ? periodAt(period.resets, periodStart) : period;
}
