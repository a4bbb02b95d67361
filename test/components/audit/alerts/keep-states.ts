// Goes through entries with states in memory, which are written as JSON and read again at every step.
import {
  concernsOf,
  evaluate,
  type PlacedEntry,
  type States,
} from '../../../../src/components/audit/alerts/evaluate.ts';
import type { KeyState } from '../../../../src/components/audit/alerts/key-state.ts';
import type { RuleSet } from '../../../../src/components/audit/alerts/rules/rule-set.ts';
import type { AuditEntry } from '../../../../src/components/audit/entries/entry.ts';

export class KeptStates implements States {
  readonly texts = new Map<string, string>();

  get({ key, rule, tenantId }: { readonly tenantId: string; readonly rule: string; readonly key: string }) {
    const text = this.texts.get(JSON.stringify([tenantId, rule, key]));
    return text === undefined ? undefined : (JSON.parse(text) as KeyState);
  }

  set(
    { key, rule, tenantId }: { readonly tenantId: string; readonly rule: string; readonly key: string },
    state: KeyState,
  ) {
    this.texts.set(JSON.stringify([tenantId, rule, key]), JSON.stringify(state));
  }
}

export interface Told {
  readonly rule: string;
  readonly tenantId: string;
  readonly key: string;
  readonly sequence: number;
  readonly at: number;
  readonly count: number;
}

/** Numbers the entries of each tenant, in their order. */
export function placed(entries: readonly AuditEntry[]): readonly PlacedEntry[] {
  const sizes = new Map<string, number>();
  return entries.map((entry) => {
    const tenantId = entry.tenantId ?? '';
    const sequence = (sizes.get(tenantId) ?? 0) + 1;
    sizes.set(tenantId, sequence);
    return { tenantId, sequence, entry };
  });
}

/** All alarms, going through the entries in pieces of these sizes, the last of which takes the rest. */
export function raisedBy(
  rules: RuleSet,
  entries: readonly PlacedEntry[],
  states = new KeptStates(),
  sizes: readonly number[] = [],
): readonly Told[] {
  const told: Told[] = [];
  let start = 0;
  for (const size of [...sizes, entries.length]) {
    const piece = entries.slice(start, start + size);
    for (const { at, count, key, rule, sequence, tenantId } of evaluate(concernsOf(rules, piece), states)) {
      told.push({ rule: rule.key, tenantId, key, sequence, at, count });
    }
    start += size;
  }
  return told;
}
