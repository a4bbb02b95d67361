import type { Session } from '../../../../db/contract.ts';
import { wait } from '../advance.ts';
import { concernsOf, evaluate, placedFor } from '../evaluate.ts';
import type { Firing } from '../firing.ts';
import type { CompiledRule } from '../rules/compile-rule.ts';
import { RuleSet } from '../rules/rule-set.ts';
import { selectBeginning, selectSealed, type Span } from './queries.ts';
import { StatesInMemory } from './states-in-memory.ts';

export interface Backtest {
  /** By rule, in the order of the entries, then what did not come. */
  readonly firings: readonly Firing[];
  /** How many entries were looked at. */
  readonly entries: number;
  /** From when on: `since`, or later where there are more entries than are looked at. */
  readonly from: Date;
  /** Whether all entries of the span were looked at. */
  readonly complete: boolean;
}

/** The newest so many entries are looked at. */
export const mostEntries = 100_000;

const entriesAtOnce = 2000;

/**
 * When rules would have raised their alarms over entries that are stored, each as if it had been the only one and live
 * from the beginning of the span: the same rules, evaluated by the same code. Rules have keys that differ.
 */
export async function backtest(
  session: Session,
  rules: readonly CompiledRule[],
  span: Span,
  most: number = mostEntries,
): Promise<Backtest> {
  const set = new RuleSet(rules);
  const states = new StatesInMemory();
  const { place, recordedAt } = await selectBeginning(session, span, most);
  const firings: Firing[] = [];
  let entries = 0;
  let last = place;
  for (;;) {
    const some = await selectSealed(session, span, last, entriesAtOnce);
    firings.push(...evaluate(concernsOf(set, placedFor(set, some)), states));
    entries += some.length;
    last = some.at(-1) ?? last;
    if (some.length < entriesAtOnce) break;
  }
  const byKey = new Map(rules.map(({ rule }) => [rule.key, rule]));
  for (const { id, state } of states.all()) {
    const rule = byKey.get(id.rule);
    const raised = rule === undefined ? null : (wait(rule, state, span.until.getTime())?.raised ?? null);
    if (rule !== undefined && raised !== null) firings.push({ ...raised, rule, tenantId: id.tenantId, key: id.key });
  }
  return { firings, entries, from: recordedAt ?? span.since, complete: recordedAt === null };
}
