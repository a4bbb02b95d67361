import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** The user's own company: `project: acme` in dream.yaml. */
export const projects = pgTable('projects', {
  /** `prj_…` */
  id: text().primaryKey(),
  key: text().notNull().unique(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});
