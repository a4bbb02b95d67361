// What one request changed at once may be more than an entry holds.
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../../../src/db/contract.ts';
import { canonicalJson } from '../../../../src/engine/canonical-json.ts';
import type { Json, JsonObject } from '../../../../src/engine/json.ts';
import { listOf, objectOf } from '../../../../src/engine/json-fields.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { started } from './recording.ts';

const entryBytes = 65_535;

async function latest(
  database: Database,
  action: string,
): Promise<{ readonly entry: JsonObject; readonly bytes: number }> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ body: string }>(
      sql`SELECT body FROM audit_entries WHERE action LIKE ${action} ORDER BY id DESC LIMIT 1`,
    ),
  );
  const body = rows[0]?.body ?? '{}';
  return { entry: JSON.parse(body) as JsonObject, bytes: Buffer.byteLength(body) };
}

/** What stands for the changes of an entry that cannot hold them. */
function standingFor(changes: Json): JsonObject {
  const text = canonicalJson(changes);
  return { digest: `sha256:${createHash('sha256').update(text).digest('hex')}`, bytes: Buffer.byteLength(text) };
}

const roles = (count: number, note: string): readonly JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'Role',
    key: `role-${String(index).padStart(4, '0')}`,
    body: { description: `${note} ${'x'.repeat(400)}`, permissions: [] },
  }));

const apply = (resources: readonly JsonObject[]): JsonObject => ({
  author: 'ada',
  desired: {
    project: 'acme',
    environment: 'development',
    settings: { mode: 'test', protect: false, guardrails: { limits: {} } },
    resources: [...resources],
  },
});

anyDatabase((databases) => {
  it('FR-A002 an apply that is too large for an entry is told by its digest, with the revision that holds it', async () => {
    const database = await databases.shared();
    const { admin, call, send } = await started(database);
    await send('/v1/revisions', apply(roles(3, 'few')));
    const small = await latest(database, 'revision.applied');
    expect(listOf(small.entry['changes'])).toHaveLength(3);

    expect((await send('/v1/revisions', apply(roles(300, 'many')))).status).toBe(201);
    const { bytes, entry } = await latest(database, 'revision.applied');
    expect(bytes).toBeLessThanOrEqual(entryBytes);
    const { json } = await call('GET', '/v1/revisions/2', { headers: admin() });
    const held = listOf(objectOf(json['changeset'])['changes']).map(objectOf);
    expect(held).toHaveLength(300);
    const changes = held.map(({ after = null, before = null, key = '', kind = '' }) => ({
      action: before === null ? 'role.created' : 'role.updated',
      resource: { type: kind, id: key },
      before,
      after,
    }));
    expect(entry).toMatchObject({ before: { revision: 1 }, after: { revision: 2 }, metadata: { author: 'ada' } });
    expect(entry['changes']).toEqual({ ...standingFor(changes), revision: 2 });
    const found = await call('GET', '/v1/audit/entries?resource=role-0299', { headers: admin() });
    expect(listOf(found.json['data']).map((one) => objectOf(one)['id'])).toEqual([entry['id']]);
  });

  it('FR-A002 of one resource that is too large, each state that does not fit names the revision', async () => {
    const database = await databases.shared();
    const { admin, call } = await started(database);
    const state = (greeting: string) => ({ variations: { long: greeting, none: '' } });
    const put = async (greeting: string) => {
      const sent = { headers: admin(), body: { body: state(greeting) } };
      expect((await call('PUT', '/v1/resources/Flag/greeting', sent)).status).toBeLessThan(300);
      return latest(database, 'flag.%');
    };
    const long = 'x'.repeat(70_000);
    await put('short');
    const grown = await put(long);
    expect(grown.entry).toMatchObject({ before: state('short'), after: { ...standingFor(state(long)), revision: 2 } });
    const shrunk = await put('short again');
    // The revision that the entry is of: what was before is in it as well, as what it changed.
    expect(shrunk.entry).toMatchObject({
      before: { ...standingFor(state(long)), revision: 3 },
      after: state('short again'),
    });
    const { json } = await call('GET', '/v1/revisions/3', { headers: admin() });
    expect(listOf(objectOf(json['changeset'])['changes'])).toMatchObject([{ before: state(long) }]);
    for (const { bytes } of [grown, shrunk]) expect(bytes).toBeLessThanOrEqual(entryBytes);
  });

  it('FR-A002 what no revision holds is told by its digest alone, is found by each resource, and is whole in its events', async () => {
    const database = await databases.shared();
    const { admin, call, send } = await started(database);
    const type = { kind: 'ResourceType', key: 'document', body: { actions: ['read'], relations: { owner: 'user' } } };
    expect((await send('/v1/revisions', apply([type]))).status).toBe(201);
    const add = Array.from({ length: 1_000 }, (_, index) => ({
      resource: { type: 'document', id: `document-${String(index).padStart(4, '0')}-${'y'.repeat(40)}` },
      relation: 'owner',
      subject: { type: 'user', id: `user-${String(index).padStart(4, '0')}` },
    }));
    expect((await send('/v1/tenants/acme/relationships', { add })).status).toBeLessThan(300);
    const { bytes, entry } = await latest(database, 'relationships.%');
    expect(bytes).toBeLessThanOrEqual(entryBytes);
    const changes = add.map((told) => ({
      action: 'relationship.created',
      resource: told.resource,
      before: null,
      after: told,
    }));
    expect(entry).toMatchObject({
      tenantId: 'acme',
      before: null,
      after: null,
      resource: { type: 'tenant', id: 'acme' },
    });
    expect(entry['changes']).toEqual(standingFor(changes));
    const last = add.at(-1)?.resource;
    const found = await call('GET', `/v1/audit/entries?resource=${last?.id}`, {
      headers: { ...admin(), 'x-tenant-id': 'acme' },
    });
    expect(listOf(found.json['data']).map((one) => objectOf(one)['id'])).toEqual([entry['id']]);
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ after: Json }>(
        sql`SELECT payload -> 'after' AS after FROM domain_events WHERE type = 'relationship.created' ORDER BY subject`,
      ),
    );
    expect(rows.map(({ after }) => after)).toEqual(add);
  });
});
