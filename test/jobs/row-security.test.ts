import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/db/contract.ts';
import { insertJob } from '../../src/jobs/queries.ts';
import { eachDatabase } from '../support/databases.ts';

const kind = { name: 'row-security', atOnce: 1, timeLimit: 60, retries: { times: 0, wait: 0, longestWait: 0 } };

function within<T extends Record<string, unknown>>(
  database: Database,
  environmentId: string,
  query: ReturnType<typeof sql>,
) {
  return database.withEnvironment({ projectId: 'prj_1', environmentId }, 'write', async (session) =>
    session.tx.execute<T>(query),
  );
}

eachDatabase((databases) => {
  it('DA-03 jobs of another environment are neither found nor hastened nor added, and nobody inside reads what a job is about', async () => {
    const database = await databases.shared();
    const add = (inside: string, of: string) =>
      database.withEnvironment({ projectId: 'prj_1', environmentId: inside }, 'write', async ({ tx }) =>
        insertJob(tx, kind, { data: { environmentId: of }, key: `${of} hook`, after: 3_600_000 }),
      );
    expect(await add('env_a', 'env_a')).toBe(true);
    await expect(add('env_b', 'env_a')).rejects.toThrow();
    const keys = (inside: string) =>
      within(database, inside, sql`SELECT singleton_key AS key FROM jobs.job WHERE name = ${kind.name}`);
    expect((await keys('env_a')).rows).toEqual([{ key: 'env_a hook' }]);
    expect((await keys('env_b')).rows).toEqual([]);
    const hasten = (inside: string) =>
      within(database, inside, sql`UPDATE jobs.job SET start_after = now() WHERE name = ${kind.name}`);
    expect((await hasten('env_b')).rowCount).toBe(0);
    expect((await hasten('env_a')).rowCount).toBe(1);
    for (const query of [
      sql`SELECT data FROM jobs.job`,
      sql`SELECT name FROM jobs.job_common`,
      sql`DELETE FROM jobs.job`,
      sql`UPDATE jobs.job SET state = 'completed'`,
    ]) {
      await expect(within(database, 'env_a', query)).rejects.toMatchObject({ cause: { code: '42501' } });
    }
  });
});
