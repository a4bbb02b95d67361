import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { EntryFilter } from '../../../../src/components/audit/search/filter/entry-filter.ts';
import { selectEntries } from '../../../../src/components/audit/search/queries.ts';
import type { Database, Session, Transaction } from '../../../../src/db/contract.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../../src/engine/json.ts';
import { eachDatabase } from '../../../support/databases.ts';

const scope = { projectId: 'prj', environmentId: 'env' };
const limit = 20;

/** 2,000 entries of one tenant, in which no value of a filter has more than a thirtieth, and as many of another. */
const filling = sql`
  INSERT INTO audit_entries (id, environment_id, tenant_id, recorded_at, occurred_at, action, outcome, actor_type, actor_id,
    resource_type, resource_id, ip, request_id, body)
  SELECT 'aud_' || tenant || n, 'env', tenant, now() - n * interval '1 minute', now(), 'area_' || n % 31 / 4 || '.action_' || n % 31,
    CASE n % 20 WHEN 0 THEN 'denied' ELSE 'success' END, 'user', 'user_' || n % 59, 'document', 'doc_' || n % 101,
    '192.0.2.' || n % 73, 'req_' || tenant || n, '{}'
  FROM generate_series(1, 2000) AS n, (VALUES ('acme'), ('rival')) AS t (tenant)`;
const mentioning = sql`
  INSERT INTO audit_mentions SELECT environment_id, tenant_id, 'plan', replace(ip, '192.0.2.', 'doc_'),
    recorded_at, id FROM audit_entries`;

/** Each of which narrows a search. */
const narrowing: EntryFilter = {
  actor: 'user_7',
  action: 'area_1.action_7',
  resource: 'doc_7',
  ip: '192.0.2.7',
  requestId: 'req_acme7',
};

/** What may be asked besides, whether it narrows or not. */
const besides: EntryFilter = {
  outcome: 'success',
  resourceType: 'document',
  since: new Date(Date.now() - 40 * 3_600_000).toISOString(),
  until: new Date(Date.now() - 60_000).toISOString(),
};

/** All choices of some of the filters, none and all included. */
const choices: readonly EntryFilter[] = Object.entries(narrowing).reduce<readonly EntryFilter[]>(
  (chosen, [name, value]) => chosen.flatMap((one) => [one, { ...one, [name]: value as string }]),
  [{}],
);

/**
 * Entries and mentions that may be read for a page: those of the commonest value and as many mentions, of 4,000 entries
 * that there are. A page alone is a fifth of that.
 */
const most = 2 * Math.ceil(2000 / 31);

eachDatabase((databases) => {
  it('SC-007 a search with any choice of filters goes by an index, and reads no more than a part of the record', async () => {
    await filled(await databases.shared(), async (session) => {
      // One planner in both, so that the slower of them is asked for each filter alone, and for all at once.
      const few = (chosen: EntryFilter): boolean => [0, 1, 5].includes(Object.keys(chosen).length);
      for (const chosen of databases.kind === 'embedded' ? choices.filter(few) : choices) {
        // The more is named, the less it matters what is asked besides.
        for (const more of Object.keys(chosen).length > 1 ? [{}] : [{}, besides]) {
          const filter = { tenant: 'acme', ...chosen, ...more };
          const page = { before: undefined, limit };
          expect
            .soft({ filter, ...(await readFor(session, filter, page)) })
            .toMatchObject({ isByIndex: true, tooMany: 0 });
        }
      }
      // A pattern, and a page in the middle of the past.
      const at = `${(Date.now() - 24 * 3_600_000) * 1000}`;
      for (const filter of [{}, { action: 'area_1.*' }, { actor: 'user_7', action: '*.action_7' }]) {
        const page = { before: { at, id: 'aud_Z' }, limit };
        const read = await readFor(session, { tenant: 'acme', ...filter }, page);
        expect.soft({ filter, ...read }).toMatchObject({ isByIndex: true, tooMany: 0 });
      }
    });
  });
});

/** Gives the work a session among these entries, of which nothing is left afterwards. */
async function filled(database: Database, work: (session: Session) => Promise<void>): Promise<void> {
  const done = new Error('nothing is to be left');
  const working = database.withEnvironment(scope, 'write', async (session) => {
    const { tx } = session;
    // Tables and their statistics are for whom they belong to.
    await tx.execute(sql`RESET ROLE`);
    await tx.execute(sql`INSERT INTO projects VALUES ('prj', 'prj', now())`);
    await tx.execute(sql`INSERT INTO environments (id, project_id, key, mode, created_at)
      VALUES ('env', 'prj', 'production', 'live', now())`);
    await tx.execute(sql`SELECT dream_open_month(now())`);
    await tx.execute(filling);
    await tx.execute(mentioning);
    await tx.execute(sql`ANALYZE audit_entries, audit_mentions`);
    await tx.execute(sql`SET LOCAL ROLE dream_app`);
    await work(session);
    throw done;
  });
  await expect(working).rejects.toBe(done);
}

interface Read {
  readonly isByIndex: boolean;
  /** Rows that were read beyond those that may be. */
  readonly tooMany: number;
  readonly plans: string;
}

async function readFor(
  session: Session,
  filter: EntryFilter,
  page: Parameters<typeof selectEntries>[2],
): Promise<Read> {
  const plans: JsonObject[] = [];
  // As each has a transaction of its own, whose settings are gone with it.
  await session.tx.execute(sql`SAVEPOINT asked`);
  await selectEntries({ ...session, tx: explaining(session.tx, plans) }, filter, page);
  await session.tx.execute(sql`ROLLBACK TO SAVEPOINT asked`);
  const scans = plans.flatMap(scansIn);
  const rows = scans.reduce((sum, scan) => sum + scan.rows, 0);
  return {
    isByIndex: scans.every((scan) => scan.isByIndex || scan.rows === 0),
    tooMany: Math.max(0, rows - most),
    plans: JSON.stringify(scans.filter((scan) => scan.rows > 0)),
  };
}

/** Has each statement explained, as it is really run, before it runs. */
function explaining(tx: Transaction, plans: JsonObject[]): Transaction {
  const execute = async (query: SQLWrapper): Promise<unknown> => {
    const { rows } = await tx.execute<Record<string, unknown>>(
      sql`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${query as SQL}`,
    );
    const answer = rows[0]?.['QUERY PLAN'] as readonly { readonly Plan: JsonObject }[];
    plans.push(...answer.map(({ Plan }) => Plan));
    return tx.execute(query);
  };
  return new Proxy(tx, {
    get: (target, property) => (property === 'execute' ? execute : (Reflect.get(target, property) as unknown)),
  });
}

interface Scan {
  readonly table: Json | undefined;
  readonly isByIndex: boolean;
  /** Rows that were looked at, whether they were found to fit or not. */
  readonly rows: number;
}

function scansIn(plan: JsonObject): readonly Scan[] {
  const number = (name: string): number => Number(plan[name] ?? 0);
  const table = plan['Relation Name'];
  const removed = number('Rows Removed by Filter') + number('Rows Removed by Index Recheck');
  const isByIndex = plan['Node Type'] !== 'Seq Scan';
  const own =
    typeof table === 'string'
      ? [{ table, isByIndex, rows: (number('Actual Rows') + removed) * number('Actual Loops') }]
      : [];
  const children = Array.isArray(plan['Plans']) ? plan['Plans'] : [];
  return [...own, ...children.filter(isJsonObject).flatMap(scansIn)];
}
