import type { Session } from '../../../db/contract.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { Caller } from '../../../server/caller.ts';
import type { Ports } from '../../ports.ts';
import { goneTenants } from '../gone-tenants.ts';
import { contextKeeper, recordReport } from './record-report.ts';
import type { ReportedCount } from './report.ts';
import { rememberContexts } from './seen/queries.ts';
import { keptFor, reporterOf } from './trust.ts';

/** What the server itself has evaluated for others. */
export interface ServedReport {
  readonly counts: readonly ReportedCount[];
  readonly contexts: readonly ServedContext[];
}

/** A context as it was evaluated, and who asked. */
export interface ServedContext {
  readonly context: JsonObject;
  readonly caller: Pick<Caller, 'mode' | 'tenantId' | 'user'>;
}

/** As many as an SDK sends at once. */
const countsAtOnce = 1000;

/** Into the same store as reports of SDKs, in a session of the whole environment. */
export async function recordServed(
  session: Session,
  { contexts, counts }: ServedReport,
  { now, ports }: { readonly now: Date; readonly ports: Ports },
): Promise<void> {
  // In one order over all statements, so that servers never wait for each other in a circle.
  const ordered = counts
    .map((count) => [orderOf(count), count] as const)
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
  for (let from = 0; from < ordered.length; from += countsAtOnce) {
    const some = ordered.slice(from, from + countsAtOnce).map(([, count]) => count);
    await recordReport(session, { counts: some }, { now, reporter: { trusted: true, userId: null, tenantId: null } });
  }
  if (contexts.length === 0) return;
  const keep = await contextKeeper(session);
  const byTenant = Map.groupBy(contexts, ({ caller }) => keptFor(caller));
  const gone = await goneTenants(session, byTenant.keys(), ports);
  for (const [tenantId, theirs] of [...byTenant].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
    if (gone.has(tenantId)) continue;
    const kept = theirs.flatMap(({ caller, context }) => keep(context, reporterOf(caller)));
    await rememberContexts(session, kept, now, tenantId);
  }
}

function orderOf({ flag, reason, variation }: ReportedCount): string {
  return JSON.stringify([flag, variation ?? '', reason]);
}
