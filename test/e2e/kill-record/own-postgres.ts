import pg from 'pg';
import { onTestFinished } from 'vitest';
import { type PostgresServer, startPostgresServer } from '../../support/postgres-server.ts';

/**
 * An empty database on a server of its own, until the test is finished: elsewhere, whoever follows the record would wait
 * for the transactions of other tests.
 */
export async function ownPostgres(): Promise<{ readonly postgres: PostgresServer; readonly url: string }> {
  // What was acknowledged has to outlive a crash.
  const postgres = await startPostgresServer({ synchronous_commit: 'on' });
  onTestFinished(() => postgres.stop());
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  await client.query('CREATE DATABASE acme');
  await client.end();
  return { postgres, url: postgres.url('acme') };
}
