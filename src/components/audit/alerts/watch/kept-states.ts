import type { Transaction } from '../../../../db/contract.ts';
import type { StateId, States } from '../evaluate.ts';
import { forgetAt } from '../forget-at.ts';
import type { KeyState } from '../key-state.ts';
import { dueAt } from '../patterns/absent.ts';
import type { Rule } from '../rules/rule.ts';
import {
  deleteStates,
  deleteStatesBeyond,
  selectStates,
  type StateKey,
  type StateRow,
  upsertStates,
} from './queries.ts';

/** Of one rule in one chain so many keys are remembered; beyond that, those that matter no longer than the others go. */
const mostKeys = 10_000;

interface Kept {
  readonly id: StateId;
  readonly row: boolean;
  readonly state: KeyState | undefined;
  readonly changed: boolean;
}

/** The states of one environment that a round needs: read at its beginning, written at its end. */
export class KeptStates implements States {
  readonly #environmentId: string;
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #kept = new Map<string, Kept>();

  private constructor(environmentId: string, rules: readonly Rule[]) {
    this.#environmentId = environmentId;
    this.#rules = new Map(rules.map((rule) => [rule.key, rule]));
  }

  static async read(
    tx: Transaction,
    environmentId: string,
    rules: readonly Rule[],
    ids: readonly StateId[],
  ): Promise<KeptStates> {
    const states = new KeptStates(environmentId, rules);
    const wanted = new Map(ids.map((id) => [nameOf(id), { environmentId, ...id }]));
    for (const row of await selectStates(tx, [...wanted.values()])) states.#take(row);
    return states;
  }

  static of(environmentId: string, rules: readonly Rule[], rows: readonly StateRow[]): KeptStates {
    const states = new KeptStates(environmentId, rules);
    for (const row of rows) states.#take(row);
    return states;
  }

  get(id: StateId): KeyState | undefined {
    return this.#kept.get(nameOf(id))?.state;
  }

  set(id: StateId, state: KeyState): void {
    const row = this.#kept.get(nameOf(id))?.row ?? false;
    this.#kept.set(nameOf(id), { id, row, state, changed: true });
  }

  /** What was counted under another pattern, or for a rule that is gone, is not gone on with. */
  #take({ key, patternHash, rule, state, tenantId }: StateRow): void {
    const id = { tenantId, rule, key };
    const fits = this.#rules.get(rule)?.patternHash === patternHash;
    this.#kept.set(nameOf(id), { id, row: true, state: fits ? state : undefined, changed: !fits });
  }

  async write(tx: Transaction): Promise<void> {
    const [rows, gone, grown]: [StateRow[], StateKey[], Map<string, StateKey>] = [[], [], new Map()];
    for (const { changed, id, row, state } of this.#kept.values()) {
      if (!changed) continue;
      const key = { environmentId: this.#environmentId, ...id };
      const made = this.#rowOf(key, state);
      if (made !== null) rows.push(made);
      else if (row) gone.push(key);
      if (made !== null && !row) grown.set(nameOf({ ...id, key: '' }), key);
    }
    await upsertStates(tx, rows);
    await deleteStates(tx, gone);
    for (const key of grown.values()) await deleteStatesBeyond(tx, key, mostKeys);
  }

  #rowOf(key: StateKey, state: KeyState | undefined): StateRow | null {
    const rule = this.#rules.get(key.rule);
    const until = rule === undefined || state === undefined ? null : forgetAt(rule, state);
    if (rule === undefined || state === undefined || until === null) return null;
    const { pattern } = state;
    const due = rule.pattern.is === 'absent' && pattern?.is === 'absent' ? dueAt(rule.pattern, pattern.watched) : null;
    return {
      ...key,
      patternHash: rule.patternHash,
      state,
      dueAt: due === null ? null : new Date(due),
      forgetAt: new Date(until),
    };
  }
}

function nameOf({ key, rule, tenantId }: StateId): string {
  return JSON.stringify([tenantId, rule, key]);
}
