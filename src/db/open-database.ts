import type { Host } from '../host/contract.ts';
import { AnnouncementHub } from './announcements/announcement-hub.ts';
import { NotificationListener } from './announcements/notification-listener.ts';
import type { Database } from './contract.ts';
import type { AnnouncedServer } from './embedded/lock.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { openPostgres } from './open-postgres.ts';
import { readMigrations } from './migration-history.ts';
import { migrationsDirectory, snapshotFile } from './package-files.ts';
import { PooledDatabase, type Timeouts } from './pooled-database.ts';

export type { Timeouts } from './pooled-database.ts';

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

const DEFAULTS: Timeouts = { statement: 30_000, idle: 60_000, acquire: 30_000, directory: 10_000, close: 5_000 };

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
      migrations,
      options.host.random,
    );
    const database = new PooledDatabase({
      ...options,
      kind: 'embedded',
      pool: embedded.pool,
      server: embedded,
      // Nobody else is on it: what this process announces is all there is.
      hub: new AnnouncementHub(),
      timeouts,
    });
    return Object.assign(database, { kind: 'embedded' as const, announce: embedded.announce });
  }
  const pool = await openPostgres(
    {
      url: options.postgres.url,
      connections: options.postgres.connections ?? 10,
      ...waits,
    },
    migrations,
  );
  const server = {
    ping: async () => {
      await pool.query('SELECT 1');
    },
    close: () => Promise.resolve(),
  };
  const hub = new AnnouncementHub(
    (told) => new NotificationListener({ url: options.postgres.url, random: options.host.random, ...told }),
  );
  return new PooledDatabase({ ...options, kind: 'postgres', pool, server, hub, timeouts });
}
