import type { SQL } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PreparedStatement } from './prepared-statement.ts';

/** A drizzle query builder bound to one open transaction. */
export type Transaction = NodePgDatabase;

/** Takes bytes, and resolves when it can take more. */
export type SendBytes = (bytes: Uint8Array) => Promise<void>;

/**
 * One transaction, scoped: `SET LOCAL ROLE` to the role that row-level security binds, and the
 * environment (and tenant) set for its policies. The only way to reach the data; there is no
 * unscoped connection to reach for, so using one inside an open transaction cannot happen.
 */
export interface Session {
  readonly tx: Transaction;
  readonly projectId: string;
  readonly environmentId: string;
  /** Null: no tenant in particular; the session sees all of the environment's. */
  readonly tenantId: string | null;
  /**
   * Tells whoever subscribed, in every process on this database, that something of the environment has changed: once
   * for each topic, after the commit, and never when the transaction is rolled back. Not for what happens with every
   * request: PostgreSQL commits those who tell one after the other.
   */
  announce(topic: Topic): void;
  /**
   * Leaves a statement for the end, to be sent in one round trip with the commit. Nobody hears its result, and nothing of
   * the transaction sees what it wrote; when it fails, the whole transaction does, with its error. `onRefused` is called
   * when it is this statement that failed, or was never answered, before the transaction is tried again or given up.
   */
  leaveForTheEnd(statement: PreparedStatement, params: readonly unknown[], onRefused?: () => void): void;
  /**
   * Hands on the one column of a query's rows, each with a line feed behind it, and resolves to how many there were: for
   * more of them than there is memory for. Like JSON on one line they are never empty or `\.`, and hold no U+0001 and no U+0002.
   */
  streamLines(query: SQL, send: SendBytes): Promise<number>;
  /**
   * Whether all lines are read before the first is handed on, as on the embedded database: no more of them must be asked for
   * than there is memory for.
   */
  readonly holdsLines: boolean;
}

/** `configuration`: there is a new revision. `plans`: a tenant is on another plan. `overrides`: a tenant gets something else than its plan says. `keys`: an API key was withdrawn. `jobs`: a job was asked for. */
export type Topic = 'configuration' | 'plans' | 'overrides' | 'keys' | 'jobs';

export interface Announcement {
  readonly environmentId: string;
  readonly topic: Topic;
}

/** Told null when announcements may have been missed: look again at whatever is kept. Must not throw. */
export type AnnouncementHandler = (announcement: Announcement | null) => void;

export interface SessionScope {
  readonly projectId: string;
  readonly environmentId: string;
  readonly tenantId?: string;
}

/**
 * `prepared` is `write` for transactions of a few prepared statements that find their rows in the same way whatever
 * their parameters: PostgreSQL plans each once for a connection, and not anew for every set of parameters.
 */
export type Isolation = 'read' | 'write' | 'prepared' | 'serializable';

/** One control plane's database. Instances, never a global: two may live in one process. */
export interface Database {
  readonly kind: 'embedded' | 'postgres';
  /** Runs `work` in one transaction under row-level security; rolls back when it throws. */
  withEnvironment<T>(scope: SessionScope, isolation: Isolation, work: (session: Session) => Promise<T>): Promise<T>;
  /**
   * Runs `work` as the control plane itself, outside any environment: looking up keys, creating projects
   * and environments, migrations. Callers are listed in docs/decisions/ and kept few.
   */
  withControlPlane<T>(isolation: Isolation, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Calls `handler` for every announcement, of this process and of all others on this database, until the returned
   * function is called or the database closed. At least once each, soon, and in no order; whoever must not miss one
   * looks for itself now and then, since a connection may break.
   */
  subscribe(handler: AnnouncementHandler): () => void;
  /** How many connections there are, how many of them nobody uses, and how many callers wait for one. */
  connections(): { readonly total: number; readonly idle: number; readonly waiting: number };
  /** Answers when the database does; rejects when it is unreachable. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
