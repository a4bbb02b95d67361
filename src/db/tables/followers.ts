import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { transactionId } from './transaction-id.ts';

/** How far whoever reads rows as they come has read. */
export const followers = pgTable('followers', {
  /** `audit-sealer` */
  name: text().primaryKey(),
  /** Of the last row read, with its id. */
  transaction: transactionId().notNull(),
  id: text().notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
});
