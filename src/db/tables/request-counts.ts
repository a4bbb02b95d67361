import { index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { environmentId } from './environment-id.ts';

/**
 * How many requests a key or a user has made in a window of time, shared by all replicas. A cache that may be
 * lost: unlogged, and pruned by whoever counts.
 */
export const requestCounts = pgTable(
  'request_counts',
  {
    environmentId: environmentId(),
    /** `key:key_… 60s` or `user:… 60s`, with the length of the window, whose counts are no other length's. */
    subject: text().notNull(),
    windowStart: timestamp('window_start', { withTimezone: true }).notNull(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.environmentId, table.subject, table.windowStart] }),
    index('request_counts_window_start').on(table.windowStart),
  ],
);
