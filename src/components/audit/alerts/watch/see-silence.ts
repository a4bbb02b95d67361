import type { Transaction } from '../../../../db/contract.ts';
import { wait } from '../advance.ts';
import type { Firing } from '../firing.ts';
import { KeptStates } from './kept-states.ts';
import type { LiveRules } from './live-rules.ts';
import { selectDue } from './queries.ts';
import { raise, type Raising } from './raise.ts';

const statesPerRound = 500;

/** Raises alarms about what has not come by `known`, a moment of which all entries have been seen. Says whether there may be more. */
export async function seeSilence(
  tx: Transaction,
  known: Date,
  live: LiveRules,
  raising: Omit<Raising, 'environmentId'>,
): Promise<boolean> {
  const due = await selectDue(tx, known, statesPerRound);
  const byEnvironment = Map.groupBy(due, ({ environmentId }) => environmentId);
  const rulesOf = await live.read(tx, new Set(byEnvironment.keys()));
  for (const [environmentId, rows] of byEnvironment) {
    const rules = (rulesOf.get(environmentId)?.rules ?? []).map(({ rule }) => rule);
    const states = KeptStates.of(environmentId, rules, rows);
    const firings = rows.flatMap(({ key, rule: name, tenantId }): readonly Firing[] => {
      const rule = rules.find((one) => one.key === name);
      const state = states.get({ tenantId, rule: name, key });
      const waited = rule === undefined || state === undefined ? null : wait(rule, state, known.getTime());
      if (rule === undefined || waited === null) return [];
      states.set({ tenantId, rule: name, key }, waited.state);
      return waited.raised === null ? [] : [{ ...waited.raised, rule, tenantId, key }];
    });
    await states.write(tx);
    await raise(tx, firings, { ...raising, environmentId });
  }
  return due.length === statesPerRound;
}
