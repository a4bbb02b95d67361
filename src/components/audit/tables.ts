import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { bytes } from '../../db/tables/bytes.ts';
import { transactionId } from '../../db/tables/transaction-id.ts';

/*
 * Entries are only ever added: the application's role may not change or delete them, and the control plane's may not
 * either. Everything that grows with them is partitioned by the month in which they were written; what is not written
 * in a month that has a partition goes to the default one. Empty `tenant_id`: of the environment as a whole.
 */

/** Refers to no row: who writes an entry must not wait for an apply, which holds the row of its environment. */
const environmentId = () => text('environment_id').notNull();

const recordedAt = () => timestamp('recorded_at', { withTimezone: true }).notNull();

/** One row for each entry: its canonical text, and what it is found by. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    /** `aud_…` */
    id: text().notNull(),
    transaction: transactionId().notNull().default(sql`dream_transaction()`),
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    recordedAt: recordedAt(),
    /** When it happened, as whoever reports it says. */
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
    action: text().notNull(),
    outcome: text().$type<'success' | 'failure' | 'denied'>().notNull(),
    actorType: text('actor_type').notNull(),
    actorId: text('actor_id').notNull(),
    resourceType: text('resource_type'),
    resourceId: text('resource_id'),
    ip: text(),
    requestId: text('request_id'),
    /** Canonical JSON (RFC 8785): exactly what is hashed. Never as `jsonb`, which would write it differently. */
    body: text().notNull(),
    /** It was pruned, and given back from an archive until then. Null: it was never away. */
    restoredUntil: timestamp('restored_until', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ name: 'audit_entries_pk', columns: [table.id, table.recordedAt] }),
    // Each makes every entry dearer to write. So none of those that are searched ends in the id (the few entries of one
    // moment are sorted when they are found), and what was given back is found by its transaction, which is 0. Of an
    // actor's entries, those of an action are told by the index alone: PostgreSQL never combines two that begin alike.
    index('audit_entries_order').on(table.transaction, table.id),
    index('audit_entries_time').on(table.environmentId, table.tenantId, table.recordedAt),
    index('audit_entries_environment').on(table.environmentId, table.recordedAt),
    index('audit_entries_request').on(table.requestId).where(sql`${table.requestId} IS NOT NULL`),
    index('audit_entries_action').on(table.environmentId, table.tenantId, table.action, table.recordedAt),
    index('audit_entries_actor').on(table.environmentId, table.tenantId, table.actorId, table.recordedAt, table.action),
    index('audit_entries_resource')
      .on(table.environmentId, table.tenantId, table.resourceId, table.recordedAt)
      .where(sql`${table.resourceId} IS NOT NULL`),
    index('audit_entries_ip')
      .on(table.environmentId, table.tenantId, table.ip, table.recordedAt)
      .where(sql`${table.ip} IS NOT NULL`),
  ],
);

/** What an entry is about besides its `resource`, where it changed several. */
export const auditMentions = pgTable(
  'audit_mentions',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    resourceType: text('resource_type').notNull(),
    resourceId: text('resource_id').notNull(),
    recordedAt: recordedAt(),
    entryId: text('entry_id').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'audit_mentions_pk',
      columns: [
        table.environmentId,
        table.tenantId,
        table.resourceId,
        table.recordedAt,
        table.entryId,
        table.resourceType,
      ],
    }),
  ],
);

/** What entries only commit to. Whoever it is about can have it erased, and every chain stays whole. */
export const auditPersonal = pgTable(
  'audit_personal',
  {
    entryId: text('entry_id').primaryKey(),
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    recordedAt: recordedAt(),
    /** The resource of the entry, or its actor where it has none. It may be about either. */
    subject: text().notNull(),
    /** 32 bytes. */
    salt: bytes().notNull(),
    /** Canonical JSON. */
    payload: text().notNull(),
  },
  (table) => [
    index('audit_personal_subject').on(table.environmentId, table.tenantId, table.subject),
    index('audit_personal_time').on(table.environmentId, table.tenantId, table.recordedAt),
  ],
);

/** Keys by which the product's own entries are taken once only. */
export const auditReceipts = pgTable(
  'audit_receipts',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    key: text().notNull(),
    entryId: text('entry_id').notNull(),
    /** Of what was sent; see `record/fingerprint.ts`. */
    contentHash: text('content_hash').notNull(),
    recordedAt: recordedAt(),
  },
  (table) => [
    primaryKey({ name: 'audit_receipts_pk', columns: [table.environmentId, table.tenantId, table.key] }),
    index('audit_receipts_time').on(table.recordedAt),
  ],
);

/** The place of each entry in the chain of its tenant. Written by the sealer alone. */
export const auditSeals = pgTable(
  'audit_seals',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    /** From 1, without gaps. */
    sequence: bigint({ mode: 'bigint' }).notNull(),
    entryId: text('entry_id').notNull(),
    /** Of the entry. */
    recordedAt: recordedAt(),
    leaf: bytes().notNull(),
    hash: bytes().notNull(),
    previousHash: bytes('previous_hash').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'audit_seals_pk',
      columns: [table.environmentId, table.tenantId, table.sequence, table.recordedAt],
    }),
    uniqueIndex('audit_seals_entry').on(table.entryId, table.recordedAt),
  ],
);

/**
 * What of each chain has its place in a month. The database counts it itself as places are given and taken away, whoever
 * does so: nobody else writes here, and of a month of millions it is known at once what to say of each chain.
 */
export const auditMonthCounts = pgTable(
  'audit_month_counts',
  {
    /** Its first day, by UTC. */
    month: date({ mode: 'string' }).notNull(),
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    /** Sequences. Between those there may be some of other months. */
    first: bigint({ mode: 'bigint' }).notNull(),
    last: bigint({ mode: 'bigint' }).notNull(),
    /** Null: some were taken away, and it is to be counted when it is asked for. */
    entries: bigint({ mode: 'bigint' }),
  },
  (table) => [
    primaryKey({ name: 'audit_month_counts_pk', columns: [table.month, table.environmentId, table.tenantId] }),
  ],
);

/** How far each chain has come. */
export const auditChains = pgTable(
  'audit_chains',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    /** Sequence of the newest sealed entry. */
    size: bigint({ mode: 'bigint' }).notNull(),
    /** Its hash. */
    head: bytes().notNull(),
    /** Roots of the complete subtrees of the Merkle tree, largest first, 32 bytes each. */
    frontier: bytes().notNull(),
    /** How far it is signed, and since when. */
    signedSize: bigint('signed_size', { mode: 'bigint' }).notNull().default(sql`0`),
    signedAt: timestamp('signed_at', { withTimezone: true }),
    /** Id of the key that did. Empty: not known, as of what was signed before this was kept. */
    signedBy: text('signed_by').notNull().default(''),
  },
  (table) => [
    primaryKey({ name: 'audit_chains_pk', columns: [table.environmentId, table.tenantId] }),
    index('audit_chains_unsigned').on(table.signedAt).where(sql`${table.signedSize} < ${table.size}`),
  ],
);

/** Hashes of the Merkle tree, up to 256 in a row. They outlive the entries, so that what is left can still be proven. */
export const auditTiles = pgTable(
  'audit_tiles',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    level: integer().notNull(),
    index: bigint({ mode: 'bigint' }).notNull(),
    hashes: bytes().notNull(),
  },
  (table) => [
    primaryKey({ name: 'audit_tiles_pk', columns: [table.environmentId, table.tenantId, table.level, table.index] }),
  ],
);

/** Signed heads of chains. Those of long ago are thinned out. */
export const auditCheckpoints = pgTable(
  'audit_checkpoints',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    size: bigint({ mode: 'bigint' }).notNull(),
    root: bytes().notNull(),
    /** A signed note. */
    note: text().notNull(),
    signedAt: timestamp('signed_at', { withTimezone: true }).notNull(),
    /** The last one of a day that is long over: it stays. */
    lasting: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ name: 'audit_checkpoints_pk', columns: [table.environmentId, table.tenantId, table.size] }),
    index('audit_checkpoints_passing').on(table.environmentId, table.signedAt).where(sql`NOT ${table.lasting}`),
  ],
);

/** What checkpoints are signed with. */
export const auditSigningKeys = pgTable(
  'audit_signing_keys',
  {
    environmentId: environmentId(),
    /** Eight hexadecimal digits, as in signed notes. */
    id: text().notNull(),
    /** As signed notes write it: `name+id+base64`. */
    verifier: text().notNull(),
    /** Sealed by the master key. */
    sealedKey: bytes('sealed_key').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ name: 'audit_signing_keys_pk', columns: [table.environmentId, table.id] })],
);

/** What was taken out of a chain when its time was over, and where it went. */
export const auditPrunings = pgTable(
  'audit_prunings',
  {
    environmentId: environmentId(),
    tenantId: text('tenant_id').notNull(),
    /** `arc_…` */
    id: text().notNull(),
    /** Sequences of the first and the last entry that was taken; of those between them, the ones that were kept are still there. */
    first: bigint({ mode: 'bigint' }).notNull(),
    last: bigint({ mode: 'bigint' }).notNull(),
    entries: integer().notNull(),
    /** Where the archive is. Null: they were deleted. */
    location: text(),
    /** `sha256:…` of the archive, as it is stored. */
    digest: text(),
    prunedAt: timestamp('pruned_at', { withTimezone: true }).notNull(),
    /** Keys of the policies by which they went. */
    policies: text().array().notNull().default([]),
    /** The archive was removed, its own time being over. */
    removedAt: timestamp('removed_at', { withTimezone: true }),
    /** Some server is removing the archive; it is believed so long. */
    removingUntil: timestamp('removing_until', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ name: 'audit_prunings_pk', columns: [table.environmentId, table.tenantId, table.id] }),
    index('audit_prunings_last').on(table.environmentId, table.tenantId, table.last),
    index('audit_prunings_removing').on(table.environmentId).where(sql`${table.removingUntil} IS NOT NULL`),
  ],
);

/** The right to do what takes longer than a transaction, while other servers leave it alone. */
export const auditTurns = pgTable('audit_turns', {
  name: text().primaryKey(),
  until: timestamp({ withTimezone: true }).notNull(),
});
