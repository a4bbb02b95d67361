import type { StateId, States } from '../evaluate.ts';
import type { KeyState } from '../key-state.ts';

/** For as long as one backtest takes: no more keys than it looks at entries. */
export class StatesInMemory implements States {
  readonly #states = new Map<string, { readonly id: StateId; readonly state: KeyState }>();

  get(id: StateId): KeyState | undefined {
    return this.#states.get(nameOf(id))?.state;
  }

  set(id: StateId, state: KeyState): void {
    this.#states.set(nameOf(id), { id, state });
  }

  all(): readonly { readonly id: StateId; readonly state: KeyState }[] {
    return [...this.#states.values()];
  }
}

function nameOf({ key, rule, tenantId }: StateId): string {
  return JSON.stringify([tenantId, rule, key]);
}
