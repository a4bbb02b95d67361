import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { DatabaseProblem } from './problem.ts';

export interface KnownMigration {
  readonly name: string;
  readonly hash: string;
  /** Milliseconds since 1970, when it was written; it is by this that the migrator tells what is applied. */
  readonly time: number;
}

export interface Migrations {
  readonly folder: string;
  /** In order. */
  readonly migrations: readonly KnownMigration[];
}

export interface AppliedMigration {
  readonly hash: string;
  readonly time: number;
}

/** Reads what drizzle-kit wrote: the journal and the SQL files. */
export function readMigrations(migrationsFolder: string): Migrations {
  const names = readNames(migrationsFolder);
  const migrations = readMigrationFiles({ migrationsFolder }).map(({ hash, folderMillis }, index) => ({
    name: names[index] ?? `migration ${index}`,
    hash,
    time: folderMillis,
  }));
  migrations.forEach((migration, index) => {
    const before = migrations[index - 1];
    if (before !== undefined && before.time >= migration.time) {
      throw new DatabaseProblem(
        'db/migration-out-of-order',
        `The migration ${migration.name} says it was written before ${before.name}, which precedes it.`,
        {
          hint: 'Generate it anew, so that it gets the present time; otherwise it would be skipped in silence.',
        },
      );
    }
  });
  return { folder: migrationsFolder, migrations };
}

/**
 * How many of the known migrations are still to be applied. Throws unless those applied are exactly the
 * first of those known: anything else means that two histories have parted.
 */
export function checkHistory(known: readonly KnownMigration[], applied: readonly AppliedMigration[]): number {
  applied.forEach((was, index) => {
    const expected = known[index];
    if (expected !== undefined && expected.time === was.time) {
      if (expected.hash !== was.hash) throw edited(expected);
      return;
    }
    const elsewhere = known.find(({ time }) => time === was.time);
    if (elsewhere !== undefined) throw outOfOrder(expected ?? elsewhere);
    if (expected === undefined || was.time > (known.at(-1)?.time ?? 0)) throw newer(known, applied);
    throw new DatabaseProblem(
      'db/migration-missing',
      `The database has a migration of ${new Date(was.time).toISOString()} that this version does not know, between ones it knows.`,
      {
        hint: 'Its file was removed, or the database belongs to another branch. Restore the file, or start from another database.',
      },
    );
  });
  return known.length - applied.length;
}

function edited(migration: KnownMigration): DatabaseProblem {
  return new DatabaseProblem(
    'db/migration-edited',
    `The migration ${migration.name} was edited after it had been applied to this database.`,
    {
      hint: 'Undo the edit, and put the change into a migration of its own.',
    },
  );
}

function outOfOrder(migration: KnownMigration): DatabaseProblem {
  return new DatabaseProblem(
    'db/migration-out-of-order',
    `The migration ${migration.name} comes before ones that are already applied to this database.`,
    {
      hint: 'Generate it anew, so that it comes last.',
    },
  );
}

function newer(known: readonly KnownMigration[], applied: readonly AppliedMigration[]): DatabaseProblem {
  return new DatabaseProblem(
    'db/newer-than-this-version',
    `The database has ${applied.length} migrations, this version knows ${known.length}: a newer version has used it.`,
    {
      hint: 'Use that version, or a newer one.',
    },
  );
}

function readNames(migrationsFolder: string): readonly string[] {
  const journal: unknown = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8'));
  if (typeof journal !== 'object' || journal === null || !('entries' in journal) || !Array.isArray(journal.entries))
    return [];
  return journal.entries.map((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'tag' in entry ? String(entry.tag) : '',
  );
}
