import { join, resolve } from 'node:path';
import { openDatabase } from '../db/open-database.ts';
import { type PromoteProgress, promote } from '../db/promote.ts';
import type { Host } from '../host/contract.ts';
import { withDatabaseErrors } from './with-database-errors.ts';
import { embeddedDirectoryName } from './start-control-plane.ts';

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

/** Copies the embedded database into PostgreSQL, all or nothing; the embedded one stays as it was. */
export async function promoteDatabase(options: PromoteDatabaseOptions): Promise<readonly PromotedTable[]> {
  const { databaseUrl, directory, host, onProgress } = options;
  return withDatabaseErrors(async () => {
    const from = await openDatabase({ embedded: { directory: join(resolve(directory), embeddedDirectoryName) }, host });
    try {
      return await promote({ from, host, onProgress, to: { url: databaseUrl } });
    } finally {
      await from.close();
    }
  });
}
