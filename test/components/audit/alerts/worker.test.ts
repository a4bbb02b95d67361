import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { forgetAt } from '../../../../src/components/audit/alerts/forget-at.ts';
import { deleteStatesBeyond } from '../../../../src/components/audit/alerts/watch/queries.ts';
import { sealerName } from '../../../../src/components/audit/sealing/sealer-name.ts';
import type { Database } from '../../../../src/db/contract.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { fired, prepare } from './alert-setting.ts';
import { ruleOf } from './entries.ts';
import { addEntries, makeWorker, seal, watch } from './sealed-entries.ts';

const minute = 60_000;
const hour = 60 * minute;
const failed = { action: 'auth.login', outcome: 'failure' };
const bruteForce = {
  when: failed,
  count: { atLeast: 5, within: '10m', by: 'actor.id' },
  severity: 'high',
  tags: ['T1110'],
};

async function events(database: Database): Promise<readonly JsonObject[]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ type: string; subject: string; tenant: string | null; payload: JsonObject }>(sql`
      SELECT type, subject, tenant_id AS tenant, payload FROM domain_events WHERE type = 'alert.fired' OR type LIKE 'security.%' ORDER BY id`),
  );
  return rows;
}

async function stateKeys(database: Database): Promise<readonly string[]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ name: string }>(sql`SELECT rule || ' ' || key AS name FROM alert_states ORDER BY 1`),
  );
  return rows.map(({ name }) => name);
}

/** To the last entry there is, as when it has sealed them all. */
async function moveSealer(database: Database): Promise<void> {
  await database.withControlPlane('write', (tx) =>
    tx.execute(sql`
      INSERT INTO followers (name, transaction, id, updated_at)
      SELECT ${sealerName}, transaction, id, now() FROM audit_entries ORDER BY transaction DESC, id DESC LIMIT 1
      ON CONFLICT (name) DO UPDATE SET transaction = excluded.transaction, id = excluded.id`),
  );
}

anyDatabase((databases) => {
  describe('the follower of sealed entries', () => {
    it('FR-A006 raises the alarm with the fifth failed login, once, and tells of it', async () => {
      const { add, database } = await prepare(await databases.shared(), { 'brute-force': bruteForce });
      const attempts = [0, 1, 2, 3].map((after) => [after * minute, { tenantId: 'globex' }] as const);
      await add([...attempts, [4 * minute, { tenantId: 'initech' }]]);
      await watch(database, 5 * minute);
      expect(await fired(database)).toEqual([]);
      await add([[5 * minute, { tenantId: 'globex' }]]);
      await watch(database, 5 * minute);
      await watch(database, 6 * minute);
      expect(await fired(database)).toEqual([{ rule: 'brute-force', tenant: 'globex', key: 'ada', sequence: 5 }]);
      const told = await events(database);
      const payload = {
        id: expect.stringMatching(/^alf_/u) as string,
        tenant: 'globex',
        rule: 'brute-force',
        key: 'ada',
        severity: 'high',
        tags: ['T1110'],
        sequence: 5,
        count: 5,
        windowStart: '2027-01-01T00:00:00.000Z',
        windowEnd: '2027-01-01T00:05:00.000Z',
        happenedAt: '2027-01-01T00:05:00.000Z',
        firedAt: '2027-01-01T00:05:00.000Z',
        actions: [{ does: 'event', target: 'security.alert' }],
      };
      expect(told).toEqual(
        ['alert.fired', 'security.alert'].map((type) => ({
          type,
          subject: 'AlertRule/brute-force',
          tenant: 'globex',
          payload,
        })),
      );
    });

    it('waits for what has no place in its chain yet', async () => {
      const { add, database, environmentId } = await prepare(await databases.shared(), { 'brute-force': bruteForce });
      await add([[0], [1], [2], [3]]);
      await addEntries(database, environmentId, [[4], [5]]);
      const worker = makeWorker();
      await watch(database, minute, worker);
      expect(await fired(database)).toEqual([]);
      expect(worker.gauges?.map(({ read }) => read())).toEqual([59.996]);
      await seal(database);
      await watch(database, minute, worker);
      expect(await fired(database)).toMatchObject([{ sequence: 5 }]);
      expect(worker.gauges?.map(({ read }) => read())).toEqual([0]);
    });

    it('goes where the sealer is as long as nobody has a rule, and counts from there when somebody does', async () => {
      const { add, apply, database } = await prepare(await databases.shared(), {});
      await add([[0], [1], [2], [3]]);
      await moveSealer(database);
      const worker = makeWorker();
      await watch(database, minute, worker);
      await apply({ 'brute-force': bruteForce });
      await add([[4], [5], [6], [7]]);
      await moveSealer(database);
      await watch(database, minute, worker);
      expect(await fired(database)).toEqual([]);
      await add([[8]]);
      await watch(database, minute, worker);
      expect(await fired(database)).toMatchObject([{ sequence: 9 }]);
    });

    it('leaves all or nothing behind when it is stopped anywhere, and is gone on with by any other', async () => {
      const { add, database } = await prepare(await databases.shared(), { 'brute-force': bruteForce });
      await add([[0], [1], [2], [3], [4], [5], [6]]);
      await expect(
        makeWorker().round({
          database: {
            ...database,
            kind: database.kind,
            withControlPlane: (isolation, work) =>
              database.withControlPlane(isolation, async (tx) => {
                await work(tx);
                throw new Error('stopped');
              }),
          },
          now: new Date(),
          signal: new AbortController().signal,
          report: () => undefined,
        }),
      ).rejects.toThrow('stopped');
      expect([await fired(database), await stateKeys(database), await events(database)]).toEqual([[], [], []]);
      await Promise.all(Array.from({ length: 3 }, () => watch(database, minute)));
      await add([[7], [8], [9]]);
      await Promise.all(Array.from({ length: 3 }, () => watch(database, minute)));
      expect((await fired(database)).map(({ sequence }) => sequence)).toEqual([5, 10]);
      expect(await events(database)).toHaveLength(4);
    });

    it('EC-12 raises no alarm twice even when it has to go through the chain again', async () => {
      const { add, database } = await prepare(await databases.shared(), { 'brute-force': bruteForce });
      await add([[0], [1], [2], [3], [4]]);
      await watch(database, minute);
      await database.withControlPlane('write', async (tx) => {
        await tx.execute(sql`DELETE FROM followers`);
        await tx.execute(sql`DELETE FROM alert_states`);
      });
      await watch(database, minute);
      expect(await fired(database)).toHaveLength(1);
      expect(await events(database)).toHaveLength(2);
    });

    it('FR-A006 raises the alarm when nothing comes, once all is seen that could have', async () => {
      const backups = { when: { action: 'backup.completed' }, absent: { for: '26h' } };
      const { add, database, environmentId } = await prepare(await databases.shared(), { backups });
      const backup = { action: 'backup.completed' };
      await add([
        [0, backup],
        [20 * hour, backup],
      ]);
      await watch(database, 46 * hour + 4999);
      expect(await fired(database)).toEqual([]);
      await addEntries(database, environmentId, [[46 * hour]]);
      await watch(database, 46 * hour + 5001);
      expect(await fired(database)).toEqual([]);
      await seal(database);
      await watch(database, 46 * hour + 6000);
      await watch(database, 50 * hour);
      expect(await fired(database)).toEqual([{ rule: 'backups', tenant: 'globex', key: '', sequence: 2 }]);
      expect(await events(database)).toMatchObject([
        { payload: { happenedAt: '2027-01-02T22:00:00.000Z', count: 0, windowStart: '2027-01-01T20:00:00.000Z' } },
        { type: 'security.alert' },
      ]);
      await add([[51 * hour, backup]]);
      await watch(database, 80 * hour);
      expect((await fired(database)).map(({ sequence }) => sequence)).toEqual([2, 4]);
    });

    it('FR-A006 raises the alarm in time that nothing comes while others write all the time', async () => {
      const backups = { when: { action: 'backup.completed' }, absent: { for: '1h' } };
      const { add, database, environmentId } = await prepare(await databases.shared(), { backups });
      await add([[0, { action: 'backup.completed' }]]);
      const told: number[] = [];
      // At every look the last entry of another tenant has its place, and the next has none yet.
      for (let at = hour - 2000; told.length === 0 && at < hour + 20_000; at += 1000) {
        await seal(database);
        await addEntries(database, environmentId, [[at, { tenantId: 'initech' }]]);
        await watch(database, at + 500);
        told.push(...(await fired(database)).map(() => at - hour));
      }
      expect(told).toEqual([expect.toSatisfy((late: number) => late >= 5000 && late <= 7000)]);
      expect(await fired(database)).toEqual([{ rule: 'backups', tenant: 'globex', key: '', sequence: 1 }]);
    });

    it('FR-A006 raises no alarm that nothing comes while what has come waits for its place', async () => {
      const backups = { when: { action: 'backup.completed' }, absent: { for: '1h' } };
      const backup = { action: 'backup.completed' };
      const { add, database, environmentId } = await prepare(await databases.shared(), { backups });
      await add([[0, backup]]);
      // Of another tenant, and of this one behind it: by the order of transactions, and not by when they were written.
      await addEntries(database, environmentId, [[hour + 8000, { tenantId: 'initech' }]]);
      await addEntries(database, environmentId, [[hour - 1000, backup]]);
      await watch(database, hour + 9001);
      await watch(database, 3 * hour);
      expect(await fired(database)).toEqual([]);
      await seal(database);
      await watch(database, 2 * hour - 1000);
      expect(await fired(database)).toEqual([]);
      await watch(database, 3 * hour);
      expect(await fired(database)).toMatchObject([{ tenant: 'globex', sequence: 2 }]);
    });

    it('FR-A006 waits no longer for what does not come once a clock that was ahead is set right', async () => {
      const backups = { when: { action: 'backup.completed' }, absent: { for: '26h' } };
      const { add, database } = await prepare(await databases.shared(), { backups });
      // So far from now that no clock of a database has come there.
      const then = 70 * 365 * 24 * hour;
      await add([[then + 1000 * hour, { action: 'backup.completed' }]]);
      const worker = makeWorker();
      await watch(database, then, worker);
      await watch(database, then + minute, worker);
      await watch(database, then + 26 * hour, worker);
      expect(await fired(database)).toEqual([]);
      await watch(database, then + 26 * hour + minute + 6000, worker);
      expect(await fired(database)).toMatchObject([{ rule: 'backups', sequence: 1 }]);
    });

    it('counts anew when the pattern changes, and goes on when anything else does', async () => {
      const { add, apply, database } = await prepare(await databases.shared(), { 'brute-force': bruteForce });
      await add([[0], [1], [2]]);
      await watch(database, minute);
      await apply({ 'brute-force': { ...bruteForce, severity: 'low' } });
      await add([[3]]);
      await watch(database, minute);
      await apply({ 'brute-force': { ...bruteForce, count: { atLeast: 2, within: '10m', by: 'actor.id' } } });
      await add([[4]]);
      await watch(database, minute);
      expect(await fired(database)).toEqual([]);
      await add([[5]]);
      await watch(database, minute);
      expect((await fired(database)).map(({ sequence }) => sequence)).toEqual([6]);
      await apply({ 'brute-force': { ...bruteForce, enabled: false } });
      await add([[6], [7], [8], [9], [10]]);
      await watch(database, minute);
      expect(await fired(database)).toHaveLength(1);
    });

    it('goes on with what it remembers of a rule under its new name', async () => {
      const { add, apply, database } = await prepare(await databases.shared(), { 'brute-force': bruteForce });
      await add([[0], [1], [2], [3]]);
      await watch(database, minute);
      await apply({ guessing: bruteForce }, { 'AlertRule/guessing': 'brute-force' });
      await add([[4]]);
      await watch(database, minute);
      expect(await fired(database)).toMatchObject([{ rule: 'guessing', sequence: 5 }]);
    });

    it('watches by the others where a rule cannot be compiled, and tells the log', async () => {
      const { add, database } = await prepare(await databases.shared(), {
        broken: bruteForce,
        login: { when: failed },
      });
      // What only a rule can say that was never checked.
      const broken = { when: { ip: { matches: '(' } } };
      await database.withControlPlane('write', (tx) =>
        tx.execute(sql`UPDATE resources SET body = ${JSON.stringify(broken)}::jsonb WHERE key = 'broken'`),
      );
      await add([[0]]);
      const problems: unknown[] = [];
      await watch(database, minute, makeWorker(), (problem) => problems.push(problem));
      expect(await fired(database)).toMatchObject([{ rule: 'login' }]);
      expect(problems).toEqual([expect.any(RangeError)]);
    });

    it('does all that the rule says, and says of what could not be done that it was not', async () => {
      const actions = [
        { event: 'security.alert' },
        { event: 'security.other' },
        { webhook: 'here' },
        { webhook: 'off' },
        { workflow: 'page' },
      ];
      const setting = await prepare(await databases.shared(), { login: { when: failed } });
      const { add, database, environmentId } = setting;
      // What the rule refers to is not there, and so is not applied.
      await database.withControlPlane('write', (tx) =>
        tx.execute(sql`UPDATE resources SET body = jsonb_set(body, '{then}', ${JSON.stringify(actions)}::jsonb)`),
      );
      const calls: unknown[] = [];
      const worker = makeWorker({
        tell(_tx, endpoint, event) {
          calls.push({ ...endpoint, event: event.type, tenantId: event.tenantId });
          return Promise.resolve(endpoint.key === 'here' ? 'called' : 'not called at present');
        },
      });
      await add([[0]]);
      await watch(database, minute, worker);
      expect((await events(database)).map(({ type }) => type)).toEqual([
        'alert.fired',
        'security.alert',
        'security.other',
      ]);
      expect(calls).toEqual(
        ['here', 'off'].map((key) => ({ environmentId, key, event: 'alert.fired', tenantId: 'globex' })),
      );
      const done = await setting.server.call('GET', '/v1/alerts/firings', { headers: setting.server.admin() });
      expect(done.json['data']).toMatchObject([
        {
          actions: [
            { does: 'event', target: 'security.alert', outcome: 'done' },
            { does: 'event', target: 'security.other', outcome: 'done' },
            { does: 'webhook', target: 'here', outcome: 'done' },
            { does: 'webhook', target: 'off', outcome: 'impossible', reason: 'not called at present' },
            { does: 'workflow', target: 'page', outcome: 'handed-on' },
          ],
        },
      ]);
    });

    it('remembers nothing for longer than it can matter', async () => {
      const { add, database, environmentId } = await prepare(await databases.shared(), { 'brute-force': bruteForce });
      const users = ['ada', 'bob', 'cy', 'dan'].map((id, index) => [index, { actor: { type: 'user', id } }] as const);
      await add(users);
      await watch(database, minute);
      expect(await stateKeys(database)).toHaveLength(4);
      await database.withControlPlane('write', (tx) =>
        deleteStatesBeyond(tx, { environmentId, tenantId: 'globex', rule: 'brute-force' }, 2),
      );
      expect(await stateKeys(database)).toEqual(['brute-force cy', 'brute-force dan']);
      await watch(database, 24 * hour + 19 * minute);
      expect(await stateKeys(database)).toHaveLength(2);
      // Also where there is always something that was just written.
      await addEntries(database, environmentId, [[24 * hour + 21 * minute, { tenantId: 'initech' }]]);
      await watch(database, 24 * hour + 21 * minute + 500);
      expect(await stateKeys(database)).toEqual([]);
    });
  });
});

describe('what is remembered', () => {
  it('is kept while a cooldown lasts, and not at all where there is nothing to remember', () => {
    const { rule } = ruleOf({ when: failed, cooldown: '1h' });
    expect(forgetAt(rule, { pattern: null, quietUntil: null })).toBeNull();
    expect(forgetAt(rule, { pattern: null, quietUntil: 5 * hour })).toBe(29 * hour);
  });
});
