import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { JsonObject } from '../../engine/json.ts';
import { transactionId } from './transaction-id.ts';

/**
 * What has happened, written in the very transaction in which it happens: neither is there without the other. Rows are
 * only ever added. Ids rise in the order of writing, which is not that of committing; whoever reads on from where they
 * were goes by the transaction, up to the oldest one that is still under way.
 */
export const domainEvents = pgTable(
  'domain_events',
  {
    /** `evt_…` */
    id: text().primaryKey(),
    transaction: transactionId().notNull().default(sql`dream_transaction()`),
    /** Refers to no row: whatever makes something happen must not wait for an apply, which holds the row of its environment. */
    environmentId: text('environment_id').notNull(),
    /** Null: of the environment as a whole. */
    tenantId: text('tenant_id'),
    /** `flag.updated` */
    type: text().notNull(),
    /** What it happened to: `Flag/checkout`. */
    subject: text().notNull(),
    /** Never a secret. */
    payload: jsonb().$type<JsonObject>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    index('domain_events_order').on(table.transaction, table.id),
    index('domain_events_feed').on(table.environmentId, table.transaction, table.id),
    index('domain_events_tenant')
      .on(table.environmentId, table.tenantId, table.transaction, table.id)
      .where(sql`${table.tenantId} IS NOT NULL`),
    index('domain_events_time').on(table.environmentId, table.createdAt),
    index('domain_events_subject').on(table.environmentId, table.subject, table.id),
  ],
);
