import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { environmentId } from '../../../db/tables/environment-id.ts';

/** Who was dealt what in an experiment, and when first. A unit with two variations has two rows, and counts for neither. */
export const exposures = pgTable(
  'exposures',
  {
    environmentId: environmentId(),
    /** Whom the reporter spoke for: a user's tenant, `-` for a publishable key alone, empty for a secret key. */
    tenantId: text('tenant_id').notNull(),
    /** Key of a Flag. */
    flag: text().notNull(),
    /** What was dealt, with its attribute before it: `user.key=ada`. */
    unit: text().notNull(),
    variation: text().notNull(),
    /** Since the experiment began; before that, where nobody has told of a later one. */
    firstSeen: timestamp('first_seen', { withTimezone: true }).notNull(),
  },
  (table) => [
    // Results read the units of a flag in order; a tenant's own are looked for flag by flag.
    primaryKey({
      name: 'exposures_pk',
      columns: [table.environmentId, table.flag, table.unit, table.tenantId, table.variation],
    }),
    index('exposures_tenant').on(table.environmentId, table.tenantId),
    // The oldest of those that secret keys told of, and of all others.
    index('exposures_first_seen').on(table.environmentId, sql`(${table.tenantId} = '')`, table.firstSeen),
  ],
);

/** What units did, as far as experiments measure it. */
export const observations = pgTable(
  'observations',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    unit: text().notNull(),
    /** The sender's, so that what is sent twice counts once; otherwise one of ours. */
    id: text().notNull(),
    /** Key of an EventSchema. */
    event: text().notNull(),
    /** Its numeric properties. */
    properties: jsonb().$type<{ readonly [name: string]: number }>().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ name: 'observations_pk', columns: [table.environmentId, table.tenantId, table.unit, table.id] }),
    index('observations_event').on(table.environmentId, table.unit, table.event, table.at),
    index('observations_at').on(table.environmentId, sql`(${table.tenantId} = '')`, table.at),
  ],
);

/** Since when all is there of what an environment kept too much of: see `keeping/`. */
export const experimentCuts = pgTable(
  'experiment_cuts',
  {
    environmentId: environmentId(),
    what: text({ enum: ['exposures', 'observations'] }).notNull(),
    /** Of what was up to this moment, some has been cut away. */
    upTo: timestamp('up_to', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ name: 'experiment_cuts_pk', columns: [table.environmentId, table.what] })],
);

/** Since when flags have an experiment, whatever else was changed about them. */
export const experimentStarts = pgTable(
  'experiment_starts',
  {
    environmentId: environmentId(),
    /** Key of a Flag. */
    flag: text().notNull(),
    /** The apply, or the call of the API, that added it. */
    addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ name: 'experiment_starts_pk', columns: [table.environmentId, table.flag] })],
);
