import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { type BeginOptions, beginStatements } from './begin.ts';
import type { Transaction } from './contract.ts';
import { SentTogether, type Statement } from './sent-together.ts';

const commitStatement: Statement = { name: 'dream_commit', text: 'COMMIT' };

/** Statements on their way, and the result of the last. */
interface Sending {
  readonly sent: SentTogether;
  readonly last: Promise<pg.QueryResult>;
}

/**
 * A connection for the time of one transaction. What opens the transaction goes with its first statement, and what was
 * left for the end goes with the commit: a transaction that reads once and writes once takes two round trips.
 */
export class ConnectionInTransaction {
  readonly #client: pg.PoolClient;
  readonly #options: BeginOptions;
  readonly #last: { readonly statement: Statement; readonly onRefused: (() => void) | undefined }[] = [];
  /** Settles when the transaction is open, or could not be opened. Undefined: nothing was sent yet. */
  #begun: Promise<void> | undefined;

  constructor(client: pg.PoolClient, options: BeginOptions) {
    this.#client = client;
    this.#options = options;
  }

  /** Speaks to this connection, of which drizzle wants no more than `query`. */
  toTransaction(): Transaction {
    return drizzle({ client: this as unknown as pg.PoolClient });
  }

  async query(statement: Statement, values: unknown[]): Promise<pg.QueryResult> {
    // Without a parameter it may be several in one text, which only the simple protocol takes.
    const mayBeSeveral = values.length === 0 && statement.name === undefined;
    if (this.#begun === undefined && !mayBeSeveral) return this.#begin([{ ...statement, values }]).last;
    // None of those sent side by side with the first may run outside of a transaction that could not be opened.
    await (this.#begun ?? this.#begin([]).last);
    return this.#client.query(statement, values);
  }

  /** The connection itself, in the open transaction, for what is no statement with an answer. */
  async opened(): Promise<pg.PoolClient> {
    await (this.#begun ?? this.#begin([]).last);
    return this.#client;
  }

  /** Sent with the commit, after all that was sent before. */
  leaveForTheEnd(statement: Statement, onRefused?: () => void): void {
    this.#last.push({ statement, onRefused });
  }

  /** @throws what the first statement was told that failed, of those left for the end; then nothing lasts. */
  async commit(): Promise<void> {
    const end = [...this.#last.map(({ statement }) => statement), commitStatement];
    if (this.#begun !== undefined) {
      await this.#begun;
      // Work that rolled back by itself left nothing that could still be added to.
      if (this.#last.length > 0 && this.#client.getTransactionStatus() === 'I') throw rolledBack();
    } else if (this.#last.length === 0) return;
    const { sent, last, opening } = this.#begun === undefined ? this.#begin(end) : { ...this.#send(end), opening: 0 };
    const result = await last.catch((error: unknown) => {
      this.#last[sent.completed - opening]?.onRefused?.();
      throw error;
    });
    // PostgreSQL answers COMMIT in a failed transaction with ROLLBACK and no error: work that swallowed one must not look done.
    if (result.command !== 'COMMIT') throw rolledBack();
  }

  /** Resolves when the connection is as it was before the transaction. */
  async rollBack(): Promise<void> {
    if (this.#begun === undefined) return;
    await this.#begun.catch(() => undefined);
    await this.#client.query('ROLLBACK');
  }

  /** Opens the transaction, by so many statements as `opening` says, and does all of these in it. */
  #begin(statements: readonly Statement[]): Sending & { readonly opening: number } {
    const opening = beginStatements(this.#options);
    const { sent, last } = this.#send([...opening, ...statements]);
    this.#begun = last.then(
      () => undefined,
      (error: unknown) => {
        if (sent.completed < opening.length) throw error;
      },
    );
    this.#begun.catch(() => undefined);
    return { sent, last, opening: opening.length };
  }

  #send(statements: readonly Statement[]): Sending {
    const { promise: last, resolve, reject } = Promise.withResolvers<pg.QueryResult>();
    const sent = new SentTogether(statements, (answer) => {
      if ('problem' in answer) return reject(answer.problem);
      const result = answer.results[statements.length - 1];
      if (result !== undefined) return resolve(result);
      reject(new RangeError(`${statements.length} statements, ${answer.results.length} results`));
    });
    this.#client.query(sent);
    return { sent, last };
  }
}

function rolledBack(): Error {
  return new Error('The transaction was rolled back, because a statement in it had failed.');
}
