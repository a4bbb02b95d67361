import { randomBytes } from 'node:crypto';
import { getTableName } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditMonthCounts, auditSeals } from '../../src/components/audit/tables.ts';
import type { Database } from '../../src/db/contract.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { promote, type PromoteProgress } from '../../src/db/promote.ts';
import {
  apiKeys,
  environments,
  projects,
  resources,
  resourceVersions,
  revisions,
  secrets,
} from '../../src/db/tables/index.ts';
import { allTables } from '../support/all-tables.ts';
import { newPostgresDatabase, testRandom, useDatabases } from '../support/databases.ts';
import { aDate, addProject, aResource } from './rows.ts';

const hash = Buffer.alloc(32);
const ODD_TEXTS = [
  'plain',
  'größer – 日本語 🎉',
  'quotes " \' \\ {braces, and commas}',
  'NULL',
  '',
  'tab\tline\nend\u{1}',
];

describe('promote', () => {
  const embedded = useDatabases('embedded');

  async function fill(database: Database): Promise<void> {
    const [scope] = await addProject(database, 'acme', ['production', 'staging']);
    if (scope === undefined) throw new Error('No scope.');
    const { environmentId } = scope;
    await database.withEnvironment(scope, 'write', async ({ tx }) => {
      const rows = Array.from({ length: 700 }, (_, index) => aResource(environmentId, `key-${index}`));
      const odd = ODD_TEXTS.map((text, index) => ({
        ...aResource(environmentId, `odd-${index}`),
        body: { text, deep: [1.5, null, { text }] },
      }));
      await tx.insert(resources).values([...rows, ...odd]);
      await tx
        .insert(resourceVersions)
        .values({ environmentId, kind: 'Plan', key: 'gone', revision: 9_007_199_254_740_991, owner: 'api' });
      await tx.insert(secrets).values({
        environmentId,
        name: 'S',
        sealed: randomBytes(5_000),
        sealedWith: '0a',
        updatedBy: 'ada',
        updatedAt: aDate,
      });
      await tx.insert(revisions).values({
        environmentId,
        number: 1,
        id: 'rev_1',
        cause: 'apply',
        author: 'ada',
        createdAt: aDate,
        changeset: {
          formatVersion: 1,
          environment: 'x'.repeat(3_000_000),
        } as unknown as (typeof revisions.$inferInsert)['changeset'],
      });
      await tx.insert(apiKeys).values({
        id: 'key_1',
        environmentId,
        type: 'secret',
        name: 'n',
        hash: 'h',
        hint: 'i',
        scopes: ['*'],
        createdBy: 'ada',
        createdAt: aDate,
        expiresAt: new Date(0.5 + 253_402_300_799_000),
      });
    });
  }

  function everything(database: Database): Promise<unknown> {
    return database.withControlPlane('read', async (tx) => [
      await tx.select().from(projects).orderBy(projects.key),
      await tx.select().from(environments).orderBy(environments.key),
      await tx.select().from(resources).orderBy(resources.key),
      await tx.select().from(resourceVersions),
      await tx.select().from(revisions),
      await tx.select().from(apiKeys),
      (await tx.select().from(secrets)).map((row) => ({ ...row, sealed: Buffer.from(row.sealed).toString('hex') })),
    ]);
  }

  it('moves every row to PostgreSQL as it was, and says how far it is', async () => {
    const from = await embedded.open();
    await fill(from);
    const url = await newPostgresDatabase({ empty: true });
    const progress: PromoteProgress[] = [];
    const copied = await promote({
      from,
      to: { url },
      host: { random: testRandom },
      onProgress: (step) => progress.push(step),
    });

    const { auditMonthCounts: _counts, ...copiedTables } = allTables;
    const empty = Object.values(copiedTables).map((table) => [getTableName(table), 0] as const);
    expect(Object.fromEntries(copied.map(({ name, rows }) => [name, rows]))).toEqual({
      ...Object.fromEntries(empty),
      projects: 1,
      environments: 2,
      resources: 706,
      resource_versions: 1,
      revisions: 1,
      api_keys: 1,
      secrets: 1,
    });
    expect(progress.filter(({ table }) => table === 'resources').at(-1)).toEqual({
      table: 'resources',
      phase: 'verify',
      rows: 706,
      of: 706,
    });
    const to = await openDatabase({ host: { random: testRandom }, postgres: { url } });
    try {
      expect(await everything(to)).toEqual(await everything(from));
    } finally {
      await to.close();
    }
  });

  it('counts the places of entries once, though it copies them', async () => {
    const from = await embedded.open();
    await from.withControlPlane('write', async (tx) => {
      const place = { environmentId: 'env_1', recordedAt: aDate, leaf: hash, hash, previousHash: hash };
      await tx.insert(auditSeals).values([
        { ...place, tenantId: 'acme', sequence: 1n, entryId: 'aud_1' },
        { ...place, tenantId: 'acme', sequence: 2n, entryId: 'aud_2' },
        { ...place, tenantId: '', sequence: 1n, entryId: 'aud_3' },
      ]);
    });
    const url = await newPostgresDatabase({ empty: true });
    await promote({ from, to: { url }, host: { random: testRandom } });
    const to = await openDatabase({ host: { random: testRandom }, postgres: { url } });
    const counts = (database: Database): Promise<unknown> =>
      database.withControlPlane('read', (tx) => tx.select().from(auditMonthCounts).orderBy(auditMonthCounts.tenantId));
    try {
      expect(await counts(to)).toEqual(await counts(from));
      expect(await counts(to)).toMatchObject([{ entries: 1n }, { first: 1n, last: 2n, entries: 2n }]);
    } finally {
      await to.close();
    }
  });

  it('refuses a target that holds data, and leaves it as it was', async () => {
    const from = await embedded.shared();
    await addProject(from, 'acme', ['production']);
    const url = await newPostgresDatabase();
    const to = await openDatabase({ host: { random: testRandom }, postgres: { url } });
    try {
      await addProject(to, 'globex', ['production']);
      await expect(promote({ from, to: { url }, host: { random: testRandom } })).rejects.toMatchObject({
        code: 'db/target-not-empty',
      });
      expect(await to.withControlPlane('read', (tx) => tx.select({ key: projects.key }).from(projects))).toEqual([
        { key: 'globex' },
      ]);
    } finally {
      await to.close();
    }
  });

  it('keeps nothing in the target when it fails half-way', async () => {
    const from = await embedded.shared();
    await addProject(from, 'acme', ['production']);
    const url = await newPostgresDatabase();
    const failing = promote({
      from,
      to: { url },
      host: { random: testRandom },
      onProgress: ({ table }) => {
        if (table === 'environments') throw new Error('stop here');
      },
    });
    await expect(failing).rejects.toThrow('stop here');
    const to = await openDatabase({ host: { random: testRandom }, postgres: { url } });
    try {
      expect(await to.withControlPlane('read', (tx) => tx.select().from(projects))).toEqual([]);
    } finally {
      await to.close();
    }
  });
});
