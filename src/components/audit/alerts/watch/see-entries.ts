import type { Transaction } from '../../../../db/contract.ts';
import { concernsOf, evaluate, placedFor, stateId } from '../evaluate.ts';
import { KeptStates } from './kept-states.ts';
import type { LiveRules } from './live-rules.ts';
import { type SealedRow, selectBodies } from './queries.ts';
import { raise, type Raising } from './raise.ts';

/** Evaluates sealed entries, in the order in which they were sealed. */
export async function seeEntries(
  tx: Transaction,
  entries: readonly (SealedRow & { readonly sequence: number })[],
  rules: LiveRules,
  raising: Omit<Raising, 'environmentId'>,
): Promise<void> {
  const byEnvironment = Map.groupBy(entries, ({ environmentId }) => environmentId);
  const live = await rules.read(tx, new Set(byEnvironment.keys()));
  for (const [environmentId, rows] of byEnvironment) {
    const set = live.get(environmentId);
    if (set === undefined || set.rules.length === 0) continue;
    const bodies = await selectBodies(tx, rows);
    const stored = rows.flatMap((row) => {
      const body = bodies.get(row.id);
      return body === undefined ? [] : [{ ...row, body }];
    });
    const concerns = concernsOf(set, placedFor(set, stored));
    if (concerns.length === 0) continue;
    const all = set.rules.map(({ rule }) => rule);
    const states = await KeptStates.read(tx, environmentId, all, concerns.map(stateId));
    const firings = evaluate(concerns, states);
    await states.write(tx);
    await raise(tx, firings, { ...raising, environmentId });
  }
}
