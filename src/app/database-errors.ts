import type { DatabaseProblemCode } from '../db/problem.ts';
import { defineError, type ErrorDefinition } from '../engine/platform-error/index.ts';

const unavailable = 'The database is not available.';
const notPrepared = 'The database does not fit this version.';

/** What the database room says when it cannot be opened, as errors that commands show and scripts can read. */
export const databaseErrors: { readonly [code in DatabaseProblemCode]: ErrorDefinition } = {
  'db/directory-in-use': defineError({
    code: 'db/directory-in-use',
    type: 'conflict',
    userMessage: 'Another process uses the embedded database.',
    meaning:
      'Only one process may have the embedded database of a directory open. Commands of the project reach a server that holds it by themselves, without `--server`; otherwise stop that process.',
  }),
  'db/directory-not-usable': defineError({
    code: 'db/directory-not-usable',
    type: 'server',
    userMessage: unavailable,
    meaning:
      'The directory of the embedded database cannot be written to. Give this user the right to, or run in another directory.',
  }),
  'db/embedded-failed': defineError({
    code: 'db/embedded-failed',
    type: 'server',
    userMessage: unavailable,
    meaning:
      'The embedded database could not be started from its directory. A copy of the directory and a fresh start keep what is needed to find out why.',
  }),
  'db/malformed-url': defineError({
    code: 'db/malformed-url',
    type: 'validation',
    userMessage: unavailable,
    meaning:
      'DATABASE_URL is not of the form `postgres://user:password@host:5432/database`, or names a certificate that cannot be read. The message never repeats it.',
  }),
  'db/migration-edited': defineError({
    code: 'db/migration-edited',
    type: 'server',
    userMessage: notPrepared,
    meaning:
      'A migration that the database has applied is not the one in this version: it was edited after a release. Use the version that made it.',
  }),
  'db/migration-failed': defineError({
    code: 'db/migration-failed',
    type: 'server',
    userMessage: notPrepared,
    meaning: 'A migration failed and was rolled back whole; the message names it and the reason.',
  }),
  'db/migration-missing': defineError({
    code: 'db/migration-missing',
    type: 'server',
    userMessage: notPrepared,
    meaning: 'The database has applied a migration that this version does not have. Use the version that made it.',
  }),
  'db/migration-out-of-order': defineError({
    code: 'db/migration-out-of-order',
    type: 'server',
    userMessage: notPrepared,
    meaning: 'The migrations of this version are not in order. The package is damaged, or was built from a bad merge.',
  }),
  'db/nested-transaction': defineError({
    code: 'db/nested-transaction',
    type: 'server',
    userMessage: unavailable,
    meaning: 'A transaction was asked for inside another one. A mistake in Dream.',
  }),
  'db/newer-than-this-version': defineError({
    code: 'db/newer-than-this-version',
    type: 'server',
    userMessage: notPrepared,
    meaning: 'A newer version of Dream has migrated the database. Use that version.',
  }),
  'db/not-permitted': defineError({
    code: 'db/not-permitted',
    type: 'server',
    userMessage: unavailable,
    meaning:
      'The database user may not do what is needed: create a schema and tables, or become the roles that row-level security binds. The hint holds the statements that an administrator runs once; where another user owns the tables, it names that user, who opens the database once after an upgrade or a restore.',
  }),
  'db/nothing-to-promote': defineError({
    code: 'db/nothing-to-promote',
    type: 'not-found',
    userMessage: 'There is nothing to move.',
    meaning:
      'The directory of `dream db promote` has no embedded database. Name the directory of the project, whose `.dream/` holds it.',
  }),
  'db/promote-mismatch': defineError({
    code: 'db/promote-mismatch',
    type: 'server',
    userMessage: 'The database was not moved.',
    meaning: 'After copying, a table differed from its source, so that nothing was kept in the target.',
  }),
  'db/target-not-empty': defineError({
    code: 'db/target-not-empty',
    type: 'conflict',
    userMessage: 'The target database is not empty.',
    meaning: '`dream db promote` copies into an empty database only. Name another one.',
  }),
  'db/unreachable': defineError({
    code: 'db/unreachable',
    type: 'server',
    status: 503,
    userMessage: unavailable,
    meaning:
      'PostgreSQL cannot be reached at the address in DATABASE_URL, or refused the connection. The message gives its reason, never the URL.',
    retry: true,
  }),
  'db/unsupported-version': defineError({
    code: 'db/unsupported-version',
    type: 'server',
    userMessage: unavailable,
    meaning: 'The server is an older PostgreSQL than Dream supports. Use version 15 or newer.',
  }),
};
