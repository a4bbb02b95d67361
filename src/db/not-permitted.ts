import pg from 'pg';
import { DatabaseProblem } from './problem.ts';

const roles = 'dream_app, dream_control_plane, dream_retention';

/** What a user lacks who may not prepare a database: all that is ever needed, since PostgreSQL names only the first. */
export async function notPermitted(client: pg.Client, error: unknown): Promise<DatabaseProblem> {
  const { database = '', user = '' } = client;
  const to = pg.escapeIdentifier(user);
  const owner = await ownerOf(client);
  const hint =
    owner === null || owner === user
      ? `As an administrator, run once in this database: GRANT CREATE ON DATABASE ${pg.escapeIdentifier(database)} TO ${to}; GRANT CREATE ON SCHEMA public TO ${to}; ` +
        `CREATE ROLE dream_app NOLOGIN; CREATE ROLE dream_control_plane NOLOGIN; CREATE ROLE dream_retention NOLOGIN IN ROLE dream_app; ` +
        `GRANT ${roles} TO ${to}; (leave out a CREATE ROLE for one that exists).`
      : `It belongs to the user ${owner}. After an upgrade or a restore, run any command of this version once as that user, such as \`dream status\`. ` +
        `What ${user} needs to serve it, given once: GRANT ${roles} TO ${to}; GRANT USAGE ON SCHEMA drizzle TO ${to}; GRANT SELECT ON drizzle.__drizzle_migrations TO ${to};`;
  const message = `The user ${user} may not prepare the database: ${reasonOf(error)}.`;
  return new DatabaseProblem('db/not-permitted', message, { hint, cause: error });
}

/** Who has prepared it; null: nobody yet. */
async function ownerOf(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ owner: string }>(
    `SELECT pg_get_userbyid(nspowner) AS owner FROM pg_namespace WHERE nspname = 'drizzle'`,
  );
  return rows[0]?.owner ?? null;
}

export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
