// Vitest runs this once, before all files and in the main process. It hands out databases of one private
// PostgreSQL server, over loopback since the tests run in processes of their own; the server is started when
// the first database is asked for, so that a run of other tests does not pay for it.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { buildSnapshot } from '../../src/db/embedded/build-snapshot.ts';
import { readMigrations } from '../../src/db/migration-history.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { migrationsDirectory, snapshotFile } from '../../src/db/package-files.ts';
import { type PostgresServer, startPostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** POST to it for the URL of a new, migrated PostgreSQL database; `?empty` for one without a table. */
    readonly testDatabases: string;
    /** A directory for what tests leave behind, removed when all are done. */
    readonly temporary: string;
  }
}

const TEMPLATE = 'dream_template';

async function startWithTemplate(): Promise<PostgresServer> {
  // Whether it has just looked at a table must not decide how a statement is planned, or who waits for whom.
  const postgres = await startPostgresServer({ autovacuum: 'off' });
  await execute(postgres, `CREATE DATABASE ${TEMPLATE}`);
  const random = { bytes: (length: number) => randomBytes(length) };
  const template = await openDatabase({ host: { random }, postgres: { url: postgres.url(TEMPLATE) } });
  await template.close();
  return postgres;
}

async function execute(postgres: PostgresServer, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Before a first build, or after a new migration, every embedded database would take four seconds to make.
  const snapshot = snapshotFile(readMigrations(migrationsDirectory()).migrations);
  if (!existsSync(snapshot)) {
    mkdirSync(dirname(snapshot), { recursive: true });
    await buildSnapshot(snapshot);
  }

  const temporary = mkdtempSync(join(tmpdir(), 'dream-test-'));
  project.provide('temporary', temporary);

  let postgres: Promise<PostgresServer> | undefined;
  let created = 0;
  const create = async (template: string): Promise<string> => {
    postgres ??= startWithTemplate();
    const server = await postgres;
    created += 1;
    const name = `test_${created}`;
    await execute(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
    return server.url(name);
  };

  const http: Server = createServer((request, response) => {
    create(request.url === '/?empty' ? 'template0' : TEMPLATE).then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('No loopback port.');
  project.provide('testDatabases', `http://127.0.0.1:${address.port}/`);

  return async () => {
    http.closeAllConnections();
    http.close();
    await (await postgres)?.stop();
    rmSync(temporary, { recursive: true, force: true });
  };
}
