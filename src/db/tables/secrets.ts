import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { environmentId } from './environment-id.ts';

/** Values behind `${secrets.NAME}`, encrypted with the server's master key; no operation returns them. */
export const secrets = pgTable(
  'secrets',
  {
    environmentId: environmentId(),
    name: text().notNull(),
    /** AES-256-GCM: 12 bytes of nonce, ciphertext, 16 bytes of tag; environment and name are authenticated. */
    sealed: bytes().notNull(),
    /** First 8 hexadecimal digits of the master key's sha256: tells which key seals the row, for rotation. */
    sealedWith: text('sealed_with').notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.environmentId, table.name] })],
);
