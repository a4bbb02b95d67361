import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { allTables } from '../support/all-tables.ts';
import { anyDatabase } from '../support/databases.ts';
import { breaches, tablesOf } from './support/breaches.ts';
import { fillWorld } from './support/places.ts';

anyDatabase((databases) => {
  it('DA-03 FR-F006 statements without any filter reach nothing of another tenant, environment or project, in any table', async () => {
    const database = await databases.shared();
    const world = await fillWorld(database);
    expect(await tablesOf(database)).toHaveLength(Object.keys(allTables).length);
    expect(await breaches(database, world)).toStrictEqual([]);
  });
});

anyDatabase((databases) => {
  it('DA-03 a table without policies, or with one that lets everybody in, does not go unnoticed', async () => {
    const database = await databases.open();
    const world = await fillWorld(database);
    await database.withControlPlane('write', async (tx) => {
      await tx.execute(sql`RESET ROLE`);
      for (const table of [sql`planted_bare`, sql`planted_open`]) {
        await tx.execute(sql`CREATE TABLE ${table} (environment_id text NOT NULL, tenant_id text NOT NULL)`);
        await tx.execute(sql`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO dream_app, dream_control_plane`);
        for (const { scope } of [world.victim, ...Object.values(world.strangers)]) {
          await tx.execute(sql`INSERT INTO ${table} VALUES (${scope.environmentId}, ${scope.tenantId})`);
        }
      }
      await tx.execute(sql`ALTER TABLE planted_open ENABLE ROW LEVEL SECURITY`);
      await tx.execute(sql`ALTER TABLE planted_open FORCE ROW LEVEL SECURITY`);
      await tx.execute(sql`CREATE POLICY open ON planted_open USING (true)`);
    });
    const everything = (table: string): readonly string[] =>
      ['another environment', 'another project', 'nowhere', 'another tenant', 'no tenant of that name'].flatMap((by) =>
        ['sees', 'changes', 'deletes', 'adds to', 'moves rows into'].map((verb) => `${by} ${verb} ${table}`),
      );
    // Beside two that are as they should be.
    const tried = ['audit_personal', 'planted_bare', 'planted_open', 'users'];
    expect(await breaches(database, world, (table) => tried.includes(table))).toStrictEqual([
      'planted_bare is not bound by row-level security',
      ...everything('planted_bare'),
      ...everything('planted_open'),
    ]);
  });
});
