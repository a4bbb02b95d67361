import { bigint, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { JsonObject } from '../../engine/json.ts';
import { environmentId } from './environment-id.ts';

/** Every state a resource ever had, by the revision that made it so: what history, diff and rollback read. */
export const resourceVersions = pgTable(
  'resource_versions',
  {
    environmentId: environmentId(),
    kind: text().notNull(),
    key: text().notNull(),
    revision: bigint({ mode: 'number' }).notNull(),
    /** Null when the revision deleted the resource, or renamed it away. */
    body: jsonb().$type<JsonObject>(),
    hash: text(),
    owner: text({ enum: ['files', 'api'] }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.environmentId, table.kind, table.key, table.revision] }),
    index('resource_versions_revision').on(table.environmentId, table.revision),
  ],
);
