import { index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { environmentId } from './environment-id.ts';

/** API keys. The secret itself is shown once and never stored. */
export const apiKeys = pgTable(
  'api_keys',
  {
    /** `key_…` */
    id: text().primaryKey(),
    environmentId: environmentId(),
    type: text({ enum: ['secret', 'publishable'] }).notNull(),
    name: text().notNull(),
    /** sha256 of the whole key, hexadecimal: enough for 256 random bits, and cheap on every request. */
    hash: text().notNull().unique(),
    /** `sk_live_…a1b2`: what a person recognises the key by. */
    hint: text().notNull(),
    /** `*`, `flags:read` …; parsed where they are read, since this room does not know the scopes. */
    scopes: jsonb().$type<readonly string[]>().notNull(),
    /** The tenant that a secret key acts for where the request names none. No foreign key: tenants are a component's. */
    defaultTenant: text('default_tenant'),
    createdBy: text('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
    expiresAt: timestamp('expires_at', { withTimezone: true }),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    /** The key that replaced this one when it was rotated; the old one lives until `expiresAt`. */
    replacedBy: text('replaced_by'),
  },
  (table) => [index('api_keys_environment').on(table.environmentId, table.createdAt)],
);
