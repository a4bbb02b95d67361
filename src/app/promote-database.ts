import { join, resolve } from 'node:path';
import { hasDatabase } from '../db/embedded/data-directory.ts';
import { openDatabase } from '../db/open-database.ts';
import { type PromoteProgress, promote } from '../db/promote.ts';
import { makeError } from '../engine/platform-error/index.ts';
import type { Host } from '../host/contract.ts';
import { databaseErrors } from './database-errors.ts';
import { withDatabaseErrors } from './with-database-errors.ts';
import { embeddedDirectoryName } from './embedded-directory.ts';

export interface PromoteDatabaseOptions {
  readonly host: Host;
  /** The project directory; its embedded database is the source. */
  readonly directory: string;
  /** An empty PostgreSQL database. */
  readonly databaseUrl: string;
  readonly onProgress: (progress: PromoteProgress) => void;
}

export interface PromotedTable {
  readonly name: string;
  readonly rows: number;
  /** sha256 over all rows, the same on both sides. */
  readonly hash: string;
}

/**
 * Copies the embedded database into PostgreSQL, all or nothing; the embedded one stays as it was. Secrets stay
 * sealed, so the new server needs the master key of this directory.
 *
 * @throws NotFoundError `db/nothing-to-promote`; nothing is created then.
 */
export async function promoteDatabase(options: PromoteDatabaseOptions): Promise<readonly PromotedTable[]> {
  const { databaseUrl, directory, host, onProgress } = options;
  const embedded = join(resolve(directory), embeddedDirectoryName);
  if (!hasDatabase(embedded)) {
    throw makeError(databaseErrors['db/nothing-to-promote'], {
      message: `There is no embedded database in ${embedded}: nothing was copied.`,
      details: { hint: 'Run it in the directory of the project, or name that directory.' },
    });
  }
  return withDatabaseErrors(async () => {
    const from = await openDatabase({ embedded: { directory: embedded }, host });
    try {
      return await promote({ from, host, onProgress, to: { url: databaseUrl } });
    } finally {
      await from.close();
    }
  });
}
