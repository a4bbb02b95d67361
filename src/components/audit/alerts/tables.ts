import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ActionTaken } from './firings/action-taken.ts';
import type { KeyState } from './key-state.ts';

/*
 * Empty `tenant_id`: of the chain of the environment as a whole. Nothing refers to the row of the environment, which an
 * apply holds: entries are evaluated while it does.
 */

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** What is remembered of each rule and key while entries are gone through. */
export const alertStates = pgTable(
  'alert_states',
  {
    environmentId: text('environment_id').notNull(),
    tenantId: text('tenant_id').notNull(),
    /** Key of the AlertRule. */
    rule: text().notNull(),
    /** Value of the field that the rule looks at entries by. */
    key: text().notNull(),
    /** Under another pattern the state means nothing. */
    patternHash: text('pattern_hash').notNull(),
    state: jsonb().$type<KeyState>().notNull(),
    /** When it is too long that nothing has come; null where nothing is waited for. */
    dueAt: moment('due_at'),
    /** From when on it can decide nothing any more. */
    forgetAt: moment('forget_at').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'alert_states_pk',
      columns: [table.environmentId, table.tenantId, table.rule, table.key],
    }),
    index('alert_states_due').on(table.dueAt),
    index('alert_states_forget').on(table.forgetAt),
  ],
);

/** Every time that a rule raised its alarm. Rows are only ever added. */
export const alertFirings = pgTable(
  'alert_firings',
  {
    /** `alf_…` */
    id: text().primaryKey(),
    environmentId: text('environment_id').notNull(),
    tenantId: text('tenant_id').notNull(),
    rule: text().notNull(),
    key: text().notNull(),
    /** Of the entry that completed the pattern; of an absence, of the last one before it. */
    sequence: bigint({ mode: 'number' }).notNull(),
    severity: text().notNull(),
    tags: text().array().notNull(),
    /** How many entries, or different values. */
    count: integer().notNull(),
    windowStart: moment('window_start').notNull(),
    windowEnd: moment('window_end').notNull(),
    /** When the pattern was there, by the times of the entries. */
    happenedAt: moment('happened_at').notNull(),
    /** When it was found. */
    firedAt: moment('fired_at').notNull(),
    actions: jsonb().$type<readonly ActionTaken[]>().notNull(),
  },
  (table) => [
    // By the place in the chain, and not by a time: of clocks there are many.
    uniqueIndex('alert_firings_once').on(table.environmentId, table.tenantId, table.rule, table.key, table.sequence),
    index('alert_firings_newest').on(table.environmentId, table.id),
    index('alert_firings_of_tenant').on(table.environmentId, table.tenantId, table.id),
    index('alert_firings_of_rule').on(table.environmentId, table.rule, table.id),
  ],
);
