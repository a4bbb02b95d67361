import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/contract.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { migrationsDirectory } from '../../src/db/package-files.ts';
import {
  anyDatabase,
  eachDatabase,
  newPostgresDatabase,
  type TestDatabases,
  testRandom,
  useDatabases,
} from '../support/databases.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the migrations that a test may change. */
class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'dream-migrations-'));
  #entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];

  constructor() {
    folders.push(this.path);
    cpSync(migrationsDirectory(), this.path, { recursive: true });
    this.#entries = JSON.parse(readFileSync(this.#journal, 'utf8')).entries;
  }

  get #journal(): string {
    return join(this.path, 'meta', '_journal.json');
  }

  get last(): number {
    return this.#entries.at(-1)?.when ?? 0;
  }

  get names(): string[] {
    return this.#entries.map(({ tag }) => tag);
  }

  add(tag: string, when: number, text: string, position = this.#entries.length): void {
    writeFileSync(join(this.path, `${tag}.sql`), text);
    this.#entries.splice(position, 0, { idx: position, version: '7', when, tag, breakpoints: true });
    this.#save();
  }

  edit(tag: string, change: (text: string) => string): void {
    const path = join(this.path, `${tag}.sql`);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }

  remove(tag: string): void {
    this.#entries = this.#entries.filter((entry) => entry.tag !== tag);
    this.#save();
  }

  #save(): void {
    writeFileSync(this.#journal, JSON.stringify({ version: '7', dialect: 'postgresql', entries: this.#entries }));
  }
}

async function has(database: Database, table: string): Promise<boolean> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ found: boolean }>(sql`SELECT to_regclass(${table}) IS NOT NULL AS found`),
  );
  return rows[0]?.found === true;
}

/** Opens one database with a folder, closes it, and opens it again with the folder as `change` left it. */
async function reopen(
  databases: TestDatabases,
  change: (folder: Folder) => void,
  before: (folder: Folder) => void = () => undefined,
): Promise<Database> {
  const address = await databases.address();
  const folder = new Folder();
  before(folder);
  const open = () => openDatabase({ host: { random: testRandom }, migrationsFolder: folder.path, ...address });
  await (await open()).close();
  change(folder);
  return open();
}

const seal = (tenant: string, sequence: number, at: string) => sql`
  INSERT INTO audit_seals (environment_id, tenant_id, sequence, entry_id, recorded_at, leaf, hash, previous_hash)
  VALUES ('env_1', ${tenant}, ${sequence}, ${`${tenant}-${sequence}`}, ${at}, '\\x00', '\\x00', '\\x00')`;

eachDatabase((databases) => {
  it('applies what a newer version adds', async () => {
    const database = await reopen(databases, (folder) =>
      folder.add('more', folder.last + 1, 'CREATE TABLE more (id text PRIMARY KEY)'),
    );
    expect(await has(database, 'more')).toBe(true);
    await database.close();
  });
});

anyDatabase((databases) => {
  it('counts places of entries that were given before they were counted', async () => {
    const given = await databases.address();
    // Others come migrated.
    const address = 'postgres' in given ? { postgres: { url: await newPostgresDatabase({ empty: true }) } } : given;
    const [before, now] = [new Folder(), new Folder()];
    for (const tag of before.names.slice(before.names.indexOf('0044_months-counted-as-sealed'))) before.remove(tag);
    const open = ({ path }: Folder) =>
      openDatabase({ host: { random: testRandom }, migrationsFolder: path, ...address });
    const older = await open(before);
    await older.withControlPlane('write', async (tx) => {
      await tx.execute(sql`SELECT dream_open_month('2025-03-01')`);
      for (const [tenant, sequence, at] of [
        ['acme', 1, '2025-03-31T23:59:59Z'],
        ['acme', 2, '2025-04-01T00:00:00Z'],
        ['acme', 3, '2025-03-02T00:00:00Z'],
        ['', 1, '2025-03-02T00:00:00Z'],
      ] as const) {
        await tx.execute(seal(tenant, sequence, at));
      }
    });
    await older.close();
    const database = await open(now);
    await database.withControlPlane('write', (tx) => tx.execute(seal('acme', 4, '2025-04-02T00:00:00Z')));
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute(sql`
        SELECT month::text, tenant_id AS tenant, first::int, last::int, entries::int FROM audit_month_counts ORDER BY 1, 2`),
    );
    expect(rows).toEqual([
      { month: '2025-03-01', tenant: '', first: 1, last: 1, entries: 1 },
      { month: '2025-03-01', tenant: 'acme', first: 1, last: 3, entries: 2 },
      { month: '2025-04-01', tenant: 'acme', first: 2, last: 4, entries: 2 },
    ]);
    await database.close();
  });

  it('refuses a database whose applied migration was edited, naming it', async () => {
    const [first = ''] = new Folder().names;
    await expect(
      reopen(databases, (folder) => folder.edit(first, (text) => `${text}\n-- edited`)),
    ).rejects.toMatchObject({
      code: 'db/migration-edited',
      message: `The migration ${first} was edited after it had been applied to this database.`,
    });
  });

  it('keeps nothing of a start whose second migration fails', async () => {
    const address = await databases.address();
    const folder = new Folder();
    folder.add('good', folder.last + 1, 'CREATE TABLE good (id text PRIMARY KEY)');
    folder.add('bad', folder.last + 1, 'CREATE TABLE bad (id nonsense)');
    const open = (migrationsFolder: string) =>
      openDatabase({ host: { random: testRandom }, migrationsFolder, ...address });
    await expect(open(folder.path)).rejects.toMatchObject({
      code: 'db/migration-failed',
      message: expect.stringContaining('nonsense'),
    });
    const database = await open(migrationsDirectory());
    expect(await has(database, 'good')).toBe(false);
    await database.close();
  });
});

// Opening embedded databases costs seconds, and what is refused is decided before a database is asked.
describe('migrating PostgreSQL', () => {
  const databases = useDatabases('postgres');

  it('refuses a migration put before one that is applied, instead of skipping it', async () => {
    const late = reopen(databases, (folder) =>
      folder.add('late', folder.last - 1, 'CREATE TABLE late (id text)', folder.names.length - 1),
    );
    await expect(late).rejects.toMatchObject({
      code: 'db/migration-out-of-order',
      message: expect.stringContaining('late'),
    });
  });

  it('refuses a migration that says it is older than the one before it', async () => {
    const late = reopen(databases, (folder) => folder.add('late', folder.last - 1, 'CREATE TABLE late (id text)'));
    await expect(late).rejects.toMatchObject({
      code: 'db/migration-out-of-order',
      message: expect.stringContaining('late'),
    });
  });

  it('refuses a database of a newer version', async () => {
    const newer = reopen(
      databases,
      (folder) => folder.remove('more'),
      (folder) => folder.add('more', folder.last + 1, 'CREATE TABLE more (id text PRIMARY KEY)'),
    );
    await expect(newer).rejects.toMatchObject({ code: 'db/newer-than-this-version' });
  });

  it('refuses a database with a migration between ours that we do not know', async () => {
    const missing = reopen(
      databases,
      (folder) => folder.remove('between'),
      (folder) => {
        folder.add('between', folder.last + 1, 'CREATE TABLE between_two (id text PRIMARY KEY)');
        folder.add('after', folder.last + 1, 'CREATE TABLE after_it (id text PRIMARY KEY)');
      },
    );
    await expect(missing).rejects.toMatchObject({ code: 'db/migration-missing' });
  });

  it('lets five servers start at once on a database without a table', async () => {
    const url = await newPostgresDatabase({ empty: true });
    const opened = await Promise.all(
      Array.from({ length: 5 }, () => openDatabase({ host: { random: testRandom }, postgres: { url } })),
    );
    for (const database of opened) {
      expect(await has(database, 'resources')).toBe(true);
      await database.close();
    }
  });
});
