import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { anyDatabase, useDatabases } from '../../../support/databases.ts';
import { itemsOf } from '../../../support/tenancy.ts';
import { textOf } from '../../../support/test-server.ts';
import { selectEnvironment } from '../../../../src/app/control-plane/changesets/queries.ts';
import { environments } from '../../../../src/db/tables/index.ts';
import { invoice, productOn, user } from './product.ts';

anyDatabase((databases) => {
  it('P11 checks that come at once are answered as alone, each in the log under its own request', async () => {
    const { ask, log, server } = await productOn(await databases.shared());
    const questions = [
      { tenant: 'acme', subject: user('ada'), action: 'approve', resource: invoice(500) },
      { tenant: 'acme', subject: user('cy'), action: 'approve', resource: invoice(500) },
      { tenant: 'globex', subject: user('zed'), action: 'read', resource: invoice(1) },
      { tenant: 'globex', subject: user('ada'), action: 'approve', resource: invoice(500) },
      { tenant: 'initech', subject: user('ada'), action: 'read', resource: invoice(1) },
      { tenant: 'acme', action: 'read', resource: invoice(1) },
      { tenant: 'acme', subject: user('bo'), action: 'delete', resource: { type: 'document', id: 'plan' } },
    ];
    const alone: string[] = [];
    for (const question of questions) {
      const { code, json } = await ask('check', question);
      alone.push(code ?? (json['allowed'] === true ? 'true' : 'false'));
    }
    const expected = ['true', 'false', 'true', 'false', 'tenants/not-found', 'access/subject-missing', 'true'];
    expect(alone).toStrictEqual(expected);

    const before = itemsOf(await log()).length;
    const asked = Array.from({ length: 28 }, (_, index) => ({ index, question: questions[index % questions.length] }));
    const answers = await Promise.all(
      asked.map(({ index, question }) =>
        server.call('POST', '/v1/access/check', {
          headers: { ...server.admin(), 'x-request-id': `together-${index}` },
          body: { ...question },
        }),
      ),
    );
    expect(answers.map(({ code, json }) => code ?? (json['allowed'] === true ? 'true' : 'false'))).toStrictEqual(
      asked.map(({ index }) => expected[index % expected.length]),
    );
    const logged = itemsOf(await log('?limit=100'));
    const told = answers.flatMap(({ json: { id, allowed } }, index) =>
      id === undefined ? [] : [JSON.stringify([id, allowed, `together-${index}`, questions[index % 7]?.tenant])],
    );
    const written = logged
      .slice(0, logged.length - before)
      .map(({ id, allowed, requestId, tenant }) => JSON.stringify([id, allowed, requestId, tenant]));
    expect(new Set(written)).toStrictEqual(new Set(told));
    expect(told).toHaveLength(20);
  });

  it('P11 every check is in the log, with the grant that matched or what was missing, before it is answered', async () => {
    const { ask, log, server } = await productOn(await databases.shared());
    const headers = { ...server.admin(), 'x-request-id': 'trace-1' };
    const body = { tenant: 'acme', subject: user('ada', { password: 'hunter2' }), action: 'approve' };
    const first = await server.call('POST', '/v1/access/check', {
      headers,
      body: { ...body, resource: invoice(7, 'secret-7') },
    });
    server.clock.advance(1000);
    const second = await ask('check', { subject: user('cy'), action: 'approve', resource: { type: 'invoice' } });

    const { json, text } = await log();
    expect(json).toStrictEqual({
      data: [
        {
          id: second.json['id'],
          tenant: 'acme',
          subject: { type: 'user', id: 'cy' },
          action: 'approve',
          resource: { type: 'invoice', id: null },
          allowed: false,
          grant: null,
          refusal: { reason: 'no-grant', missing: 'invoice:approve', nearMisses: [] },
          reported: false,
          policyRevision: 1,
          requestId: second.headers['x-request-id'],
          decidedAt: '2026-11-20T09:00:01.000Z',
        },
        {
          id: first.json['id'],
          tenant: 'acme',
          subject: { type: 'user', id: 'ada' },
          action: 'approve',
          resource: { type: 'invoice', id: 'inv-7' },
          allowed: true,
          grant: {
            by: 'role',
            role: 'approver',
            declaredBy: 'approver',
            permission: 'invoice:approve',
            condition: 'resource.amount <= user.limit && resource.createdBy != user.key',
          },
          refusal: null,
          reported: false,
          policyRevision: 1,
          requestId: 'trace-1',
          decidedAt: '2026-11-20T09:00:00.000Z',
        },
      ],
      hasMore: false,
      nextCursor: null,
    });
    expect(text).not.toMatch(/hunter2|secret-7/);
    expect(server.log.join('')).not.toMatch(/hunter2|secret-7/);
  });

  it('P11 P14 the log is read in parts, narrowed by tenant, subject, action and outcome', async () => {
    const { ask, log } = await productOn(await databases.shared());
    const checks = ['ada', 'bo', 'cy', 'ada', 'bo'].map((id, index) => ({
      subject: user(id),
      action: index < 3 ? 'read' : 'approve',
      resource: invoice(index),
    }));
    const { json } = await ask('checks', { checks });
    const ids = itemsOf({ json } as never).map(({ id }) => id);
    await ask('check', { tenant: 'globex', subject: user('zed'), action: 'read', resource: invoice(1) });

    const read = async (query: string) => itemsOf(await log(query)).map(({ id }) => ids.indexOf(id ?? ''));
    expect(await read('')).toStrictEqual([-1, 4, 3, 2, 1, 0]);
    expect(await read('?tenant=acme')).toStrictEqual([4, 3, 2, 1, 0]);
    expect(await read('?tenant=acme&allowed=true')).toStrictEqual([3, 1, 0]);
    expect(await read('?allowed=false')).toStrictEqual([4, 2]);
    expect(await read('?subject=ada')).toStrictEqual([3, 0]);
    expect(await read('?action=approve')).toStrictEqual([4, 3]);

    const first = await log('?tenant=acme&limit=2');
    expect(first.json).toMatchObject({ hasMore: true, nextCursor: ids[3] });
    const second = await log(`?tenant=acme&limit=2&cursor=${textOf(first.json['nextCursor'])}`);
    expect(itemsOf(second).map(({ id }) => id)).toStrictEqual([ids[2], ids[1]]);
    const last = await log(`?tenant=acme&limit=2&cursor=${textOf(second.json['nextCursor'])}`);
    expect(last.json).toMatchObject({ data: [{ id: ids[0] }], hasMore: false, nextCursor: null });
    for (const cursor of ['junk', '%20', 'req_01M7Y7W6X3']) {
      expect(await log(`?cursor=${cursor}`)).toMatchObject({ status: 400, code: 'request/invalid' });
    }
  });

  it('P11 a check that fails leaves no decision, and names of any length leave a readable one', async () => {
    const { ask, log } = await productOn(await databases.shared());
    await ask('check', { tenant: 'nowhere', subject: user('ada'), action: 'read', resource: invoice(1) });
    expect(itemsOf(await log())).toStrictEqual([]);
    await ask('check', {
      subject: user('u'.repeat(255)),
      action: 'a'.repeat(128),
      resource: { type: 't'.repeat(255) },
    });
    expect(itemsOf(await log())).toMatchObject([{ subject: { id: 'u'.repeat(255) }, action: 'a'.repeat(128) }]);
  });

  it('P11 a decision that cannot be written down is not answered, and fails nobody else', async () => {
    const database = await databases.open();
    const { ask, log } = await productOn(database);
    await database.withControlPlane('write', async (tx) => {
      await tx.execute(sql`reset role`);
      await tx.execute(sql`alter table decisions add constraint unwritten check (action <> 'share')`);
    });
    const actions = ['read', 'share', 'update', 'share', 'delete'];
    const answers = await Promise.all(
      actions.map((action) =>
        ask('check', { subject: user('bo'), action, resource: { type: 'document', id: 'plan' } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toStrictEqual([200, 500, 200, 500, 200]);
    const logged = itemsOf(await log()).map(({ action }) => action);
    expect(new Set(logged)).toStrictEqual(new Set(['delete', 'read', 'update']));
    expect(logged).toHaveLength(3);
  });
});

describe('on PostgreSQL', () => {
  const databases = useDatabases('postgres');

  it('SD-09 a check does not wait for an apply that is under way', async () => {
    const database = await databases.shared();
    const { ask, log } = await productOn(database);
    const [row] = await database.withControlPlane('read', (tx) => tx.select().from(environments));
    if (row === undefined) throw new Error('No environment.');
    const [locked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const scope = { projectId: row.projectId, environmentId: row.id };
    const apply = database.withEnvironment(scope, 'write', async (session) => {
      await selectEnvironment(session, true);
      locked.resolve();
      await answered.promise;
    });
    await locked.promise;
    try {
      const { json } = await ask('check', { subject: user('bo'), action: 'read', resource: invoice(1) });
      expect(json).toMatchObject({ allowed: true });
      expect(itemsOf(await log())).toMatchObject([{ id: json['id'] }]);
    } finally {
      answered.resolve();
      await apply;
    }
  });
});
