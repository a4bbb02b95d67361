import { index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { environmentId } from '../../../../db/tables/environment-id.ts';

/** What sticky rollouts dealt, so that a unit keeps it when the percentages change. Bounded: see `queries.ts`. */
export const stickyAssignments = pgTable(
  'sticky_assignments',
  {
    environmentId: environmentId(),
    /** Whoever asked: a user's tenant, `-` for a publishable key alone, empty for a secret key. */
    tenantId: text('tenant_id').notNull(),
    /** What was dealt, with its attribute before it: `user.key=ada`. */
    unit: text().notNull(),
    /** Key of a Flag. */
    flag: text().notNull(),
    variation: text().notNull(),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
    /** To within a week: whoever does not come back is forgotten. */
    lastAsked: timestamp('last_asked', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({
      name: 'sticky_assignments_pk',
      columns: [table.environmentId, table.tenantId, table.unit, table.flag],
    }),
    index('sticky_assignments_last_asked').on(table.environmentId, table.lastAsked),
    index('sticky_assignments_unit').on(table.environmentId, table.unit),
  ],
);
