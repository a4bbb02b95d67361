import { bigint, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Changeset } from '../../engine/changeset/changeset.ts';
import { environmentId } from './environment-id.ts';

/** Applied changesets, numbered from 1 in each environment. Rows are only ever added. */
export const revisions = pgTable(
  'revisions',
  {
    environmentId: environmentId(),
    number: bigint({ mode: 'number' }).notNull(),
    /** `rev_…` */
    id: text().notNull().unique(),
    cause: text({ enum: ['apply', 'rollback', 'api'] }).notNull(),
    /** The revision a rollback went back to. */
    rollbackTo: bigint('rollback_to', { mode: 'number' }),
    author: text().notNull(),
    /** Git commit of the files, when the author's directory had one. */
    commit: text(),
    message: text(),
    changeset: jsonb().$type<Changeset>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.environmentId, table.number] })],
);
