import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/**
 * Resolves when nobody else is connected to a PostgreSQL database: it finishes the statement that a dead client sent
 * last, which may be its COMMIT, before it looks for the client.
 */
export async function untilAlone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const until = performance.now() + 300_000;
    while ((await others(client)) > 0) {
      if (performance.now() > until)
        throw new Error('connections of the killed process are still open after five minutes');
      await sleep(5);
    }
  } finally {
    await client.end();
  }
}

async function others(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  return rows[0]?.count ?? 0;
}
