import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../../src/db/contract.ts';
import type { JsonObject } from '../../../src/engine/json.ts';
import { eachDatabase } from '../../support/databases.ts';
import { startServer } from '../../support/test-server.ts';
import { wholeTable } from '../../support/whole-table.ts';

const body = { variations: { on: true, off: false }, fallthrough: 'on' };

/** What the record says of one flag, oldest first: of its own entries, and of those that mention it. */
async function trailOf(database: Database, key: string): Promise<readonly JsonObject[]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ body: string }>(sql`
      SELECT body FROM audit_entries WHERE (resource_type = 'Flag' AND resource_id = ${key})
        OR id IN (SELECT entry_id FROM audit_mentions WHERE resource_type = 'Flag' AND resource_id = ${key})
      ORDER BY id`),
  );
  return rows.map((row) => JSON.parse(row.body) as JsonObject);
}

eachDatabase((databases) => {
  it('FR-F005 a flag is created, changed, archived and deleted, and the record says who did it, before and after', async () => {
    const database = await databases.shared();
    const { call, key } = await startServer(database, { operations: wholeTable });
    const { headers, id } = await key({ scopes: ['*'] });
    const send = async (method: 'POST' | 'PUT' | 'DELETE', path: string, sent?: JsonObject): Promise<void> => {
      const answer = await call(method, path, { headers, ...(sent === undefined ? {} : { body: sent }) });
      expect([path, answer.status < 300]).toEqual([path, true]);
    };
    await send('POST', '/v1/flags', { key: 'checkout', body });
    await send('PUT', '/v1/flags/checkout', { body: { ...body, fallthrough: 'off' }, message: 'incident 7' });
    await send('POST', '/v1/flags/checkout/archive', {});
    await send('DELETE', '/v1/flags/checkout');

    const trail = await trailOf(database, 'checkout');
    expect(trail.map(({ action }) => action)).toEqual([
      'flag.created',
      'flag.updated',
      'flag.archived',
      'flag.deleted',
    ]);
    for (const entry of trail) {
      expect(entry).toMatchObject({
        actor: { type: 'api-key', id },
        outcome: 'success',
        resource: { type: 'Flag', id: 'checkout' },
      });
    }
    const [created, updated, archived, deleted] = trail;
    expect(created).toMatchObject({ before: null, after: { fallthrough: 'on' } });
    expect(updated).toMatchObject({ before: { fallthrough: 'on' }, after: { fallthrough: 'off' } });
    expect(archived?.['before']).not.toHaveProperty('state', 'archived');
    expect(archived).toMatchObject({ after: { state: 'archived' } });
    expect(deleted).toMatchObject({ before: { state: 'archived' }, after: null });
    // Each state begins where the one before ended.
    expect(updated?.['before']).toEqual(created?.['after']);
    expect(archived?.['before']).toEqual(updated?.['after']);
    expect(deleted?.['before']).toEqual(archived?.['after']);
  });

  it('FR-F005 a flag that the files change is found in the record of the apply that changed it', async () => {
    const database = await databases.shared();
    const { call, admin } = await startServer(database, { operations: wholeTable });
    const apply = async (fallthrough: string, commit: string): Promise<void> => {
      const settings = { mode: 'test', protect: false, guardrails: { limits: {} } };
      const resources = [
        { kind: 'Flag', key: 'checkout', body: { ...body, fallthrough } },
        { kind: 'Flag', key: 'other', body },
      ];
      const desired = { project: 'acme', environment: 'development', settings, resources };
      const sent = { desired, author: 'ada@acme.com', commit };
      const answer = await call('POST', '/v1/revisions', { headers: admin(), body: sent });
      expect(answer.status).toBe(201);
    };
    await apply('on', 'aaa111');
    await apply('off', 'bbb222');
    expect(await trailOf(database, 'checkout')).toMatchObject([
      { action: 'revision.applied', metadata: { author: 'ada@acme.com', commit: 'aaa111' } },
      {
        action: 'revision.applied',
        metadata: { author: 'ada@acme.com', commit: 'bbb222' },
        before: { revision: 1 },
        after: { revision: 2 },
        changes: [{ action: 'flag.updated', before: { fallthrough: 'on' }, after: { fallthrough: 'off' } }],
      },
    ]);
    expect(await trailOf(database, 'other')).toHaveLength(1);
  });
});
