import { bigint, jsonb, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import type { Settled } from '../../engine/changeset/settled.ts';
import type { EnvironmentSettings } from '../../engine/resource.ts';
import { projects } from './projects.ts';

/** An isolated copy of everything. Its row is locked for the length of an apply: applies are one after the other. */
export const environments = pgTable(
  'environments',
  {
    /** `env_…` */
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    key: text().notNull(),
    /** `test` or `live`; fixed by the first revision or key, since keys carry it. */
    mode: text({ enum: ['test', 'live'] }).notNull(),
    /** As last applied: guardrails are enforced from here, so that a change cannot loosen its own. */
    settings: jsonb().$type<EnvironmentSettings>(),
    /** The desired state that was last found to need no change, at which revision and by which program. */
    settled: jsonb().$type<Settled>(),
    /** Number of the latest revision, 0 before the first apply. */
    revision: bigint({ mode: 'number' }).notNull().default(0),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [unique('environments_project_key').on(table.projectId, table.key)],
);
