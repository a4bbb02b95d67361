import type pg from 'pg';
import type { Host } from '../host/contract.ts';
import { announceWithin } from './announcements/announce-within.ts';
import type { AnnouncementHub } from './announcements/announcement-hub.ts';
import type { ConnectionInTransaction } from './connection-in-transaction.ts';
import type {
  AnnouncementHandler,
  Database,
  Isolation,
  Session,
  SessionScope,
  Topic,
  Transaction,
} from './contract.ts';
import { insideTransaction } from './open-transactions.ts';
import { poolProblem } from './pool-problem.ts';
import { retryConflicts } from './retry.ts';
import { runTransaction } from './run-transaction.ts';
import { copyLines, selectLines } from './stream-lines.ts';

export interface Timeouts {
  /** One statement. */
  readonly statement: number;
  /**
   * Between two statements of a transaction; PostgreSQL ends the connection then. What follows rows waits for every
   * transaction under way, so that one whose process hangs, or cannot be reached, would hold up all of them for ever.
   */
  readonly idle: number;
  /** Waiting for a connection: on the embedded database, for all transactions before this one. */
  readonly acquire: number;
  /** Waiting for a command that has the embedded database's directory open. */
  readonly directory: number;
  /** Letting open transactions finish on `close`; after that they are cut off. */
  readonly close: number;
}

export interface PooledDatabaseOptions {
  readonly kind: 'embedded' | 'postgres';
  readonly pool: pg.Pool;
  /** What stands behind the pool. */
  readonly server: { ping(): Promise<void>; close(): Promise<void> };
  readonly timeouts: Timeouts;
  readonly hub: AnnouncementHub;
  readonly host: Pick<Host, 'random'>;
  readonly onConnectionLost?: (error: Error) => void;
}

/** What both databases have in common, which is all but how they are opened. */
export class PooledDatabase implements Database {
  readonly kind: 'embedded' | 'postgres';
  readonly #options: PooledDatabaseOptions;
  /** Connections that are inside a transaction now. */
  readonly #busy = new Set<pg.PoolClient>();
  #closed: Promise<void> | undefined;

  constructor(options: PooledDatabaseOptions) {
    this.kind = options.kind;
    this.#options = options;
    // Without a listener, one idle connection that the server ends would end this process.
    options.pool.on('error', (error) => options.onConnectionLost?.(error));
    options.pool.on('acquire', (client) => this.#busy.add(client));
    options.pool.on('release', (_error, client) => this.#busy.delete(client));
  }

  async withEnvironment<T>(
    scope: SessionScope,
    isolation: Isolation,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const { projectId, environmentId, tenantId = null } = scope;
    const { result, topics } = await this.#run(isolation, scope, async (tx, connection) => {
      // Anew for each attempt: what was rolled back announces nothing.
      const announced = new Set<Topic>();
      const made = await work({
        tx,
        projectId,
        environmentId,
        tenantId,
        announce: (topic) => announced.add(topic),
        leaveForTheEnd: ({ name, text }, params, onRefused) =>
          connection.leaveForTheEnd({ name, text, values: [...params] }, onRefused),
        streamLines: async (query, send) =>
          this.kind === 'postgres' ? copyLines(await connection.opened(), query, send) : selectLines(tx, query, send),
        holdsLines: this.kind === 'embedded',
      });
      if (this.kind === 'postgres') await announceWithin(tx, environmentId, announced);
      return { result: made, topics: announced };
    });
    for (const topic of topics) this.#options.hub.publish({ environmentId, topic });
    return result;
  }

  withControlPlane<T>(isolation: Isolation, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#run(isolation, undefined, (tx) => work(tx));
  }

  #run<T>(
    isolation: Isolation,
    scope: SessionScope | undefined,
    work: (tx: Transaction, connection: ConnectionInTransaction) => Promise<T>,
  ): Promise<T> {
    const options = {
      isolation,
      statementTimeout: this.#options.timeouts.statement,
      // Nobody is beside the embedded one, whose process ends with it.
      idleTimeout: this.kind === 'postgres' ? this.#options.timeouts.idle : 0,
      ...(scope === undefined ? {} : { scope }),
    };
    return insideTransaction(this, () =>
      retryConflicts(this.#options.host.random, () => runTransaction(this.#options.pool, options, work)),
    );
  }

  subscribe(handler: AnnouncementHandler): () => void {
    return this.#options.hub.subscribe(handler);
  }

  connections(): { readonly total: number; readonly idle: number; readonly waiting: number } {
    const { totalCount: total, idleCount: idle, waitingCount: waiting } = this.#options.pool;
    return { total, idle, waiting };
  }

  async ping(): Promise<void> {
    await this.#options.server.ping().catch((error: unknown) => {
      throw poolProblem(error);
    });
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await this.#options.hub.close();
    const ended = this.#options.pool.end();
    const late = AbortSignal.timeout(this.#options.timeouts.close);
    const cutOff = new Promise<void>((resolve) => late.addEventListener('abort', () => resolve(), { once: true }));
    await Promise.race([ended, cutOff]);
    await Promise.all([...this.#busy].map((client) => client.end()));
    await this.#options.server.close();
  }
}
