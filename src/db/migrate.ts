import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { type AppliedMigration, checkHistory, type Migrations } from './migration-history.ts';
import { DatabaseProblem } from './problem.ts';
import { sqlState } from './sql-state.ts';

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
  } catch (error) {
    // Not even the history can be looked at.
    throw sqlState(error) === insufficientPrivilege ? notPermitted(client, error) : error;
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

const insufficientPrivilege = '42501';

/** All that any user ever needs, since PostgreSQL names only the first right that is missing. */
function notPermitted({ database = '', user = '' }: pg.Client, error: unknown): DatabaseProblem {
  const [to, where] = [pg.escapeIdentifier(user), pg.escapeIdentifier(database)];
  return new DatabaseProblem('db/not-permitted', `The user ${user} may not prepare the database: ${reasonOf(error)}.`, {
    hint:
      `As an administrator, run once in this database: GRANT CREATE ON DATABASE ${where} TO ${to}; GRANT CREATE ON SCHEMA public TO ${to}; ` +
      `CREATE ROLE dream_app NOLOGIN; CREATE ROLE dream_control_plane NOLOGIN; CREATE ROLE dream_retention NOLOGIN IN ROLE dream_app; ` +
      `GRANT dream_app, dream_control_plane, dream_retention TO ${to}; ` +
      '(leave out a CREATE ROLE for one that exists).',
    cause: error,
  });
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
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
