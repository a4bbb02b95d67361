import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { sqlState } from '../../src/db/sql-state.ts';
import { environments, projects, resources, revisions } from '../../src/db/tables/index.ts';
import { eachDatabase } from '../support/databases.ts';
import { addProject, aResource } from './rows.ts';

const INSUFFICIENT_PRIVILEGE = '42501';

eachDatabase((databases) => {
  async function twoEnvironments() {
    const database = await databases.shared();
    const [a, b] = await addProject(database, 'acme', ['production', 'staging']);
    const [other] = await addProject(database, 'globex', ['production']);
    if (a === undefined || b === undefined || other === undefined) throw new Error('No scopes.');
    for (const scope of [a, b, other]) {
      await database.withEnvironment(scope, 'write', ({ tx }) =>
        tx.insert(resources).values(aResource(scope.environmentId, 'pro')),
      );
    }
    return { database, a, b, other };
  }

  it('FR-F006 shows an environment only its own rows, with no filter in the query', async () => {
    const { database, a, b } = await twoEnvironments();
    for (const scope of [a, b]) {
      const rows = await database.withEnvironment(scope, 'read', ({ tx }) => tx.select().from(resources));
      expect(rows.map((row) => row.environmentId)).toEqual([scope.environmentId]);
    }
  });

  it('FR-F006 changes and deletes only its own rows, with no filter in the statement', async () => {
    const { database, a, b, other } = await twoEnvironments();
    await database.withEnvironment(a, 'write', ({ tx }) => tx.update(resources).set({ updatedBy: 'eve' }));
    await database.withEnvironment(b, 'write', ({ tx }) => tx.delete(resources));
    const left = await database.withControlPlane('read', (tx) =>
      tx.select().from(resources).orderBy(resources.environmentId),
    );
    expect(left.map(({ environmentId, updatedBy }) => [environmentId, updatedBy])).toEqual([
      [a.environmentId, 'eve'],
      [other.environmentId, 'ada'],
    ]);
  });

  it("refuses a row for another environment, and moving one's own there", async () => {
    const { database, a, b } = await twoEnvironments();
    const insert = database.withEnvironment(a, 'write', ({ tx }) =>
      tx.insert(resources).values(aResource(b.environmentId, 'free')),
    );
    await expect(insert).rejects.toSatisfy((error) => sqlState(error) === INSUFFICIENT_PRIVILEGE);
    const move = database.withEnvironment(a, 'write', ({ tx }) =>
      tx.update(resources).set({ environmentId: b.environmentId, key: 'free' }),
    );
    await expect(move).rejects.toSatisfy((error) => sqlState(error) === INSUFFICIENT_PRIVILEGE);
  });

  it('shows nothing when no environment is set', async () => {
    const { database } = await twoEnvironments();
    const seen = await database.withEnvironment({ projectId: '', environmentId: '' }, 'read', async ({ tx }) => [
      ...(await tx.select().from(resources)),
      ...(await tx.select().from(environments)),
      ...(await tx.select().from(projects)),
    ]);
    expect(seen).toEqual([]);
  });

  it('leaves neither role nor environment behind on the connection', async () => {
    const { database, a } = await twoEnvironments();
    await database.withEnvironment(a, 'read', ({ tx }) => tx.select().from(resources));
    const failing = database.withEnvironment(a, 'write', ({ tx }) => tx.execute(sql`SELECT 1 / 0`));
    await expect(failing).rejects.toThrow();
    const after = await database.withControlPlane('read', (tx) =>
      tx.execute<{ role: string; environment: string }>(
        sql`SELECT current_user AS role, current_setting('dream.environment_id', true) AS environment`,
      ),
    );
    expect(after.rows).toEqual([{ role: 'dream_control_plane', environment: '' }]);
  });

  it('cannot be talked into another role or environment from outside a statement of ours', async () => {
    const { database, b } = await twoEnvironments();
    const hostile = `x', true); SELECT set_config('dream.environment_id', '${b.environmentId}`;
    const rows = await database.withEnvironment(
      { projectId: 'p', environmentId: hostile, tenantId: "'; RESET ROLE; --" },
      'read',
      ({ tx }) => tx.select().from(resources),
    );
    expect(rows).toEqual([]);
  });

  it('lets an environment see its project and siblings, never another project, and change itself alone', async () => {
    const { database, a, b } = await twoEnvironments();
    const seen = await database.withEnvironment(a, 'write', async ({ tx }) => {
      await tx.update(environments).set({ revision: 7 });
      return {
        projects: await tx.select().from(projects),
        environments: await tx.select().from(environments).orderBy(environments.key),
      };
    });
    expect(seen.projects.map((row) => row.key)).toEqual(['acme']);
    expect(seen.environments.map((row) => [row.id, row.revision])).toEqual([
      [a.environmentId, 7],
      [b.environmentId, 0],
    ]);
  });

  it('refuses to rewrite history', async () => {
    const { database, a } = await twoEnvironments();
    for (const statement of [sql`UPDATE revisions SET author = 'eve'`, sql`DELETE FROM resource_versions`]) {
      const rewrite = database.withEnvironment(a, 'write', ({ tx }) => tx.execute(statement));
      await expect(rewrite).rejects.toSatisfy((error) => sqlState(error) === INSUFFICIENT_PRIVILEGE);
    }
    const read = database.withEnvironment(a, 'read', ({ tx }) =>
      tx.select().from(revisions).where(eq(revisions.number, 1)),
    );
    expect(await read).toEqual([]);
  });

  it('binds every table that has an environment, and forces it on the owner too', async () => {
    const database = await databases.shared();
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ name: string; forced: boolean; policies: string[]; environment: boolean; tenant: boolean }>(sql`
        SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
          ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1) AS policies,
          EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'environment_id') AS environment,
          c.relname IN ('tenants', 'users')
            OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id') AS tenant
        FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`),
    );
    expect(rows.length).toBeGreaterThanOrEqual(8);
    for (const row of rows) {
      expect(row).toMatchObject({ forced: true });
      expect(row.policies).toContain('control_plane');
      // What happened is written and read by different policies: one adds only, the other reads only.
      const apart = row.name === 'domain_events' ? ['tenant_reads'] : [];
      const bound = row.tenant ? 'tenant' : 'environment';
      if (row.environment) expect(row.policies).toEqual(['control_plane', bound, ...apart]);
    }
  });

  it('gives nobody a way to log in as its roles, nor past row-level security', async () => {
    const database = await databases.shared();
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute(
        sql`SELECT rolname, rolcanlogin, rolsuper, rolbypassrls FROM pg_roles WHERE rolname LIKE 'dream\_%' ORDER BY 1`,
      ),
    );
    expect(rows).toEqual(
      ['dream_app', 'dream_control_plane', 'dream_retention'].map((rolname) => ({
        rolname,
        rolcanlogin: false,
        rolsuper: false,
        rolbypassrls: false,
      })),
    );
  });
});
