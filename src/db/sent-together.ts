import pg from 'pg';

/** A statement with its parameters; with a name, it is read and planned once for each connection. */
export type Statement = pg.QueryConfig<unknown[]> | pg.QueryArrayConfig<unknown[]>;

/** What `pg` itself calls on a query under way, beyond what its types tell. */
interface QueryUnderWay {
  submit(connection: pg.Connection): Error | null;
  readonly name: string | undefined;
  readonly text: string;
  handleRowDescription(message: object): void;
  handleDataRow(message: object): void;
  handleCommandComplete(message: object, connection: pg.Connection): void;
  handleReadyForQuery(connection: pg.Connection): void;
}

type Callback = (error: Error | null | undefined) => void;

/** Of each statement, in their order; or what the first one that failed was told. */
export type Answered = (answer: { readonly results: readonly pg.QueryResult[] } | { readonly problem: Error }) => void;

/**
 * Statements that go to PostgreSQL in one write and are answered in one read. They are followed by a single `Sync`: when
 * one fails, PostgreSQL skips all that come after it, a COMMIT among them. So none ever runs as if those before it
 * had succeeded; `pg`'s own pipeline, which sends a `Sync` after each, does not promise that.
 *
 * `pg` takes it for one query, with one time limit, as it takes cursors and streams. The function that it wraps around
 * `callback` for that limit is one that V8 makes among old objects, as every function that is written where a property is
 * set, and all that such a one can reach grows old with it. So nothing is held here that has been answered, and functions
 * get their names before they are set.
 */
export class SentTogether implements pg.Submittable {
  /** `pg` puts its own time limit around this. */
  callback: Callback;
  #answered: Answered | undefined;
  #queries: readonly QueryUnderWay[];
  #results: pg.QueryResult[] = [];
  #completed = 0;
  /** What `pg` itself could not send or read. Of what cannot be sent, and of all that comes after, nothing is executed. */
  #problem: Error | undefined;

  /** `answered` is called once. */
  constructor(statements: readonly Statement[], answered: Answered) {
    const end = (error: Error | null | undefined): void => this.#end(error);
    this.callback = end;
    this.#answered = answered;
    this.#queries = statements.map((statement, index) => this.#toQuery(statement, index));
  }

  /** How many statements have succeeded. */
  get completed(): number {
    return this.#completed;
  }

  /** Of the statement under way: `pg` remembers by them what the connection has read already. */
  get name(): string | undefined {
    return this.#queries[this.#completed]?.name;
  }

  get text(): string | undefined {
    return this.#queries[this.#completed]?.text;
  }

  submit(connection: pg.Connection): void {
    const unsynced: pg.Connection = Object.create(connection, { sync: { value: () => undefined } });
    connection.stream.cork();
    try {
      for (const query of this.#queries) {
        if (this.#problem === undefined) this.#problem = query.submit(unsynced) ?? this.#problem;
      }
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
  }

  handleRowDescription(message: object): void {
    this.#queries[this.#completed]?.handleRowDescription(message);
  }

  handleDataRow(message: object): void {
    this.#queries[this.#completed]?.handleDataRow(message);
  }

  handleCommandComplete(message: object, connection: pg.Connection): void {
    this.#queries[this.#completed]?.handleCommandComplete(message, connection);
    this.#completed += 1;
  }

  handleEmptyQuery(): void {
    this.#completed += 1;
  }

  handleReadyForQuery(connection: pg.Connection): void {
    for (const query of this.#queries.slice(0, this.#completed)) query.handleReadyForQuery(connection);
    this.callback(this.#problem);
  }

  handleError(error: Error, connection: pg.Connection): void {
    // What was skipped was not read either, and must be sent in full when its name comes again.
    const { submittedNamedStatements: sent } = connection as pg.Connection & {
      readonly submittedNamedStatements: Record<string, string>;
    };
    for (const { name } of this.#queries.slice(this.#completed)) {
      if (name !== undefined) delete sent[name];
    }
    this.callback(error);
  }

  #end(error: Error | null | undefined): void {
    const answered = this.#answered;
    const results = this.#results;
    this.#answered = undefined;
    this.#results = [];
    this.#queries = [];
    this.#problem = undefined;
    answered?.(error ? { problem: error } : { results });
  }

  /** Queries of `pg` itself, so that parameters, rows and types are what they are everywhere else. */
  #toQuery(statement: Statement, index: number): QueryUnderWay {
    const settled = (error: Error | null | undefined, result: unknown): void => {
      if (error) this.#problem ??= error;
      else this.#results[index] = result as pg.QueryResult;
    };
    // Of the extended protocol even without parameters: the simple one brings a `Sync` of its own.
    const extended = { types: pg.types, queryMode: 'extended' };
    const { name, text, types, values = [] } = statement;
    const query =
      'rowMode' in statement || types !== undefined
        ? new pg.Query({ ...extended, ...statement }, values, settled)
        : // A configuration `pg` would copy property by property, with all that describes each.
          Object.assign(new pg.Query(text, values, settled), { ...extended, name });
    return query as unknown as QueryUnderWay;
  }
}
