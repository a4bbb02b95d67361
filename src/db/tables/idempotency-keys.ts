import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Json } from '../../engine/json.ts';
import { environmentId } from './environment-id.ts';

/** Answers to mutations that carried an `Idempotency-Key`, kept for 24 hours and written in the mutation's own transaction. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    environmentId: environmentId(),
    /** Id of the API key that asked, `local` for the machine's own user; with tenant and user where there are any: an answer is for those eyes only. */
    caller: text().notNull(),
    key: text().notNull(),
    /** `revisions.create`; the same key on another operation is another request. */
    operation: text().notNull(),
    /** sha256 of operation, path and body: the same key with another request is refused. */
    requestHash: text('request_hash').notNull(),
    status: integer().notNull(),
    body: jsonb().$type<Json>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.environmentId, table.caller, table.operation, table.key] }),
    index('idempotency_keys_created_at').on(table.createdAt),
  ],
);
