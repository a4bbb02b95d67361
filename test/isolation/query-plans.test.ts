import { sql, type SQL } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../src/engine/json.ts';
import { listOf } from '../../src/engine/json-fields.ts';
import type { Operation, OperationInTransaction } from '../../src/server/operation.ts';
import { useDatabases } from '../support/databases.ts';
import { probe } from '../support/test-server.ts';
import { wholeTable } from '../support/whole-table.ts';
import { crowdRevision, fillCrowd } from './support/crowd.ts';
import { exercise, type Slow } from './support/exercise.ts';
import { fillWorld, type World } from './support/places.ts';

const databases = useDatabases('postgres');

interface Exception {
  readonly operations: readonly string[];
  readonly tables: readonly string[];
  readonly statement: RegExp;
  readonly because: string;
}

const applying = ['changesets.compute', 'revisions.create', 'revisions.rollback', 'resources.put', 'resources.delete'];
const exceptions: readonly Exception[] = [
  {
    operations: ['audit.entries.list'],
    tables: ['audit_entries_other', 'audit_mentions_other'],
    statement: /^(?!.*"tenant_id" = \$)WITH page AS/,
    because: 'who searches all tenants for what is rare has all of their entries looked through, from the newest on',
  },
  {
    operations: ['audit.entries.feed'],
    tables: ['audit_entries_other', 'audit_mentions_other'],
    statement: /"transaction" < \$\d+::xid8/,
    because: 'who begins from long ago reads past what others wrote since, so many transactions at a time',
  },
  {
    operations: ['revisions.list', 'users.list'],
    tables: ['revisions', 'users'],
    statement: /^select count\(\*\) from "\w+" where "\w+"."environment_id" = \$1$/,
    because: 'a page says how many there are in all, and all are counted for that',
  },
  {
    operations: ['revisions.compare', 'revisions.rollback'],
    tables: ['revisions', 'resource_versions'],
    statement: /^select .* from "(?:revisions|resource_versions)" where/,
    because: 'the whole history between two revisions is what was asked for',
  },
  {
    operations: applying,
    tables: ['role_assignments', 'tenant_grants', 'memberships', 'service_accounts', 'users', 'relationships'],
    statement: /^(?:with (?:held|standing|steps) as|select r\.tenant_id as tenant, count\(\*\))/,
    because: 'who would feel an apply is looked for among all who hold a role or stand in a relation',
  },
  {
    operations: applying,
    tables: ['users'],
    statement: /^with suspect as/,
    because: 'whose values a Tenancy takes no longer is looked for among all of whom anything is kept',
  },
  {
    operations: applying,
    tables: ['role_assignments', 'tenant_grants', 'relationships'],
    statement: /^(?:insert into|update|delete from) "(?:role_assignments|tenant_grants|relationships)"/,
    because: 'what an apply renames is written over wherever it is held',
  },
];

/** The victim's environment with everything that its people and tenants hold by another name. */
function renaming({ victim: { names } }: World): JsonObject {
  const { role, type, plan, entitlement, desired } = names;
  const renamed = JSON.stringify(desired['resources']).replaceAll(
    new RegExp(`"key":"(${role}|${type}|${plan}|${entitlement})"`, 'g'),
    '"key":"$1-renamed","movedFrom":"$1"',
  );
  const named = renamed
    .replaceAll(`"${type}:`, `"${type}-renamed:`)
    .replaceAll(`"${plan}":`, `"${plan}-renamed":`)
    .replaceAll(`"entitlement":"${entitlement}"`, `"entitlement":"${entitlement}-renamed"`);
  const resources = JSON.parse(named) as JsonObject[];
  return { ...desired, resources };
}

/** The victim's environment, in which tenants and users may be less than before. */
function narrowing({ victim: { names } }: World): JsonObject {
  const attributes = { tenant: { seats: 'number' }, user: { department: { type: 'string', required: true } } };
  const tenancy = { kind: 'Tenancy', key: 'default', body: { currencies: ['USD'], attributes } };
  return { ...names.desired, resources: [...listOf(names.desired['resources']), tenancy] };
}

/** An operation that sends one statement. */
function asking(id: string, statement: SQL): Operation {
  const handle: OperationInTransaction['handle'] = async ({ session }) => {
    await session.tx.execute(statement);
    return { status: 200, body: {} };
  };
  const { body: _, ...operation } = probe(handle, { id, method: 'GET', path: `/v1/${id}`, transaction: 'read' });
  return { ...operation, tenant: 'optional' };
}

it('DA-03 no statement that an operation sends reads much of a large table, row-level security in force', async () => {
  const database = await databases.open();
  const world = await fillWorld(database);
  const transaction = await fillCrowd(database, world);
  const { slow, explained } = await exercise(world, database, {
    operations: wholeTable,
    names: { ...world.victim.names, number: String(crowdRevision), transaction },
    more: ({ id, path }) =>
      id === 'revisions.create'
        ? [renaming(world), narrowing(world)].map((desired) => ({ path, body: { author: 'ada', desired } }))
        : [],
  });
  expect(explained).toBeGreaterThan(300);
  const excused = (one: Slow, { operations, tables, statement }: Exception): boolean =>
    operations.includes(one.operation) &&
    tables.some((table) => one.finding.endsWith(` ${table}`)) &&
    statement.test(one.statement);
  expect(slow.filter((one) => !exceptions.some((exception) => excused(one, exception)))).toStrictEqual([]);
  expect(exceptions.filter((exception) => !slow.some((one) => excused(one, exception)))).toStrictEqual([]);

  // And those that do are seen.
  const planted = [
    asking('scans', sql`SELECT id FROM users WHERE lower(name) = 'user 7'`),
    // An operator that may tell of the rows it compares cannot use an index below a policy.
    asking('contains', sql`SELECT user_id FROM tenant_grants WHERE roles @> '["nobody"]'`),
    asking('filters', sql`SELECT id FROM decisions WHERE request_id = 'req_2' ORDER BY id DESC LIMIT 1`),
    asking('finds', sql`SELECT id FROM users WHERE email = 'u7@crowd.test'`),
  ];
  const seen = await exercise(world, database, { operations: () => planted });
  expect([...new Set(seen.slow.map(({ operation, finding }) => `${operation}: ${finding}`))]).toStrictEqual([
    'scans: reads much of users',
    'contains: scans tenant_grants',
    'filters: scans decisions',
  ]);
});
