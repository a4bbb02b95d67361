import type { Json } from '../../../../engine/json.ts';
import type { AuditEntry } from '../../entries/entry.ts';
import type { ConditionTests } from '../../../ports.ts';
import { compileFilter } from '../filter/compile-filter.ts';
import { facesOf } from '../filter/entry-faces.ts';
import { compileField, type ReadField } from '../filter/entry-field.ts';
import { valueText } from '../value-text.ts';
import type { Rule } from './rule.ts';

/** What a rule sees in an entry it looks for. */
export interface Seen {
  /** Value of the field that entries are looked at by; empty where they are not. */
  readonly key: string;
  /** Which steps of a sequence it may be, from 0; of other patterns always the first. */
  readonly steps: readonly number[];
  /** What is told apart. */
  readonly value?: string;
}

export interface CompiledRule {
  readonly rule: Rule;
  /** Whether an entry of this action may concern it at all. */
  readonly mayConcern: (action: string) => boolean;
  /** Null: the entry is not looked for, or lacks a field without which it cannot count. */
  readonly look: (entry: AuditEntry) => Seen | null;
}

export function compileRule(rule: Rule, conditions: ConditionTests): CompiledRule {
  const { by, pattern } = rule;
  const filters = filtersOf(rule).map((filter) => compileFilter(filter, conditions));
  const readKey = by === null ? null : compileField(by);
  const readValue = pattern.is === 'distinct' ? compileField(pattern.field) : null;
  return {
    rule,
    mayConcern: (action) => filters.some(({ mayFit }) => mayFit(action)),
    look(entry) {
      for (const face of facesOf(entry)) {
        const steps = filters.flatMap(({ fits }, step) => (fits(face) ? [step] : []));
        const key = steps.length === 0 ? null : textAt(readKey, face);
        const value = key === null || readValue === null ? undefined : textAt(readValue, face);
        if (key === null || value === null) continue;
        return value === undefined ? { key, steps } : { key, steps, value };
      }
      return null;
    },
  };
}

function filtersOf({ pattern }: Rule): readonly Json[] {
  return pattern.is === 'sequence' ? pattern.of : [pattern.when];
}

/** Null: there is none. */
function textAt(read: ReadField | null, entry: AuditEntry): string | null {
  if (read === null) return '';
  const value = read(entry) ?? null;
  return value === null ? null : valueText(value);
}
