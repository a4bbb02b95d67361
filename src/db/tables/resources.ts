import { bigint, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { JsonObject } from '../../engine/json.ts';
import { environmentId } from './environment-id.ts';

/** The live state: one row per resource of an environment. */
export const resources = pgTable(
  'resources',
  {
    environmentId: environmentId(),
    kind: text().notNull(),
    key: text().notNull(),
    body: jsonb().$type<JsonObject>().notNull(),
    /** sha256 of the canonical JSON of `body`, hexadecimal. */
    hash: text().notNull(),
    /** `files`: owned by the applied configuration. `api`: created through the API, never pruned by an apply. */
    owner: text({ enum: ['files', 'api'] }).notNull(),
    /** The revision that last changed the row. */
    revision: bigint({ mode: 'number' }).notNull(),
    updatedBy: text('updated_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.environmentId, table.kind, table.key] })],
);
