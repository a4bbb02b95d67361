import type { Month } from './month.ts';
import { keptFor, type Retention, whichArchives, whichPolicy } from './which-policy.ts';

/** Entries of a chain that are past their time, and go to the same place. */
export interface Due {
  /** Where to; null: nowhere. */
  readonly archive: string | null;
  /** Keys of the policies that say where to and for how long, also of those whose archive an immutable one's goes before. */
  readonly policies: readonly string[];
  /** Written at this moment or later. Absent: whenever. */
  readonly since?: Date;
  /** Not those of these months. */
  readonly outside?: readonly Month[];
  /** Of which actions, and written before when. */
  readonly actions: readonly { readonly action: string; readonly before: Date }[];
}

/** What of a tenant's actions is past its time now, by where it goes. Pure. */
export function dueEntries(
  policies: readonly Retention[],
  chain: { readonly tenantId: string; readonly actions: readonly string[] },
  now: Date,
): readonly Due[] {
  const found = chain.actions.flatMap((action) => {
    const retained = { tenantId: chain.tenantId, action };
    const policy = whichArchives(policies, retained);
    const kept = keptFor(policies, retained);
    if (policy === undefined || !Number.isFinite(kept)) return [];
    const decides = whichPolicy(policies, retained);
    // What decides about them may keep its archive longer than the immutable one whose archive they go to.
    const keys = [policy.key, ...(decides === undefined || decides.archive === null ? [] : [decides.key])];
    return [{ policy, keys, action, before: new Date(now.getTime() - kept) }];
  });
  return [...Map.groupBy(found, ({ policy }) => policy.archive)].map(([archive, some]) => ({
    archive,
    policies: [...new Set(some.flatMap(({ keys }) => keys))].toSorted(),
    actions: some.map(({ action, before }) => ({ action, before })),
  }));
}
