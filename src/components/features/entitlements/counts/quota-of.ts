import type { Ports } from '../../../ports.ts';
import { type CompleteQuota, countedHere } from './counted-here.ts';

/** Asks whoever meters usage, and counts here what nobody meters. */
export function quotaOf({ quota }: Ports): CompleteQuota {
  if (quota === undefined) return countedHere;
  return {
    use: async (...asked) => (await quota.use(...asked)) ?? countedHere.use(...asked),
    release: async (...asked) => (await quota.release(...asked)) ?? countedHere.release(...asked),
    async used(session, counted, now) {
      const metered = await quota.used(session, counted, now);
      const others = counted.filter(({ entitlement }) => !metered.has(entitlement));
      return new Map([...metered, ...(await countedHere.used(session, others, now))]);
    },
  };
}
