import type pg from 'pg';
import type { Host } from '../host/contract.ts';
import type { Database, Isolation, Session, SessionScope, Transaction } from './contract.ts';
import { type AnnouncedServer } from './embedded/lock.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { migrate } from './migrate.ts';
import { insideTransaction } from './open-transactions.ts';
import { openPostgres } from './open-postgres.ts';
import { type Migrations, readMigrations } from './migration-history.ts';
import { migrationsDirectory, snapshotFile } from './package-files.ts';
import { poolProblem } from './pool-problem.ts';
import { retryConflicts } from './retry.ts';
import { runTransaction } from './run-transaction.ts';

export interface DatabaseOptions {
  readonly host: Pick<Host, 'random'>;
  /** Milliseconds; what is left out has the default below. */
  readonly timeouts?: Partial<Timeouts>;
  /** Where the SQL files are, when not where this version keeps its own. */
  readonly migrationsFolder?: string;
  /** Told of connections that broke while nobody used them; the pool replaces them by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

export interface EmbeddedOptions extends DatabaseOptions {
  /** The directory that holds the database, its lock and a `.gitignore`: `.dream` in a project. */
  readonly embedded: { readonly directory: string };
}

export interface PostgresOptions extends DatabaseOptions {
  readonly postgres: { readonly url: string; readonly connections?: number };
}

export interface Timeouts {
  /** One statement. */
  readonly statement: number;
  /** Waiting for a connection: on the embedded database, for all transactions before this one. */
  readonly acquire: number;
  /** Waiting for a command that has the embedded database's directory open. */
  readonly directory: number;
  /** Letting open transactions finish on `close`; after that they are cut off. */
  readonly close: number;
}

const DEFAULTS: Timeouts = { statement: 30_000, acquire: 30_000, directory: 10_000, close: 5_000 };

/** The embedded database can be found by other processes, once something in this one serves it. */
export interface EmbeddedHandle extends Database {
  readonly kind: 'embedded';
  announce(server: AnnouncedServer): void;
}

/** Opens a database and brings it to this version's schema. Rejects with a `DatabaseProblem`. */
export async function openDatabase(options: EmbeddedOptions): Promise<EmbeddedHandle>;
export async function openDatabase(options: PostgresOptions): Promise<Database>;
export async function openDatabase(options: EmbeddedOptions | PostgresOptions): Promise<Database>;
export async function openDatabase(options: EmbeddedOptions | PostgresOptions): Promise<Database> {
  const timeouts = { ...DEFAULTS, ...options.timeouts };
  const waits = { acquireTimeout: timeouts.acquire, statementTimeout: timeouts.statement };
  const migrations = readMigrations(options.migrationsFolder ?? migrationsDirectory());
  if ('embedded' in options) {
    const embedded = await openEmbedded(
      {
        directory: options.embedded.directory,
        snapshotFile: snapshotFile(migrations.migrations),
        patience: timeouts.directory,
        ...waits,
      },
      options.host.random,
    );
    const database = new PooledDatabase('embedded', embedded.pool, options, timeouts, embedded);
    await database.prepare(migrations);
    return Object.assign(database, { kind: 'embedded' as const, announce: embedded.announce });
  }
  const pool = await openPostgres({
    url: options.postgres.url,
    connections: options.postgres.connections ?? 10,
    ...waits,
  });
  const database = new PooledDatabase('postgres', pool, options, timeouts, {
    ping: async () => {
      await pool.query('SELECT 1');
    },
    close: () => Promise.resolve(),
  });
  await database.prepare(migrations);
  return database;
}

interface Server {
  ping(): Promise<void>;
  close(): Promise<void>;
}

class PooledDatabase implements Database {
  readonly kind: 'embedded' | 'postgres';
  readonly #pool: pg.Pool;
  readonly #options: DatabaseOptions;
  readonly #timeouts: Timeouts;
  readonly #server: Server;
  #closed: Promise<void> | undefined;

  constructor(
    kind: 'embedded' | 'postgres',
    pool: pg.Pool,
    options: DatabaseOptions,
    timeouts: Timeouts,
    server: Server,
  ) {
    this.kind = kind;
    this.#pool = pool;
    this.#options = options;
    this.#timeouts = timeouts;
    this.#server = server;
    // Without a listener, one idle connection that the server ends would end this process.
    pool.on('error', (error) => options.onConnectionLost?.(error));
  }

  async prepare(migrations: Migrations): Promise<void> {
    try {
      await migrate(this.#pool, migrations);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  withEnvironment<T>(scope: SessionScope, isolation: Isolation, work: (session: Session) => Promise<T>): Promise<T> {
    return this.#run(isolation, scope, (tx) =>
      work({ tx, projectId: scope.projectId, environmentId: scope.environmentId }),
    );
  }

  withControlPlane<T>(isolation: Isolation, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#run(isolation, undefined, work);
  }

  #run<T>(isolation: Isolation, scope: SessionScope | undefined, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const options = {
      isolation,
      statementTimeout: this.#timeouts.statement,
      ...(scope === undefined ? {} : { scope }),
    };
    return insideTransaction(this, () =>
      retryConflicts(this.#options.host.random, () => runTransaction(this.#pool, options, work)),
    );
  }

  async ping(): Promise<void> {
    await this.#server.ping().catch((error: unknown) => {
      throw poolProblem(error);
    });
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.#timeouts.close);
    });
    await Promise.race([this.#pool.end(), late]);
    clearTimeout(timer);
    await this.#server.close();
  }
}
