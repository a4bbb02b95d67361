import type { Transaction } from '../../../../db/contract.ts';
import type { Ids } from '../../../../host/contract.ts';
import { wait } from '../advance.ts';
import type { Firing } from '../firing.ts';
import { KeptStates } from './kept-states.ts';
import type { LiveRules } from './live-rules.ts';
import { selectDue } from './queries.ts';
import { raise } from './raise.ts';

const statesPerRound = 500;

/** Raises alarms about what has not come by `known`, a moment of which all entries have been seen. Says whether there may be more. */
export async function seeSilence(
  tx: Transaction,
  context: { readonly rules: LiveRules; readonly ids: Ids; readonly now: Date; readonly known: Date },
): Promise<boolean> {
  const due = await selectDue(tx, context.known, statesPerRound);
  const byEnvironment = Map.groupBy(due, ({ environmentId }) => environmentId);
  const live = await context.rules.read(tx, new Set(byEnvironment.keys()));
  for (const [environmentId, rows] of byEnvironment) {
    const rules = (live.get(environmentId)?.rules ?? []).map(({ rule }) => rule);
    const states = KeptStates.of(environmentId, rules, rows);
    const firings = rows.flatMap(({ key, rule: name, tenantId }): readonly Firing[] => {
      const rule = rules.find((one) => one.key === name);
      const state = states.get({ tenantId, rule: name, key });
      const waited = rule === undefined || state === undefined ? null : wait(rule, state, context.known.getTime());
      if (rule === undefined || waited === null) return [];
      states.set({ tenantId, rule: name, key }, waited.state);
      return waited.raised === null ? [] : [{ ...waited.raised, rule, tenantId, key }];
    });
    await states.write(tx);
    await raise(tx, firings, { environmentId, ids: context.ids, now: context.now });
  }
  return due.length === statesPerRound;
}
