import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/open-database.ts';
import { sqlState } from '../../src/db/sql-state.ts';
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

  it('counts places of entries for an owner who inherits nothing from the roles it may become', async () => {
    const url = new URL(await newPostgresDatabase({ empty: true }));
    const administrator = new pg.Client({ connectionString: url.href });
    await administrator.connect();
    const base = url.pathname.slice(1);
    const name = `heir_of_${base}`;
    await administrator.query(`CREATE ROLE ${name} LOGIN NOINHERIT NOSUPERUSER`);
    await administrator.query(`GRANT dream_app, dream_control_plane, dream_retention TO ${name}`);
    await administrator.query(`GRANT ALL ON SCHEMA public TO ${name}; GRANT CREATE ON DATABASE ${base} TO ${name}`);
    await administrator.end();
    url.username = name;
    const database = await open(url.href);
    const { rows } = await database.withControlPlane('write', async (tx) => {
      await tx.execute(sql`
        INSERT INTO audit_seals (environment_id, tenant_id, sequence, entry_id, recorded_at, leaf, hash, previous_hash)
        SELECT 'env_1', 'acme', n, 'aud_' || n, '2025-03-01', '\\x00', '\\x00', '\\x00' FROM generate_series(1, 3) AS n`);
      return tx.execute(sql`SELECT tenant_id AS tenant, entries::int FROM audit_month_counts`);
    });
    expect(rows).toEqual([{ tenant: 'acme', entries: 3 }]);
    await database.close();
  });

  it('says which rights a user lacks who may not prepare the database', async () => {
    const url = new URL(await newPostgresDatabase({ empty: true }));
    const administrator = new pg.Client({ connectionString: url.href });
    await administrator.connect();
    const name = `nobody_of_${url.pathname.slice(1)}`;
    await administrator.query(`CREATE ROLE ${name} LOGIN`);
    url.username = name;
    const error: unknown = await open(url.href).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'db/not-permitted',
      message: expect.stringContaining('permission denied for database'),
    });
    // What the hint says is all it takes. The roles exist already, for the whole server.
    const statements = String(Object(error).hint).match(/(?<=[:;] )(GRANT|CREATE ROLE) [^;]+/gu) ?? [];
    expect(statements).toHaveLength(6);
    for (const statement of statements.filter((text) => text.startsWith('GRANT'))) await administrator.query(statement);
    await administrator.end();
    const database = await open(url.href);
    await database.ping();
    await database.close();
  });

  it('says so too where the user may not even see what was prepared', async () => {
    const url = new URL(await newPostgresDatabase());
    const administrator = new pg.Client({ connectionString: url.href });
    await administrator.connect();
    const name = `stranger_of_${url.pathname.slice(1)}`;
    await administrator.query(`CREATE ROLE ${name} LOGIN`);
    await administrator.end();
    url.username = name;
    await expect(open(url.href)).rejects.toMatchObject({ code: 'db/not-permitted' });
  });

  it('is served by a user who owns nothing in it, as the guide has it, and who changes nothing of the record', async () => {
    const owned = new URL(await newPostgresDatabase({ empty: true }));
    const base = owned.pathname.slice(1);
    const administrator = new pg.Client({ connectionString: owned.href });
    await administrator.connect();
    const [owner, server] = [`owner_of_${base}`, `server_of_${base}`];
    const guide = readFileSync('docs/guides/move-to-postgresql.md', 'utf8');
    // Roles are of the whole PostgreSQL, so that those of the servers are there already.
    const statements = [...guide.matchAll(/(?<=^ *)(?:GRANT|CREATE ROLE dream_server) [^;]+;/gmu)].map(([text]) =>
      text
        .replaceAll('dream_user', owner)
        .replaceAll('dream_server', server)
        .replace('DATABASE dream ', `DATABASE ${base} `),
    );
    expect(statements).toHaveLength(7);
    await administrator.query(`CREATE ROLE ${owner} LOGIN`);
    for (const statement of statements.slice(0, 5)) await administrator.query(statement);
    // In this order: first nobody has prepared it, then somebody who is not the user of the servers.
    const served = new URL(owned.href);
    [owned.username, served.username] = [owner, server];
    await expect(open(served.href)).rejects.toMatchObject({ code: 'db/not-permitted' });
    await (await open(owned.href)).close();
    await expect(open(served.href)).rejects.toMatchObject({
      code: 'db/not-permitted',
      hint: expect.stringContaining(`It belongs to the user ${owner}.`),
    });
    for (const statement of statements.slice(5)) await administrator.query(statement);

    const database = await open(served.href);
    const [scope] = await addProject(database, 'acme', ['production', 'staging']);
    if (scope === undefined) throw new Error('No scope.');
    await database.withControlPlane('write', (tx) =>
      tx.insert(resources).values([aResource('env_acme_production', 'pro'), aResource('env_acme_staging', 'pro')]),
    );
    const seen = await database.withEnvironment(scope, 'read', ({ tx }) => tx.select().from(resources));
    expect(seen.map(({ environmentId }) => environmentId)).toEqual(['env_acme_production']);
    await database.close();

    const login = new pg.Client({ connectionString: served.href });
    await login.connect();
    const tried = async (role: string, statement: string) => {
      await login.query(`SET ROLE ${role}`);
      return login.query(statement).then(
        () => 'done',
        (error: unknown) => sqlState(error),
      );
    };
    for (const table of ['audit_entries', 'audit_seals']) {
      expect(await tried('NONE', `SELECT FROM ${table}`)).toBe('42501');
      for (const role of ['NONE', 'dream_app', 'dream_control_plane', 'dream_retention']) {
        const refused = [`UPDATE ${table} SET tenant_id = ''`, `TRUNCATE ${table}`, `DROP TABLE ${table}`];
        const more = [`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`];
        if (role !== 'dream_retention') more.push(`DELETE FROM ${table}`);
        for (const statement of [...refused, ...more])
          expect([role, statement, await tried(role, statement)]).toContain('42501');
      }
      expect(await tried('dream_retention', `DELETE FROM ${table}`)).toBe('done');
      expect(await tried('dream_control_plane', `SELECT FROM ${table}`)).toBe('done');
    }
    expect(await tried('NONE', 'CREATE TABLE mine (a int)')).toBe('42501');
    await login.end();

    // As after a restore into another PostgreSQL, where numbers of transactions begin anew.
    await administrator.query(
      `INSERT INTO followers SELECT 'some', (pg_current_xact_id()::text::bigint + 1000)::text::xid8, '', now()`,
    );
    await administrator.end();
    await expect(open(served.href)).rejects.toMatchObject({
      code: 'db/not-permitted',
      hint: expect.stringContaining(`as that user, such as \`dream status\``),
    });
    await (await open(owned.href)).close();
    await (await open(served.href)).close();
  });

  it.each([
    ['not a url'],
    [''],
    ['127.0.0.1:5432/acme'],
    ['ada:canary@127.0.0.1/acme'],
    ['mysql://ada:canary@127.0.0.1/acme'],
    ['postgres://ada:canary/x@127.0.0.1/acme'],
    ['postgres://ada:canary@127.0.0.1:99999/acme'],
    ['postgres://ada:canary@127.0.0.1/acme?sslrootcert=/nowhere/root.crt'],
  ])('refuses the address %j with a sentence that does not repeat it', async (url) => {
    const error: unknown = await open(url).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'db/malformed-url',
      message: expect.stringMatching(/^The address of the database .*\.$/u),
      hint: expect.stringContaining('DATABASE_URL'),
    });
    expect(inspect(error)).not.toContain('canary');
  });
});
