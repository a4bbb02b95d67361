import type { Json } from '../../../../engine/json.ts';
import { entriesOf, listOf } from '../../../../engine/json-fields.ts';
import type { AuditEntry } from '../../entries/entry.ts';
import type { ConditionTests } from '../../../ports.ts';
import { type ActionCheck, compileActionTest } from './action-test.ts';
import { compileField } from './entry-field.ts';

/** Which entries are meant. */
export interface EntryFilter {
  /** Whether the entry fits. */
  readonly fits: (entry: AuditEntry) => boolean;
  /** Whether an entry of this action may fit at all: what rules are found by. */
  readonly mayFit: ActionCheck;
}

/** A filter that validation has let through; all its tests must hold. */
export function compileFilter(filter: Json | undefined, conditions: ConditionTests): EntryFilter {
  return allOf(entriesOf(filter).map(([name, test]) => compileTest(name, test, conditions)));
}

function compileTest(name: string, test: Json, conditions: ConditionTests): EntryFilter {
  switch (name) {
    case 'any':
      return anyOf(listOf(test).map((inner) => compileFilter(inner, conditions)));
    case 'all':
      return allOf(listOf(test).map((inner) => compileFilter(inner, conditions)));
    case 'not': {
      const { fits } = compileFilter(test, conditions);
      return { fits: (entry) => !fits(entry), mayFit: () => true };
    }
    case 'action': {
      const check = compileActionTest(test, conditions);
      return { fits: ({ action }) => check(action), mayFit: check };
    }
    default: {
      const read = compileField(name);
      const check = conditions.compile(test);
      return { fits: (entry) => check(read(entry)), mayFit: () => true };
    }
  }
}

function allOf(filters: readonly EntryFilter[]): EntryFilter {
  const [only] = filters;
  if (filters.length === 1 && only !== undefined) return only;
  return {
    fits: (entry) => filters.every(({ fits }) => fits(entry)),
    mayFit: (action) => filters.every(({ mayFit }) => mayFit(action)),
  };
}

function anyOf(filters: readonly EntryFilter[]): EntryFilter {
  return {
    fits: (entry) => filters.some(({ fits }) => fits(entry)),
    mayFit: (action) => filters.some(({ mayFit }) => mayFit(action)),
  };
}
