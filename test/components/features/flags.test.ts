import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../../src/db/contract.ts';
import { sqlState } from '../../../src/db/sql-state.ts';
import type { JsonObject } from '../../../src/engine/json.ts';
import { applying, controlPlaneOn, desired, requestOn, resource } from '../../support/control-plane.ts';
import { eachDatabase } from '../../support/databases.ts';

const body = { variations: { on: true, off: false }, fallthrough: 'on' };

/** What has happened, in order: type, subject, transaction counted from the first, and the fields. */
async function happened(database: Database): Promise<readonly (readonly unknown[])[]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ type: string; subject: string; nth: string; payload: JsonObject }>(sql`
      SELECT type, subject, dense_rank() OVER (ORDER BY transaction) AS nth, payload FROM domain_events
      WHERE subject LIKE 'Flag/%' ORDER BY id`),
  );
  return rows.map(({ nth, payload, subject, type }) => [Number(nth), type, subject, payload['fields']]);
}

eachDatabase((databases) => {
  it('FR-F001 flags are created, read, changed, archived and deleted by name', async () => {
    const plane = await controlPlaneOn(await databases.shared());
    const ask = requestOn(plane);
    expect((await ask('POST', '/v1/flags', { key: 'checkout', body })).status).toBe(201);
    expect(await ask('POST', '/v1/flags', { key: 'checkout', body })).toMatchObject({
      status: 409,
      body: { error: { code: 'flags/exists' } },
    });
    expect((await ask('GET', '/v1/flags/checkout')).body).toMatchObject({ kind: 'Flag', owner: 'api', body });
    const changed = await ask('PUT', '/v1/flags/checkout', { body: { ...body, fallthrough: 'off' } });
    expect(changed).toMatchObject({ status: 200, body: { revision: 2 } });
    expect((await ask('POST', '/v1/flags/checkout/archive', {})).body).toMatchObject({ revision: 3 });
    expect((await ask('POST', '/v1/flags/checkout/archive', {})).body).toMatchObject({ revision: 3 });
    expect((await ask('GET', '/v1/flags')).body).toMatchObject({
      data: [{ key: 'checkout', body: { state: 'archived', fallthrough: 'off' } }],
    });
    expect((await ask('DELETE', '/v1/flags/checkout')).body).toMatchObject({ revision: 4 });
    for (const [method, path, sent] of [
      ['GET', '/v1/flags/checkout', undefined],
      ['PUT', '/v1/flags/checkout', { body }],
      ['POST', '/v1/flags/checkout/archive', {}],
      ['DELETE', '/v1/flags/checkout', undefined],
    ] as const) {
      expect(await ask(method, path, sent)).toMatchObject({ status: 404, body: { error: { code: 'flags/unknown' } } });
    }
  });

  it('FR-F001 a limit of the environment gives way to exactly the figure that is named', async () => {
    const plane = await controlPlaneOn(await databases.shared());
    const ask = requestOn(plane);
    const limits = { maxCreates: 0, maxUpdates: 0, maxDeletes: 0 };
    await plane.apply(applying(desired([], { guardrails: { limits } })));
    const one = '/v1/flags/checkout';
    const off = { ...body, fallthrough: 'off' };
    for (const [method, path, sent, allow, status] of [
      ['POST', '/v1/flags', { key: 'checkout', body }, { creates: 1 }, 201],
      ['PUT', one, { body: off }, { updates: 1 }, 200],
      ['POST', `${one}/archive`, {}, { updates: 1 }, 200],
    ] as const) {
      expect(await ask(method, path, sent)).toMatchObject({ status: 403 });
      expect(await ask(method, path, { ...sent, allow: { deletes: 1 } })).toMatchObject({ status: 403 });
      expect((await ask(method, path, { ...sent, allow })).status).toBe(status);
    }
    expect(await ask('DELETE', one)).toMatchObject({ status: 403 });
    expect((await ask('DELETE', `${one}?allow=deletes=1`)).status).toBe(200);
  });

  it('FR-F001 what the files own and what is no flag is refused', async () => {
    const plane = await controlPlaneOn(await databases.shared());
    const ask = requestOn(plane);
    await plane.apply(applying(desired([resource('Flag', 'checkout', body)])));
    for (const [method, path, sent] of [
      ['PUT', '/v1/flags/checkout', { body: { ...body, fallthrough: 'off' } }],
      ['POST', '/v1/flags/checkout/archive', {}],
      ['DELETE', '/v1/flags/checkout', undefined],
    ] as const) {
      expect(await ask(method, path, sent)).toMatchObject({
        status: 409,
        body: { error: { code: 'resources/owned-by-files' } },
      });
    }
    expect(await ask('POST', '/v1/flags', { key: 'broken', body: { ...body, fallthrough: 'nowhere' } })).toMatchObject({
      status: 400,
      body: { error: { code: 'changes/invalid' } },
    });
  });

  it('SD-05 every way of changing a flag leaves its events, in its own transaction', async () => {
    const database = await databases.shared();
    const plane = await controlPlaneOn(database);
    const ask = requestOn(plane);
    const flagAt = (fallthrough: string, more: JsonObject = {}) => ({ ...body, fallthrough, ...more });
    const role = resource('Role', 'viewer', { permissions: [] });
    await plane.apply(applying(desired([resource('Flag', 'a', body), resource('Flag', 'b', body), role])));
    await plane.apply(
      applying(desired([resource('Flag', 'a', flagAt('off')), resource('Flag', 'c', body, 'b'), role])),
    );
    await plane.apply(applying(desired([resource('Flag', 'a', flagAt('off', { state: 'archived' })), role])));
    await ask('POST', '/v1/flags', { key: 'd', body });
    await ask('PUT', '/v1/resources/Flag/d', { body: flagAt('off') });
    await ask('DELETE', '/v1/flags/d');
    const events = [
      [1, 'flag.created', 'Flag/a', []],
      [1, 'flag.created', 'Flag/b', []],
      [2, 'flag.updated', 'Flag/a', ['fallthrough']],
      [2, 'flag.updated', 'Flag/c', []],
      [3, 'flag.archived', 'Flag/a', ['state']],
      [3, 'flag.deleted', 'Flag/c', []],
      [4, 'flag.created', 'Flag/d', []],
      [5, 'flag.updated', 'Flag/d', ['fallthrough']],
      [6, 'flag.deleted', 'Flag/d', []],
    ];
    const sorted = (list: readonly (readonly unknown[])[]) => list.map((event) => JSON.stringify(event)).toSorted();
    expect(sorted(await happened(database))).toEqual(sorted(events));
    // What is only looked at, refused, or no change at all, leaves nothing.
    await plane.apply(applying(desired([resource('Flag', 'a', body), role]), { dryRun: true }));
    await ask('POST', '/v1/flags', { key: 'e', body: flagAt('nowhere') });
    await plane.apply(applying(desired([resource('Flag', 'a', flagAt('off', { state: 'archived' })), role])));
    expect(await happened(database)).toHaveLength(events.length);
    expect((await ask('POST', '/v1/revisions/1/rollback', { author: 'ada' })).status).toBe(201);
    expect(sorted((await happened(database)).slice(events.length))).toEqual(
      sorted([
        [7, 'flag.updated', 'Flag/a', ['state', 'fallthrough']],
        [7, 'flag.created', 'Flag/b', []],
      ]),
    );
  });

  it('SD-05 an event says by which hashes a flag changed, who did it, and nothing of its values', async () => {
    const database = await databases.shared();
    const plane = await controlPlaneOn(database);
    await plane.apply(
      applying(desired([resource('Flag', 'a', { variations: { on: 'secret-one', off: 'x' }, fallthrough: 'on' })])),
    );
    await plane.apply(
      applying(
        desired([resource('Flag', 'b', { variations: { on: 'secret-two', off: 'x' }, fallthrough: 'on' }, 'a')]),
      ),
    );
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ payload: JsonObject }>(
        sql`SELECT payload FROM domain_events WHERE subject LIKE 'Flag/%' ORDER BY id`,
      ),
    );
    const [first, second] = rows.map(({ payload }) => payload);
    expect(first).toEqual({
      key: 'a',
      beforeHash: null,
      afterHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      fields: [],
      author: 'ada@acme.com',
      revision: 1,
    });
    expect(second).toMatchObject({
      key: 'b',
      renamedFrom: 'a',
      beforeHash: first?.['afterHash'],
      fields: ['variations.on'],
    });
    expect(JSON.stringify(rows)).not.toContain('secret-');
  });

  it('SD-05 whoever works in an environment adds events to it, reads its own, and changes none', async () => {
    const database = await databases.shared();
    await controlPlaneOn(database).then((plane) => plane.apply(applying(desired([resource('Flag', 'a', body)]))));
    const scopes = await database.withControlPlane('read', (tx) =>
      tx.execute<{ id: string; project_id: string }>(sql`SELECT id, project_id FROM environments`),
    );
    const [row] = scopes.rows;
    const scope = { environmentId: row?.id ?? '', projectId: row?.project_id ?? '' };
    const read = await database.withEnvironment(scope, 'read', ({ tx }) =>
      tx.execute(sql`SELECT id FROM domain_events`),
    );
    expect(read.rows.length).toBeGreaterThan(0);
    for (const statement of [sql`DELETE FROM domain_events`, sql`UPDATE domain_events SET type = ''`]) {
      const tried = database.withEnvironment(scope, 'write', ({ tx }) => tx.execute(statement));
      await expect(tried).rejects.toSatisfy((error) => sqlState(error) === '42501');
    }
  });
});
