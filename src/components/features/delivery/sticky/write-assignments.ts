import type { Session } from '../../../../db/contract.ts';
import type { Ports } from '../../../ports.ts';
import { goneTenants } from '../../gone-tenants.ts';
import { keepAssignments } from './queries.ts';
import type { Waiting } from './waiting.ts';

const atOnce = 1000;

/** In a session of the whole environment; in one order, so that servers do not wait for each other in a circle. */
export async function writeAssignments(
  session: Session,
  waiting: readonly Waiting[],
  { now, ports }: { readonly now: Date; readonly ports: Ports },
): Promise<void> {
  const gone = await goneTenants(session, new Set(waiting.map(({ tenantId }) => tenantId)), ports);
  const ordered = waiting
    .filter(({ tenantId }) => !gone.has(tenantId))
    .map((one) => [JSON.stringify([one.tenantId, one.unit, one.flag]), one] as const)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, one]) => one);
  for (let from = 0; from < ordered.length; from += atOnce) {
    const some = ordered.slice(from, from + atOnce);
    for (const instead of [false, true]) {
      const rows = some
        .filter((one) => one.instead === instead)
        .map(({ flag, tenantId, unit, variation }) => ({ flag, tenantId, unit, variation }));
      await keepAssignments(session, rows, { instead, now });
    }
  }
}
