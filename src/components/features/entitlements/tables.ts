import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { environmentId } from '../../../db/tables/environment-id.ts';
import type { Json } from '../../../engine/json.ts';

/** What one tenant gets of an entitlement in place of what its plan grants. */
export const entitlementOverrides = pgTable(
  'entitlement_overrides',
  {
    environmentId: environmentId(),
    /** No foreign key: tenants are another component's, which tells when one is gone. */
    tenantId: text('tenant_id').notNull(),
    /** Key of an Entitlement. A row stays when that is deleted, so that a rollback brings the agreement back too. */
    entitlement: text().notNull(),
    /** As a plan would write it: `true`, `500`, `{ min: 1, max: 50 }`. */
    value: jsonb().$type<Json>().notNull(),
    reason: text().notNull(),
    /** Null: until it is removed. */
    expiresAt: timestamp('expires_at', { withTimezone: true }),
    createdBy: text('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({
      name: 'entitlement_overrides_pk',
      columns: [table.environmentId, table.tenantId, table.entitlement],
    }),
    index('entitlement_overrides_entitlement').on(table.environmentId, table.entitlement, table.tenantId),
  ],
);

/**
 * How much of an entitlement a tenant has used, where no meter counts it: of the latest period alone, so that a tenant
 * has one row for each entitlement however often it is counted anew.
 */
export const entitlementCounts = pgTable(
  'entitlement_counts',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    entitlement: text().notNull(),
    /** Which kind of period it is: `daily`, `never`. A count of another kind begins at nothing. */
    resets: text().notNull(),
    periodStart: timestamp('period_start', { withTimezone: true }).notNull(),
    used: bigint({ mode: 'bigint' }).notNull(),
  },
  (table) => [
    primaryKey({ name: 'entitlement_counts_pk', columns: [table.environmentId, table.tenantId, table.entitlement] }),
    index('entitlement_counts_entitlement').on(table.environmentId, table.entitlement, table.tenantId),
  ],
);
