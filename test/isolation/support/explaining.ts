// A database that has PostgreSQL explain each statement, as it is really sent, just before it runs: under the same role
// and settings, with the same parameters, on the same rows. What the explained run did is taken back first.
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database, Transaction } from '../../../src/db/contract.ts';
import { runPrepared } from '../../../src/db/run-prepared.ts';
import { isJsonObject, type JsonObject } from '../../../src/engine/json.ts';

export interface Explained {
  readonly text: string;
  /** As EXPLAIN (ANALYZE, FORMAT JSON) gives it. */
  readonly plan: JsonObject;
}

/** Of statements alike only the first is explained, until they are taken. */
export class Explanations {
  #found: Explained[] = [];
  readonly #known = new Set<string>();

  add(explained: Explained): void {
    this.#found.push(explained);
  }

  /** True once for each id. */
  isNew(id: string): boolean {
    const before = this.#known.size;
    return this.#known.add(id).size > before;
  }

  /** All since the last time. */
  take(): readonly Explained[] {
    const found = this.#found;
    this.#found = [];
    this.#known.clear();
    return found;
  }
}

export function explaining(database: Database, explanations: Explanations): Database {
  return {
    kind: database.kind,
    withEnvironment: (scope, isolation, work) =>
      database.withEnvironment(scope, isolation, async (session) => {
        const tx = explained(session.tx, explanations, session.tenantId === null ? 'environment' : 'tenant');
        const last: (() => Promise<unknown>)[] = [];
        const made = await work({
          ...session,
          tx,
          leaveForTheEnd: (statement, params) => last.push(() => runPrepared({ ...session, tx }, statement, params)),
        });
        for (const run of last) await run();
        return made;
      }),
    withControlPlane: (isolation, work) =>
      database.withControlPlane(isolation, (tx) => work(explained(tx, explanations, 'control plane'))),
    subscribe: (handler) => database.subscribe(handler),
    connections: () => database.connections(),
    ping: () => database.ping(),
    close: () => database.close(),
  };
}

interface Client {
  query(statement: string | Statement, values?: readonly unknown[]): Promise<pg.QueryResult>;
}
interface Statement {
  readonly text: string;
  readonly name?: string;
}

function explained(tx: Transaction, explanations: Explanations, role: string): Transaction {
  const connection = Reflect.get(tx, '$client') as pg.PoolClient;
  // Drizzle gives it statements as objects, with their parameters beside them.
  const client: Client = {
    query: (statement, values = []) =>
      connection.query(typeof statement === 'string' ? { text: statement } : statement, [...values]),
  };
  // One after the other, whatever the handler does at once: what is explained is taken back to a savepoint.
  let before: Promise<unknown> = Promise.resolve();
  const query = (statement: Statement, values: readonly unknown[] = []): Promise<unknown> => {
    const run = async (): Promise<unknown> => {
      const { text, name } = statement;
      if (/^\s*(?:select|insert|update|delete|with)\b/i.test(text) && explanations.isNew(`${role}: ${text}`)) {
        for (const plan of await plansOf(client, text, values, name !== undefined)) {
          explanations.add({ text, plan });
        }
      }
      return client.query(statement, [...values]);
    };
    before = before.then(run, run);
    return before;
  };
  return drizzle({
    client: new Proxy(connection, {
      get: (target, property) => (property === 'query' ? query : (Reflect.get(target, property) as unknown)),
    }),
  });
}

/** One that knows the parameters; of a prepared statement also the one that PostgreSQL comes to when it runs often. */
async function plansOf(
  client: Client,
  text: string,
  values: readonly unknown[],
  isPrepared: boolean,
): Promise<readonly JsonObject[]> {
  const explain = 'EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON)';
  await client.query('SAVEPOINT explained');
  try {
    const plans = [planIn(await client.query(`${explain} ${text}`, [...values]))];
    if (isPrepared) {
      await client.query(
        `ROLLBACK TO SAVEPOINT explained; SET LOCAL plan_cache_mode = force_generic_plan; PREPARE explained AS ${text}`,
      );
      plans.push(planIn(await client.query(`${explain} EXECUTE explained (${values.map(literal).join(', ')})`)));
      await client.query('DEALLOCATE explained');
    }
    return plans;
  } catch (error) {
    // A row that cannot be there is told by the run itself.
    if (error instanceof pg.DatabaseError && error.code?.startsWith('23') === true) return [];
    throw error;
  } finally {
    await client.query('ROLLBACK TO SAVEPOINT explained; RELEASE SAVEPOINT explained');
  }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((item) => JSON.stringify(item)).join(',')}}`);
  return pg.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value));
}

function planIn({ rows: [row] }: pg.QueryResult): JsonObject {
  const answer: unknown = Reflect.get(Object(row), 'QUERY PLAN');
  const plan: unknown = Array.isArray(answer) ? Reflect.get(Object(answer[0]), 'Plan') : undefined;
  if (!isJsonObject(plan as JsonObject)) throw new Error('EXPLAIN gave no plan');
  return plan as JsonObject;
}
