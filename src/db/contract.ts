import type { NodePgDatabase } from 'drizzle-orm/node-postgres';

/** A drizzle query builder bound to one open transaction. */
export type Transaction = NodePgDatabase;

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
}

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
  /** How many connections there are, how many of them nobody uses, and how many callers wait for one. */
  connections(): { readonly total: number; readonly idle: number; readonly waiting: number };
  /** Answers when the database does; rejects when it is unreachable. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
