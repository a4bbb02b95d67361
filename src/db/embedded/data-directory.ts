import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseProblem } from '../problem.ts';

/** Where in an embedded directory PostgreSQL keeps its files. */
export function dataDirectoryOf(directory: string): string {
  return join(directory, 'data');
}

/** Whether a database was ever made in this embedded directory; looking creates nothing. */
export function hasDatabase(directory: string): boolean {
  return existsSync(dataDirectoryOf(directory));
}

/**
 * Refuses what stands in the place of the files and was not made by this program: PostgreSQL would otherwise make
 * a new database in the midst of it, perhaps over the rest of one that was damaged.
 */
export function checkDataDirectory(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw unusable(`${path} is a file, not the directory of a database.`);
  const names = readdirSync(path);
  if (names.length > 0 && !names.includes('PG_VERSION')) {
    throw unusable(`${path} is not the directory of a database, or a damaged one: it has no PG_VERSION.`);
  }
}

/**
 * Removes what PostgreSQL left there to say that it runs. Only for one who holds the directory's lock, which is what
 * keeps a second process out: in PGlite the number in that file is of no process. PostgreSQL overwrites a file it can
 * read, but refuses ever after to start over an empty one, as a process leaves it that is killed between making it
 * and writing into it.
 */
export function removePidFile(path: string): void {
  rmSync(join(path, 'postmaster.pid'), { force: true });
}

function unusable(message: string): DatabaseProblem {
  return new DatabaseProblem('db/embedded-failed', message, {
    hint: 'Move it away to start afresh, or restore it from a copy.',
  });
}
