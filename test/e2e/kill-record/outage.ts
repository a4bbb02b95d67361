import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/**
 * Ends all connections to a database, as a restart of PostgreSQL does, and refuses new ones for so many milliseconds.
 * For a server that others use too, and that cannot be restarted under them.
 */
export async function cutOff(url: string, milliseconds: number): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const administration = new URL(url);
  administration.pathname = '/postgres';
  const client = new pg.Client({ connectionString: administration.href });
  await client.connect();
  try {
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    await pause(milliseconds);
  } finally {
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await client.end();
  }
}
