import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytes } from '../../db/tables/bytes.ts';
import { transactionId } from '../../db/tables/transaction-id.ts';
import type { Attempt } from './webhooks/attempt.ts';

/** Refers to no row: events become deliveries while an apply holds the row of its environment. */
const environmentId = () => text('environment_id').notNull();

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** What the server knows of an endpoint besides its configuration. There is none of an endpoint nothing has happened to. */
export const webhookStates = pgTable(
  'webhook_states',
  {
    environmentId: environmentId(),
    /** Key of the WebhookEndpoint. */
    endpoint: text().notNull(),
    /** Not called since. */
    disabledAt: instant('disabled_at'),
    /** `gone`: it answered 410. `failing`: nothing came through for as long as a call is repeated. `asked`: somebody wanted it. */
    disabledBecause: text('disabled_because', { enum: ['gone', 'failing', 'asked'] }),
    /** No call has succeeded since; null where the last one did. */
    failingSince: instant('failing_since'),
    /** Sealed with the master key, where the configuration names none. */
    secret: bytes(),
    /** The one before, which is valid besides until then. */
    previousSecret: bytes('previous_secret'),
    previousUntil: instant('previous_until'),
    /** It asked to be left alone until then. */
    heldUntil: instant('held_until'),
    /**
     * What began to be written before this transaction is not told to it. Null: of an endpoint from before this was kept, to
     * which nothing is told that happened before it was created.
     */
    begun: transactionId(),
    /** Calls counted against the rate of the configuration, and since when. */
    ratedSince: instant('rated_since'),
    rated: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.environmentId, table.endpoint] })],
);

/** One row for each event and each endpoint that is told of it. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    /** `whd_…` */
    id: text().primaryKey(),
    environmentId: environmentId(),
    endpoint: text().notNull(),
    /** Empty: of the environment as a whole. */
    tenantId: text('tenant_id').notNull(),
    eventId: text('event_id').notNull(),
    eventType: text('event_type').notNull(),
    /** Of the event: with its id the order in which things happened. */
    eventTransaction: transactionId('event_transaction').notNull(),
    state: text({ enum: ['pending', 'delivered', 'failed'] }).notNull(),
    /** When it is to be called, while it is pending. */
    dueAt: instant('due_at'),
    /** Some server is calling; it is believed so long. */
    takenUntil: instant('taken_until'),
    /** Calls that failed since it became pending, and when the first of them began. */
    tries: integer().notNull().default(0),
    beganAt: instant('began_at'),
    /** Every call there ever was, oldest first. */
    attempts: jsonb().$type<readonly Attempt[]>().notNull().default([]),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    uniqueIndex('webhook_deliveries_event').on(table.environmentId, table.endpoint, table.eventId),
    index('webhook_deliveries_due')
      .on(table.environmentId, table.endpoint, table.dueAt)
      .where(sql`${table.state} = 'pending'`),
    index('webhook_deliveries_order')
      .on(table.environmentId, table.endpoint, table.tenantId, table.eventTransaction, table.eventId)
      .where(sql`${table.state} = 'pending'`),
    index('webhook_deliveries_list').on(table.environmentId, table.endpoint, table.id),
    index('webhook_deliveries_time').on(table.createdAt),
  ],
);

/** What providers have told us already, by the id that they gave it: it takes effect once. */
export const receivedEvents = pgTable(
  'received_events',
  {
    environmentId: environmentId(),
    /** `stripe` */
    provider: text().notNull(),
    eventId: text('event_id').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.environmentId, table.provider, table.eventId] }),
    index('received_events_time').on(table.receivedAt),
  ],
);
