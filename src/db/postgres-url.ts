import pg from 'pg';
import { DatabaseProblem } from './problem.ts';

/**
 * Throws unless a connection can be tried with this URL. The parser underneath takes nearly any text for the
 * name of a database, and its errors repeat the URL with its password, so they are not passed on.
 */
export function checkPostgresUrl(url: string): void {
  const hint =
    'DATABASE_URL has the form postgres://user:password@host:5432/database; characters such as @, / and # in the password are percent-encoded.';
  if (!/^postgres(ql)?:\/\//iu.test(url)) {
    const scheme = /^([a-z][a-z0-9+]*):\/\//iu.exec(url)?.[1];
    const found = scheme === undefined ? 'has no postgres:// at its beginning' : `begins with ${scheme}://`;
    throw new DatabaseProblem('db/malformed-url', `The address of the database ${found}; Dream needs PostgreSQL.`, {
      hint,
    });
  }
  try {
    new pg.Client({ connectionString: url });
  } catch (error) {
    throw (
      unreadableFile(error) ??
      new DatabaseProblem('db/malformed-url', 'The address of the database is not a valid URL.', { hint })
    );
  }
}

/** The URL may name certificates, which are read with it. */
function unreadableFile(error: unknown): DatabaseProblem | undefined {
  if (!(error instanceof Error) || !('path' in error) || !('code' in error)) return undefined;
  return new DatabaseProblem(
    'db/malformed-url',
    `The address of the database names a file that cannot be read: ${String(error.path)} (${String(error.code)}).`,
    { hint: 'See sslrootcert, sslcert and sslkey in DATABASE_URL.' },
  );
}
