import pg from 'pg';
import { poolProblem } from './pool-problem.ts';
import { DatabaseProblem } from './problem.ts';

const OLDEST_VERSION = 15;

export interface PostgresSettings {
  readonly url: string;
  readonly connections: number;
  readonly acquireTimeout: number;
  readonly statementTimeout: number;
}

/** Opens a pool and makes sure that a PostgreSQL new enough answers. */
export async function openPostgres(settings: PostgresSettings): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: settings.url,
    application_name: 'dream',
    max: settings.connections,
    connectionTimeoutMillis: settings.acquireTimeout,
    // A server that no longer answers at all never reports its own timeout.
    query_timeout: settings.statementTimeout + 5_000,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  try {
    const { rows } = await pool.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`);
    const version = Math.floor(Number(rows[0]?.version) / 10_000);
    if (!(version >= OLDEST_VERSION)) {
      throw new DatabaseProblem(
        'db/unsupported-version',
        `The server is PostgreSQL ${version}; ${OLDEST_VERSION} or newer is needed.`,
      );
    }
    return pool;
  } catch (error) {
    await pool.end();
    throw poolProblem(error);
  }
}
