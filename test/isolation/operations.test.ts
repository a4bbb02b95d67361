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

const told = 'told ambernorth';

/** What is meant to be so, and why. */
const intended: readonly Finding[] = [
  // Keys are the environment's, and each says for which tenant it is.
  ...ofAnotherTenant('keys.list', [told]),
  // An id belongs to one person of the environment: whoever makes people learns that it is taken.
  ...ofAnotherTenant('users.put', ['told that it is there: 404, 201 if it were not']),
  // People are the environment's, not a tenant's: a secret key may let any of them into the tenant it is for.
  ...ofAnotherTenant('members.add', [told, 'told that it is there: 201, 404 if it were not']),
  ...ofAnotherTenant('grants.set', ['told that it is there: 201, 404 if it were not']),
  // Flags are the environment's: whose contexts are evaluated is what the body says, and rules are for all tenants.
  ...ofAnotherTenant('flags.delete', [told]),
  ...ofAnotherTenant('flags.ruleset', [told]),
  ...ofAnotherTenant('flags.stream', [told]),
  ...['flags.evaluate', 'ofrep.evaluateFlag', 'ofrep.evaluateFlags'].flatMap((operation) =>
    ofAnotherTenant(operation, ['told that it is there: 200, 200 if it were not']),
  ),
  // Public keys are for everybody.
  ...ofAnotherTenant('audit.keys.list', [told]),
  // A stream is the environment's, and carries the chains of all tenants.
  ...ofAnotherTenant('audit.streams.get', [told]),
  ...ofAnotherTenant('audit.streams.replay', ['wrote audit_stream_places', told]),
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
    const nextDoor = ['for', 'of'].map((word) => `another tenant: a secret key ${word} its own tenant`);
    const mend = 'needs an entry in test/isolation/support/requests.ts:';
    expect([...found].map(([what, by]) => [what, by.map((finding) => finding.by)])).toStrictEqual([
      [
        'leaks: told amber',
        elsewhere.flatMap((from) =>
          ['', ' for its own tenant', ' for the tenant'].map((which) => `${from}: a secret key${which}`),
        ),
      ],
      ['leaks: told ambernorth', nextDoor],
      [
        'tells: told that it is there: 200, 200 if it were not',
        [
          ...elsewhere.flatMap((from) =>
            ['', ' for its own tenant', ' for the tenant'].map((which) => `${from}: a secret key${which}`),
          ),
          ...nextDoor,
        ],
      ],
      [
        'writes: wrote tenants',
        [
          // A secret key for the victim's tenant is refused before: its environment knows no such tenant.
          ...elsewhere.flatMap((from) => [`${from}: a secret key`, `${from}: a secret key for its own tenant`]),
          ...nextDoor,
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
