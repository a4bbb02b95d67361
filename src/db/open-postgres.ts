import pg from 'pg';
import { countOnTransactions } from './count-on.ts';
import { migrate } from './migrate.ts';
import type { Migrations } from './migration-history.ts';
import { checkPostgresUrl } from './postgres-url.ts';
import { notPermitted } from './not-permitted.ts';
import { poolProblem } from './pool-problem.ts';
import { DatabaseProblem } from './problem.ts';
import { insufficientPrivilege, sqlState } from './sql-state.ts';

const OLDEST_VERSION = 15;

export interface PostgresSettings {
  readonly url: string;
  readonly connections: number;
  readonly acquireTimeout: number;
  readonly statementTimeout: number;
}

/** Makes sure that a PostgreSQL new enough answers, migrates it, and opens a pool. */
export async function openPostgres(settings: PostgresSettings, migrations: Migrations): Promise<pg.Pool> {
  checkPostgresUrl(settings.url);
  await prepare(settings, migrations);
  return new pg.Pool({
    connectionString: settings.url,
    application_name: 'dream',
    max: settings.connections,
    connectionTimeoutMillis: settings.acquireTimeout,
    // A server that no longer answers at all never reports its own timeout.
    query_timeout: settings.statementTimeout + 5_000,
    keepAlive: true,
    allowExitOnIdle: true,
  });
}

/** On a connection of its own, since a migration may take longer than any statement of the pool. */
async function prepare(settings: PostgresSettings, migrations: Migrations): Promise<void> {
  const client = new pg.Client({
    connectionString: settings.url,
    application_name: 'dream migrations',
    connectionTimeoutMillis: settings.acquireTimeout,
    keepAlive: true,
  });
  // The statement under way reports a lost connection; without a listener it would end this process besides.
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: unknown) => {
      throw poolProblem(error);
    });
    const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`);
    const version = Math.floor(Number(rows[0]?.version) / 10_000);
    if (!(version >= OLDEST_VERSION)) {
      throw new DatabaseProblem(
        'db/unsupported-version',
        `The server is PostgreSQL ${version}; ${OLDEST_VERSION} or newer is needed.`,
      );
    }
    try {
      await migrate(client, migrations);
      await countOnTransactions(client);
    } catch (error) {
      throw sqlState(error) === insufficientPrivilege ? await notPermitted(client, error) : error;
    }
  } finally {
    await client.end();
  }
}
