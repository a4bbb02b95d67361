import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { type AppliedMigration, checkHistory, type Migrations } from './migration-history.ts';
import { reasonOf } from './not-permitted.ts';
import { DatabaseProblem } from './problem.ts';
import { insufficientPrivilege, sqlState } from './sql-state.ts';

/** `dream` in ASCII: one lock for everybody who migrates the same database. */
const LOCK = 0x64_72_65_61_6d;

/**
 * Brings a database to this version's schema; all pending migrations succeed together or not at all.
 *
 * drizzle's own migrator skips one that was added out of order, accepts one that was edited after it was
 * applied, and fails when two run at once. So it is wrapped: a lock around it, a look at the whole history
 * before, and a count after.
 */
export async function migrate(client: pg.Client, { folder, migrations }: Migrations): Promise<void> {
  let unlock = false;
  try {
    // Nearly every start finds nothing to do, and should not wait for a lock to learn it.
    if (checkHistory(migrations, await readApplied(client)) === 0) return;
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    unlock = true;
    if (checkHistory(migrations, await readApplied(client)) === 0) return;
    await applyMigrations(drizzle({ client }), { migrationsFolder: folder }).catch((error: unknown) => {
      throw failed(error);
    });
    const missing = checkHistory(migrations, await readApplied(client));
    if (missing > 0) {
      throw new DatabaseProblem(
        'db/migration-failed',
        `${missing} of ${migrations.length} migrations are still missing after migrating.`,
      );
    }
  } finally {
    if (unlock) await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
  }
}

async function readApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows: found } = await client.query<{ present: boolean }>(
    `SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS present`,
  );
  if (found[0]?.present !== true) return [];
  const { rows } = await client.query<{ hash: string; created_at: string }>(
    'SELECT hash, created_at FROM drizzle.__drizzle_migrations ORDER BY id',
  );
  return rows.map(({ hash, created_at }) => ({ hash, time: Number(created_at) }));
}

function failed(error: unknown): unknown {
  if (sqlState(error) === insufficientPrivilege) return error;
  return new DatabaseProblem(
    'db/migration-failed',
    `The database could not be brought to this version's schema: ${reasonOf(error)}.`,
    {
      hint: 'Nothing was changed: all migrations of a start succeed together or not at all.',
      cause: error,
    },
  );
}
