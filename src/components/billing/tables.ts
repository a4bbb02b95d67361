import { index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { environments } from '../../db/tables/environments.ts';

/** Which plan a tenant is on. A tenant without a row is on none. */
export const tenantPlans = pgTable(
  'tenant_plans',
  {
    environmentId: text('environment_id')
      .notNull()
      .references(() => environments.id),
    /** No foreign key: tenants are another component's, which tells when one is gone. */
    tenantId: text('tenant_id').notNull(),
    /** Key of a Plan. */
    plan: text().notNull(),
    assignedBy: text('assigned_by').notNull(),
    assignedAt: timestamp('assigned_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.environmentId, table.tenantId] }),
    index('tenant_plans_plan').on(table.environmentId, table.plan, table.tenantId),
  ],
);
