import { getTableName } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createHost } from '../../src/host/create-host.ts';
import { anyDatabase } from '../support/databases.ts';
import { longRun } from '../support/long-run.ts';
import { wholeTable } from '../support/whole-table.ts';
import { attack, type Finding } from './support/attack.ts';
import { fillWorld } from './support/places.ts';
import { planted } from './support/planted.ts';
import { ofSomebody, rowsOf } from './support/rows.ts';

/** What is meant to be so, and why. */
const intended: readonly Finding[] = [
  // People are the environment's, not a tenant's: a secret key may let any of them into the tenant it is for.
  ...ofAnotherTenant('members.add', ['told ambernorth', 'told that it is there: 201, 404 if it were not']),
  ...ofAnotherTenant('grants.set', ['told that it is there: 201, 404 if it were not']),
];

function ofAnotherTenant(operation: string, findings: readonly string[]): readonly Finding[] {
  return ['for', 'of'].flatMap((word) =>
    findings.map((found) => ({ operation, by: `another tenant: a secret key ${word} its own tenant`, found })),
  );
}

anyDatabase((databases) => {
  it('DA-03 no operation tells another tenant, environment or project anything, or changes anything there', async () => {
    const database = await databases.shared();
    const world = await fillWorld(database);
    const rows = await database.withControlPlane('read', (tx) => rowsOf(tx, world.victim, 'environment'));
    expect([...rows.keys()].toSorted()).toStrictEqual(Object.values(ofSomebody).map(getTableName).toSorted());
    // All of them in long runs, which every change has to pass.
    const every = longRun ? 1 : 20;
    const tried = new Set(
      wholeTable(world.server.host, world.server.masterKey)
        .map(({ id }) => id)
        .filter((id, index) => index % every === 0 || intended.some(({ operation }) => operation === id)),
    );
    expect(await attack(world, database, wholeTable, ({ id }) => tried.has(id))).toStrictEqual(intended);
  });
});

anyDatabase((databases) => {
  it('DA-03 an operation that leaks, writes elsewhere, or is not tried at all does not go unnoticed', async () => {
    const database = await databases.shared();
    const world = await fillWorld(database);
    const ids = new Set(planted.map(({ id }) => id));
    const findings = await attack(
      world,
      database,
      (host, masterKey) => [...wholeTable(host, masterKey), ...planted],
      ({ id }) => ids.has(id),
    );
    const found = Map.groupBy(findings, ({ operation, found: what }) => `${operation}: ${what}`);
    const elsewhere = ['another environment', 'another project'];
    const bySecretKey = elsewhere.map((from) => `${from}: a secret key`);
    const mend = 'needs an entry in test/isolation/support/requests.ts:';
    expect([...found].map(([what, by]) => [what, by.map((finding) => finding.by)])).toStrictEqual([
      ['leaks: told amber', bySecretKey],
      ['tells: told that it is there: 200, 200 if it were not', bySecretKey],
      [
        'writes: wrote tenants',
        [
          // A secret key for the victim's tenant is refused before: its environment knows no such tenant.
          ...elsewhere.flatMap((from) => [`${from}: a secret key`, `${from}: a secret key for its own tenant`]),
          'another tenant: a secret key for its own tenant',
          'another tenant: a secret key of its own tenant',
        ],
      ],
      [`riddle: ${mend} Error: nothing is known by the name riddle`, ['the rightful owner']],
      [`refuses: ${mend} 418 {}`, ['the rightful owner']],
    ]);
  });
});

describe('the operation table', () => {
  it('DA-03 says of each operation whose path names a tenant that it is about that tenant', () => {
    const table = wholeTable(createHost(), null);
    const others = table.filter(({ path, tenant = 'none' }) => path.includes('{tenant}') && tenant === 'none');
    expect(others).toStrictEqual([]);
  });
});
