export type DatabaseProblemCode =
  | 'db/directory-in-use'
  | 'db/directory-not-usable'
  | 'db/embedded-failed'
  | 'db/malformed-url'
  | 'db/migration-edited'
  | 'db/migration-failed'
  | 'db/migration-missing'
  | 'db/migration-out-of-order'
  | 'db/nested-transaction'
  | 'db/newer-than-this-version'
  | 'db/not-permitted'
  | 'db/nothing-to-promote'
  | 'db/promote-mismatch'
  | 'db/target-not-empty'
  | 'db/unreachable'
  | 'db/unsupported-version';

/**
 * What this room itself has to say, as against errors PostgreSQL raises for a statement, which pass
 * through untouched (see `sqlState`). `message` says what happened, `hint` what to do about it; neither
 * ever holds a connection URL, since those hold passwords.
 */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
  readonly code: DatabaseProblemCode;
  readonly hint: string | undefined;

  constructor(
    code: DatabaseProblemCode,
    message: string,
    more: { readonly hint?: string; readonly cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.hint = more.hint;
  }
}
