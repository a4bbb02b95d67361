import type { AuditEntry } from '../entries/entry.ts';
import { advance } from './advance.ts';
import { timesOf } from './entry-time.ts';
import { tellsOfAlarm } from './fired.ts';
import type { Firing } from './firing.ts';
import type { KeyState } from './key-state.ts';
import type { Sighting } from './patterns/outcome.ts';
import type { CompiledRule, Seen } from './rules/compile-rule.ts';
import type { RuleSet } from './rules/rule-set.ts';

/** An entry in its place in the chain of its tenant. */
export interface PlacedEntry {
  /** Empty: of the environment as a whole. */
  readonly tenantId: string;
  readonly sequence: number;
  readonly entry: AuditEntry;
}

/** The same as it is stored. */
export interface StoredEntry extends Omit<PlacedEntry, 'entry'> {
  readonly action: string;
  /** Its canonical text. */
  readonly body: string;
}

/** Of stored entries those that rules may look for, read. */
export function placedFor(rules: RuleSet, stored: readonly StoredEntry[]): readonly PlacedEntry[] {
  return stored.flatMap(({ action, body, sequence, tenantId }) => {
    if (!rules.mayConcern(action, body)) return [];
    // Our own text, as it was made from an entry.
    const entry = JSON.parse(body) as AuditEntry;
    return tellsOfAlarm(entry) ? [] : [{ tenantId, sequence, entry }];
  });
}

/** That one rule looks for one entry. */
export interface Concern {
  readonly rule: CompiledRule;
  readonly tenantId: string;
  readonly seen: Seen;
  readonly sighting: Sighting;
}

/** Of what there is one state. */
export interface StateId {
  readonly tenantId: string;
  readonly rule: string;
  readonly key: string;
}

/** What is remembered while going through entries. */
export interface States {
  get(id: StateId): KeyState | undefined;
  set(id: StateId, state: KeyState): void;
}

/** Which entries which rules look for, in the order of the entries. */
export function concernsOf(rules: RuleSet, entries: readonly PlacedEntry[]): readonly Concern[] {
  return entries.flatMap(({ entry, sequence, tenantId }) => {
    const sighting = { ...timesOf(entry), sequence };
    return rules.concerning(entry).flatMap((rule) => {
      const seen = rule.look(entry);
      return seen === null ? [] : [{ rule, tenantId, seen, sighting }];
    });
  });
}

export function stateId({ rule: { rule }, seen: { key }, tenantId }: Concern): StateId {
  return { tenantId, rule: rule.key, key };
}

/** Goes through entries of any chains; those of one chain in the order of their sequence. */
export function evaluate(concerns: readonly Concern[], states: States): readonly Firing[] {
  return concerns.flatMap((concern) => {
    const { rule } = concern.rule;
    const id = stateId(concern);
    const { raised, state } = advance(rule, states.get(id), concern.sighting, concern.seen);
    states.set(id, state);
    return raised === null ? [] : [{ ...raised, rule, tenantId: id.tenantId, key: id.key }];
  });
}
