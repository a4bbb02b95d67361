import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/open-database.ts';
import { resources } from '../../src/db/tables/index.ts';
import { newPostgresDatabase, testRandom } from '../support/databases.ts';
import { addProject, aResource } from './rows.ts';

describe('PostgreSQL', () => {
  const open = (url: string, timeouts = {}) =>
    openDatabase({ host: { random: testRandom }, postgres: { url }, timeouts });

  it('says in a sentence that nothing listens, and never shows the password', async () => {
    const error: unknown = await open('postgres://ada:hunter2@127.0.0.1:1/acme').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'db/unreachable', message: expect.stringContaining('ECONNREFUSED') });
    expect(JSON.stringify(error) + String(error)).not.toContain('hunter2');
  });

  it('tells a database that does not exist from a server that does not answer', async () => {
    const url = new URL(await newPostgresDatabase());
    url.pathname = '/nowhere';
    await expect(open(url.href)).rejects.toMatchObject({
      code: 'db/unreachable',
      message: expect.stringContaining('nowhere'),
    });
  });

  it('survives the end of its idle connections', async () => {
    const url = await newPostgresDatabase();
    const database = await open(url);
    await database.ping();
    const administrator = new pg.Client({ connectionString: url });
    await administrator.connect();
    const ended = await administrator.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    expect(ended.rowCount).toBeGreaterThan(0);
    await expect
      .poll(() =>
        database.ping().then(
          () => 'alive',
          () => 'not yet',
        ),
      )
      .toBe('alive');
    await administrator.end();
    await database.close();
  });

  it('holds an owner who is no superuser to row-level security, and gives it the control plane', async () => {
    const url = new URL(await newPostgresDatabase({ empty: true }));
    const administrator = new pg.Client({ connectionString: url.href });
    await administrator.connect();
    const name = `owner_of_${url.pathname.slice(1)}`;
    await administrator.query(
      `CREATE ROLE ${name} LOGIN CREATEROLE NOSUPERUSER; GRANT ALL ON SCHEMA public TO ${name}`,
    );
    await administrator.query(`GRANT CREATE ON DATABASE ${url.pathname.slice(1)} TO ${name}`);
    await administrator.end();
    url.username = name;

    const database = await open(url.href);
    const [scope] = await addProject(database, 'acme', ['production', 'staging']);
    if (scope === undefined) throw new Error('No scope.');
    await database.withControlPlane('write', (tx) =>
      tx.insert(resources).values([aResource('env_acme_production', 'pro'), aResource('env_acme_staging', 'pro')]),
    );
    const seen = await database.withEnvironment(scope, 'read', ({ tx }) => tx.select().from(resources));
    expect(seen.map(({ environmentId }) => environmentId)).toEqual(['env_acme_production']);
    await database.close();
  });

  it('says which rights a user lacks who may not prepare the database', async () => {
    const url = new URL(await newPostgresDatabase({ empty: true }));
    const administrator = new pg.Client({ connectionString: url.href });
    await administrator.connect();
    const name = `nobody_of_${url.pathname.slice(1)}`;
    await administrator.query(`CREATE ROLE ${name} LOGIN`);
    await administrator.end();
    url.username = name;
    await expect(open(url.href)).rejects.toMatchObject({
      code: 'db/not-permitted',
      hint: expect.stringContaining('CREATEROLE'),
    });
  });
});
