import { sql } from 'drizzle-orm';
import { bigint, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/*
 * Rows are made by the apply that makes the stream. Nothing refers to the row of the environment, which an apply holds:
 * entries are sent while it does.
 */

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** How each stream is doing. */
export const auditStreamStates = pgTable(
  'audit_stream_states',
  {
    environmentId: text('environment_id').notNull(),
    /** Key of the AuditStream. */
    stream: text().notNull(),
    /** Who is sending at this moment, and until when that is believed. */
    lease: text(),
    leasedUntil: moment('leased_until'),
    /** When something may be sent next. */
    dueAt: moment('due_at').notNull(),
    /** Batches in a row that could not be sent. */
    failures: integer().notNull().default(0),
    /** Since the first of them; null: the last one was sent. */
    failingSince: moment('failing_since'),
    lastError: text('last_error'),
    /** Entries in a batch at most, where the receiver said that one was too large. */
    most: integer(),
    /** When a batch was taken last. */
    deliveredAt: moment('delivered_at'),
  },
  (table) => [primaryKey({ name: 'audit_stream_states_pk', columns: [table.environmentId, table.stream] })],
);

const count = (name: string) => bigint(name, { mode: 'number' }).notNull().default(sql`0`);

/** How far each stream has come in each chain. */
export const auditStreamPlaces = pgTable(
  'audit_stream_places',
  {
    environmentId: text('environment_id').notNull(),
    stream: text().notNull(),
    /** Empty: the chain of the environment as a whole. */
    tenantId: text('tenant_id').notNull(),
    /** Of the last entry that was taken, or passed over by the filter. */
    sequence: count('sequence'),
    /** Size of the chain as the last checkpoint says that was taken. */
    checkpoint: count('checkpoint'),
    /** Entries that were deleted before they could be sent. */
    pruned: count('pruned'),
    movedAt: moment('moved_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'audit_stream_places_pk', columns: [table.environmentId, table.stream, table.tenantId] }),
  ],
);
