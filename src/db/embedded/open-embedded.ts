import { chmodSync, existsSync } from 'node:fs';
import pg from 'pg';
import type { Random } from '../../host/contract.ts';
import { migrate } from '../migrate.ts';
import type { Migrations } from '../migration-history.ts';
import { checkDataDirectory, dataDirectoryOf } from './data-directory.ts';
import { EmbeddedServer } from './embedded-server.ts';
import { type AnnouncedServer, DirectoryLock } from './lock.ts';

export interface EmbeddedDatabase {
  readonly pool: pg.Pool;
  ping(): Promise<void>;
  readonly announce: (server: AnnouncedServer) => void;
  close(): Promise<void>;
}

export interface EmbeddedSettings {
  readonly directory: string;
  /** What a new directory is made from; a plain `initdb` when the file does not exist. */
  readonly snapshotFile: string;
  /** Milliseconds to wait for another process to leave the directory. */
  readonly patience: number;
  readonly acquireTimeout: number;
  readonly statementTimeout: number;
}

/** Opens the database in a directory, which this process alone may do; creates it when absent. */
export async function openEmbedded(
  settings: EmbeddedSettings,
  migrations: Migrations,
  random: Random,
): Promise<EmbeddedDatabase> {
  const lock = await DirectoryLock.acquire(settings.directory, random, settings.patience);
  try {
    chmodSync(settings.directory, 0o700);
    const dataDirectory = dataDirectoryOf(settings.directory);
    checkDataDirectory(dataDirectory);
    const server = await EmbeddedServer.start({
      dataDirectory,
      snapshotFile: existsSync(settings.snapshotFile) ? settings.snapshotFile : undefined,
    });
    const connection = { stream: () => server.stream(), user: 'postgres', database: 'postgres', password: '' };
    await migrateServer(server, new pg.Client(connection), migrations);
    server.limitStatements(settings.statementTimeout);
    const pool = new pg.Pool({
      ...connection,
      max: 1,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: settings.acquireTimeout,
      allowExitOnIdle: true,
    });
    return {
      pool,
      ping: () => server.ping(),
      announce: (announced) => lock.announce(announced),
      close: async () => {
        await server.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function migrateServer(server: EmbeddedServer, client: pg.Client, migrations: Migrations): Promise<void> {
  // The statement under way reports it when the thread ends; without a listener it would end this process besides.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await migrate(client, migrations);
    await client.end();
  } catch (error) {
    await server.close();
    throw error;
  }
}
