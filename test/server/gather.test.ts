import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/db/contract.ts';
import { makeError } from '../../src/engine/platform-error/index.ts';
import { requestErrors } from '../../src/server/request/errors.ts';
import type { OperationInTransaction, Outcome } from '../../src/server/operation.ts';
import { eachDatabase } from '../support/databases.ts';
import { probe, startServer } from '../support/test-server.ts';

interface Kept {
  /** Of each transaction that answered requests: what they asked, in their order. */
  readonly together: string[][];
  readonly alone: string[];
  /** Milliseconds that each such transaction is under way at the least. */
  underWay: number;
}

/** Keeps the secret that is asked for as a row, and answers with what the session is bound to. */
function keeping(kept: Kept): OperationInTransaction {
  const keep = async (
    { session, caller, requestId, now }: Parameters<OperationInTransaction['handle']>[0],
    body: unknown,
  ) => {
    const { name } = body as { readonly name: string };
    if (name === 'refused') throw makeError(requestErrors.invalid, { message: 'This one is refused.' });
    // Fails in the database, and with it the transaction.
    await session.tx.execute(sql`select 1 / ${name === 'poison' ? 0 : 1}::integer`);
    await session.tx.execute(sql`insert into idempotency_keys
      (environment_id, caller, operation, key, request_hash, status, body, created_at)
      values (${session.environmentId}, ${caller.keyId}, 'probe', ${name}, '', 200, to_jsonb(${requestId}::text), ${now.toISOString()})`);
    return { status: 200, body: { name, tenant: session.tenantId, environment: caller.environment } };
  };
  return {
    ...probe(async (context, { body }) => {
      kept.alone.push((body as { readonly name: string }).name);
      return keep(context, body);
    }),
    tenant: 'in-body',
    async handleTogether(requests) {
      kept.together.push(requests.map(({ input }) => (input.body as { readonly name: string }).name));
      await sleep(kept.underWay);
      const outcomes: Outcome[] = [];
      for (const { context, input } of requests) {
        const outcome = await keep(context, input.body).then(
          (result): Outcome => ({ result }),
          (problem: unknown): Outcome => {
            if (problem instanceof Error && 'userMessage' in problem) return { problem };
            throw problem;
          },
        );
        outcomes.push(outcome);
      }
      return outcomes;
    },
  };
}

const rowsOf = async (database: Database): Promise<readonly unknown[]> =>
  database.withControlPlane('read', async (tx) => {
    const { rows } = await tx.execute(sql`select key from idempotency_keys order by key`);
    return rows.map((row) => row['key']);
  });

async function keeper(database: Database) {
  const kept: Kept = { together: [], alone: [], underWay: 0 };
  const server = await startServer(database, { operations: () => [keeping(kept)] });
  const ask = (name: string, headers: Readonly<Record<string, string>> = server.admin()) =>
    server.call('POST', '/v1/probe', { headers, body: { name } });
  // So that the environments are there.
  await ask('first');
  await ask('first there', server.admin('staging'));
  kept.together.length = 0;
  return { kept, server, ask };
}

eachDatabase((databases) => {
  it('SD-09 requests that come while one transaction is under way are answered by the next, each with its own', async () => {
    const database = await databases.shared();
    const { kept, ask } = await keeper(database);
    // Else each may be over before the next request comes.
    kept.underWay = 100;
    const names = Array.from({ length: 20 }, (_, index) => `n${String(index).padStart(2, '0')}`);
    const answers = await Promise.all(names.map((name) => ask(name)));
    expect(answers.map(({ status, json }) => [status, json['name']])).toStrictEqual(names.map((name) => [200, name]));
    expect(kept.together.flat().toSorted()).toStrictEqual(names);
    expect(kept.together.length).toBeLessThan(10);
    expect(await rowsOf(database)).toStrictEqual(['first', 'first there', ...names]);
  });

  it('DA-03 those of another tenant or environment are never among them', async () => {
    const { kept, server, ask } = await keeper(await databases.shared());
    const callers = {
      acme: { ...server.admin(), 'x-tenant-id': 'acme' },
      globex: { ...server.admin(), 'x-tenant-id': 'globex' },
      all: server.admin(),
      there: { ...server.admin('staging'), 'x-tenant-id': 'acme' },
    };
    const asked = Array.from({ length: 5 }, (_, index) =>
      Object.entries(callers).map(([who, headers]) => ({ who, name: `${who} ${index}`, headers })),
    ).flat();
    const answers = await Promise.all(
      asked.map(async ({ who, name, headers }) => ({ who, ...(await ask(name, headers)).json })),
    );
    const tenants = { acme: 'acme', globex: 'globex', all: null, there: 'acme' };
    expect(answers).toStrictEqual(
      asked.map(({ who, name }) => ({
        who,
        name,
        tenant: tenants[who as keyof typeof tenants],
        environment: who === 'there' ? 'staging' : 'development',
      })),
    );
    const mixed = kept.together.filter((names) => new Set(names.map((name) => name.split(' ')[0])).size > 1);
    expect(mixed).toStrictEqual([]);
  });

  it('SD-09 what befalls one of them is its own: a refusal, or a statement that fails', async () => {
    const database = await databases.shared();
    const { ask } = await keeper(database);
    const names = ['a', 'b', 'poison', 'c', 'refused', 'd', 'e'];
    const answers = await Promise.all(names.map((name) => ask(name)));
    expect(answers.map(({ code }) => code)).toStrictEqual([
      null,
      null,
      'request/unstorable-value',
      null,
      'request/invalid',
      null,
      null,
    ]);
    expect(await rowsOf(database)).toStrictEqual(['a', 'b', 'c', 'd', 'e', 'first', 'first there']);
  });

  it('SD-09 a transaction that does not last answers nobody', async () => {
    const database = await databases.shared();
    let isLost = false;
    const losing: Database = {
      kind: database.kind,
      withControlPlane: (isolation, work) => database.withControlPlane(isolation, work),
      withEnvironment: (scope, isolation, work) =>
        database.withEnvironment(scope, isolation, async (session) => {
          const result = await work(session);
          if (isLost) throw new Error('Connection terminated unexpectedly');
          return result;
        }),
      subscribe: (handler) => database.subscribe(handler),
      connections: () => database.connections(),
      ping: () => database.ping(),
      close: () => database.close(),
    };
    const { kept, ask } = await keeper(losing);
    isLost = true;
    const answers = await Promise.all(['a', 'b', 'c'].map((name) => ask(name)));
    expect(answers.map(({ code }) => code)).toStrictEqual(Array.from({ length: 3 }, () => 'server/unavailable'));
    // It would have met each of them alone too.
    expect(kept.together.flat().toSorted()).toStrictEqual(['a', 'b', 'c']);
    expect(await rowsOf(database)).toStrictEqual(['first', 'first there']);
    isLost = false;
    expect((await ask('d')).status).toBe(200);
  });

  it('P01 a request with an Idempotency-Key goes alone, and is done once', async () => {
    const { kept, server, ask } = await keeper(await databases.shared());
    const headers = { ...server.admin(), 'idempotency-key': 'once' };
    expect((await ask('one', headers)).status).toBe(200);
    expect((await ask('one', headers)).headers['idempotent-replayed']).toBe('true');
    expect([kept.together, kept.alone]).toStrictEqual([[], ['one']]);
  });
});
