// Real databases for tests, both kinds. Usage:
//
//   eachDatabase((databases) => {
//     it('keeps what was committed', async () => {
//       const database = await databases.open();
//       …
//     });
//   });
//
// runs the tests inside once per kind, under `describe('on embedded')` and `describe('on postgres')`; `anyDatabase`
// does so in long runs only.
// `databases.open()` gives a migrated, empty database of that kind: a new one at each call, closed after the
// test if the test has not. It takes about 0.7 s embedded and 0.1 s on PostgreSQL; `databases.shared()` gives
// one that lives as long as the worker that runs the files and is emptied for each test (a few milliseconds), which
// most tests should use; what is changed in it beyond rows would meet all that come later. `databases.address()` makes one that the test opens by itself, maybe in another process;
// `openDatabase({ host, ...address })` takes it as it is.
import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, inject } from 'vitest';
import type { Database, Transaction } from '../../src/db/contract.ts';
import { openDatabase, type Timeouts } from '../../src/db/open-database.ts';
import type { PreparedStatement } from '../../src/db/prepared-statement.ts';
import { runPrepared } from '../../src/db/run-prepared.ts';
import './global-setup.ts';
import { longRun } from './long-run.ts';

export type DatabaseKind = Database['kind'];
const databaseKinds: readonly DatabaseKind[] = ['embedded', 'postgres'];

export type DatabaseAddress =
  | { readonly embedded: { readonly directory: string } }
  | { readonly postgres: { readonly url: string } };

export interface TestDatabases {
  readonly kind: DatabaseKind;
  /** One database for all files of a worker, empty when a test first asks for it. Do not close it. */
  shared(): Promise<Database>;
  /** A database of the test's own, closed after it. */
  open(timeouts?: Partial<Timeouts>): Promise<Database>;
  /** Where a new database is, or is to be: the embedded one's directory does not exist yet. Removed after the test. */
  address(): Promise<DatabaseAddress>;
}

export const testRandom = { bytes: (length: number): Uint8Array => randomBytes(length) };

export function eachDatabase(tests: (databases: TestDatabases) => void): void {
  describe.each(databaseKinds)('on %s', (kind) => tests(useDatabases(kind)));
}

/**
 * The same for what stands above the statements: on PostgreSQL, which costs least, and on both in long runs. That both
 * understand the statements of every operation is tried in every run, by test/server/record/every-operation.test.ts.
 * What hangs on locks, on plans, or on what a database makes of a text belongs on each.
 */
export function anyDatabase(tests: (databases: TestDatabases) => void): void {
  describe.each(longRun ? databaseKinds : (['postgres'] as const))('on %s', (kind) => tests(useDatabases(kind)));
}

/** The same for one kind, where a test is about that one; call it inside a `describe` or at the top of a file. */
export function useDatabases(kind: DatabaseKind): TestDatabases {
  const cleanups: (() => Promise<void> | void)[] = [];
  let emptied: Promise<Database> | undefined;

  const address = async (): Promise<DatabaseAddress> => {
    const made = await newAddress(kind);
    if ('embedded' in made) {
      cleanups.push(() => rmSync(dirname(made.embedded.directory), { recursive: true, force: true }));
    }
    return made;
  };

  beforeEach(() => {
    emptied = undefined;
  });
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  return {
    kind,
    shared: () => {
      emptied ??= emptiedDatabase(kind);
      return emptied;
    },
    open: async (timeouts = {}) => {
      const database = await openDatabase({ host: { random: testRandom }, timeouts, ...(await address()) });
      cleanups.push(() => database.close());
      return database;
    },
    address,
  };
}

/** Those of this worker. They end with its process, and global-setup.ts removes what they leave behind. */
const sharedDatabases = new Map<DatabaseKind, Promise<Database>>();

async function emptiedDatabase(kind: DatabaseKind): Promise<Database> {
  const open = async (): Promise<Database> =>
    openDatabase({ host: { random: testRandom }, ...(await newAddress(kind)) });
  const opening = sharedDatabases.get(kind) ?? open();
  sharedDatabases.set(kind, opening);
  const database = await opening;
  await empty(database);
  return database;
}

async function newAddress(kind: DatabaseKind): Promise<DatabaseAddress> {
  if (kind === 'postgres') return { postgres: { url: await newPostgresDatabase() } };
  const parent = mkdtempSync(join(inject('temporary'), 'database-'));
  return { embedded: { directory: join(parent, '.dream') } };
}

/** The URL of a new PostgreSQL database, migrated or without a table. */
export async function newPostgresDatabase(options: { readonly empty?: boolean } = {}): Promise<string> {
  const response = await fetch(`${inject('testDatabases')}${options.empty === true ? '?empty' : ''}`, {
    method: 'POST',
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/**
 * Deletes all rows, as the owner of the tables, since no role of the servers may delete what must last. One statement for
 * all tables, so that foreign keys are looked at when all are empty, and prepared: to plan it takes longest.
 */
async function empty(database: Database): Promise<void> {
  await database.withControlPlane('write', async (tx) => {
    await tx.execute(sql`RESET ROLE`);
    const statement = emptying.get(database) ?? (await emptyingOf(tx));
    emptying.set(database, statement);
    await runPrepared({ tx }, statement, []);
  });
}

const emptying = new WeakMap<Database, PreparedStatement>();

async function emptyingOf(tx: Transaction): Promise<PreparedStatement> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    SELECT oid::regclass::text AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`);
  const deletions = [...rows.map(({ name }) => name), 'jobs.job', 'jobs.queue'].map(
    (table, index) => `d${index} AS (DELETE FROM ${table})`,
  );
  return { name: 'delete all rows of a test', text: `WITH ${deletions.join(', ')} SELECT` };
}
