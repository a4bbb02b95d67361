import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { environmentId } from '../../../db/tables/environment-id.ts';
import type { JsonObject } from '../../../engine/json.ts';

/** How often each variation was served, by hour. Of the environment as a whole: it tells of nobody. */
export const evaluationCounts = pgTable(
  'evaluation_counts',
  {
    environmentId: environmentId(),
    /** Key of a Flag. */
    flag: text().notNull(),
    /** Its beginning. */
    hour: timestamp({ withTimezone: true }).notNull(),
    /** Empty: the default given in code. */
    variation: text().notNull(),
    reason: text().notNull(),
    count: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({
      name: 'evaluation_counts_pk',
      columns: [table.environmentId, table.flag, table.hour, table.variation, table.reason],
    }),
    index('evaluation_counts_hour').on(table.environmentId, table.hour),
  ],
);

/** Who was seen lately, so that a change can say whom it would touch. A sample, and bounded: see `seen/queries.ts`. */
export const seenContexts = pgTable(
  'seen_contexts',
  {
    environmentId: environmentId(),
    /** Whom the reporter spoke for: a user's tenant, `-` for a publishable key alone, empty for a secret key. */
    tenantId: text('tenant_id').notNull(),
    /** Hash of kinds and keys: the same user with other attributes is the same context. */
    identity: text().notNull(),
    /** Without sensitive attributes. */
    context: jsonb().$type<JsonObject>().notNull(),
    firstSeen: timestamp('first_seen', { withTimezone: true }).notNull(),
    lastSeen: timestamp('last_seen', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ name: 'seen_contexts_pk', columns: [table.environmentId, table.tenantId, table.identity] }),
    index('seen_contexts_last_seen').on(table.environmentId, table.lastSeen),
  ],
);
