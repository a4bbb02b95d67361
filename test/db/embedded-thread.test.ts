import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sqlState } from '../../src/db/sql-state.ts';
import { projects } from '../../src/db/tables/index.ts';
import { useDatabases } from '../support/databases.ts';
import { addProject } from './rows.ts';

describe('the thread of an embedded database', () => {
  const databases = useDatabases('embedded');

  it('is started anew once after a cut-off, though a statement and health checks ask for it at the same time', async () => {
    const database = await databases.open({ statement: 1_500 });
    await addProject(database, 'before', ['production']);
    const runaway = database.withControlPlane('read', (tx) =>
      tx.execute(sql`SELECT count(*) FROM generate_series(1, 100000000000)`),
    );
    await expect(runaway).rejects.toSatisfy((error) => sqlState(error) === '57014');

    let started = 0;
    const count = (): void => {
      started += 1;
    };
    process.on('worker', count);
    onTestFinished(() => void process.off('worker', count));
    await Promise.all([database.ping(), addProject(database, 'after', ['production']), database.ping()]);
    const rows = await database.withControlPlane('read', (tx) => tx.select({ key: projects.key }).from(projects));
    expect(rows.map(({ key }) => key).toSorted()).toEqual(['after', 'before']);
    // Two on one directory would lose committed rows.
    expect(started).toBe(1);
  });
});
