import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { openMonths } from '../../../../src/components/audit/entries/queries.ts';
import { deleteReceiptsBefore } from '../../../../src/components/audit/record/queries.ts';
import { hashJson } from '../../../../src/engine/canonical-json.ts';
import { listOf, objectOf } from '../../../../src/engine/json-fields.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { textOf } from '../../../support/test-server.ts';
import { entries, login, started } from './recording.ts';

anyDatabase((databases) => {
  it('FR-A001 what the product records is kept word for word, with when and how it came', async () => {
    const database = await databases.shared();
    const { send } = await started(database);
    const sent = {
      ...login,
      tenantId: 'acme',
      resource: { type: 'session', id: '7' },
      reason: 'wrong password',
      metadata: { region: 'eu', deep: { list: [1, 'zwei', null] } },
      timestamp: '2026-11-20T08:59:58.5Z',
    };
    const answer = await send('/v1/audit/entries', sent, { 'x-request-id': 'req_login' });
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      id: expect.stringMatching(/^aud_/),
      recordedAt: '2026-11-20T09:00:00.000Z',
      duplicate: false,
    });
    expect(await entries(database)).toEqual([
      {
        ...sent,
        actor: { type: 'user', ...login.actor },
        timestamp: '2026-11-20T08:59:58.500Z',
        recordedAt: '2026-11-20T09:00:00.000Z',
        id: answer.json['id'],
        version: 1,
        environment: 'development',
        requestId: 'req_login',
        authentication: { mode: 'local' },
        reported: true,
      },
    ]);
  });

  it('FR-A001 under one key an entry is recorded once, and something else under it is refused', async () => {
    const database = await databases.shared();
    const { send } = await started(database);
    const keyed = { ...login, key: 'login-7' };
    const first = await send('/v1/audit/entries', keyed);
    const again = await send('/v1/audit/entries', keyed);
    expect(again.json).toEqual({ ...first.json, duplicate: true });
    const other = await send('/v1/audit/entries', { ...keyed, outcome: 'success' });
    expect([other.status, other.code]).toEqual([409, 'audit/key-reused']);
    // The key of one tenant is not another's.
    expect((await send('/v1/audit/entries', { ...keyed, tenantId: 'acme' })).json['duplicate']).toBe(false);
    const inHeader = await send('/v1/audit/entries', keyed, { 'x-tenant-id': 'acme' });
    expect(inHeader.json['duplicate']).toBe(true);
    const many = await Promise.all(
      Array.from({ length: 20 }, () => send('/v1/audit/entries', { ...login, key: 'at-once' })),
    );
    expect(many.filter(({ json }) => json['duplicate'] === false)).toHaveLength(1);
    expect(new Set(many.map(({ json }) => json['id'])).size).toBe(1);
    expect(await entries(database)).toHaveLength(3);
  });

  it('FR-A001 a batch is recorded in its order, all of it or nothing', async () => {
    const database = await databases.shared();
    const { send } = await started(database);
    const batch = [
      { ...login, key: 'a' },
      { ...login, tenantId: 'acme' },
      { ...login, key: 'a' },
    ];
    const answer = await send('/v1/audit/entries/batch', { entries: batch });
    const told = listOf(answer.json['data']).map(objectOf);
    expect(told.map(({ duplicate }) => duplicate)).toEqual([false, false, true]);
    expect(told[2]?.['id']).toBe(told[0]?.['id']);
    expect(await entries(database)).toHaveLength(2);
    const refused = await send('/v1/audit/entries/batch', { entries: [login, { ...login, tenantId: 'nobody' }] });
    expect([refused.status, refused.code]).toEqual([404, 'audit/unknown-tenant']);
    expect(objectOf(refused.json['error'])['param']).toBe('/entries/1/tenantId');
    expect(await entries(database)).toHaveLength(2);
    // Of which neither was recorded: there is no entry that could be named.
    const twice = [login, { ...login, key: 'b' }, { ...login, key: 'b', reason: 'another' }];
    const both = await send('/v1/audit/entries/batch', { entries: twice });
    expect([both.status, both.code]).toEqual([409, 'audit/key-reused']);
    expect(objectOf(both.json['error'])).toMatchObject({
      message: "The entries 1 and 2 of the request have the same key 'b', and say different things.",
      param: '/entries/2/key',
    });
    const known = await send('/v1/audit/entries/batch', {
      entries: [login, { ...login, key: 'a', reason: 'another' }],
    });
    expect(objectOf(known.json['error'])['message']).toContain(textOf(told[0]?.['id']));
    expect(await entries(database)).toHaveLength(2);
  });

  it('FR-A007 what is personal is only committed to, and what is long is told by its digest', async () => {
    const database = await databases.shared();
    const { send } = await started(database);
    const long = 'ü'.repeat(60_000);
    const personal = { mail: 'ada@acme.com' };
    await send('/v1/audit/entries', { ...login, personal, before: { short: 1 }, after: { long } });
    const [entry] = await entries(database);
    expect(entry).toMatchObject({
      before: { short: 1 },
      after: { bytes: Buffer.byteLength(JSON.stringify({ long })) },
    });
    const digest = createHash('sha256').update(JSON.stringify({ long })).digest('hex');
    expect(entry?.['after']).toMatchObject({ digest: `sha256:${digest}` });
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ salt: string; payload: string; subject: string }>(
        sql`SELECT encode(salt, 'hex') AS salt, payload, subject FROM audit_personal`,
      ),
    );
    const [kept] = rows;
    expect(kept).toMatchObject({ payload: JSON.stringify(personal), subject: 'ada' });
    const salted = Buffer.concat([Buffer.from(kept?.salt ?? '', 'hex'), Buffer.from(kept?.payload ?? '')]);
    expect(entry?.['personal']).toBe(`sha256:${createHash('sha256').update(salted).digest('hex')}`);
    expect(JSON.stringify(entry)).not.toContain('ada@acme.com');
  });

  it('FR-A007 what says under which key an entry came gives nothing away of what is personal, and knows older ones', async () => {
    const database = await databases.shared();
    const { send } = await started(database);
    const personal = { phone: '+43 1 5550100' };
    const keyed = { ...login, key: 'call-1', personal };
    const first = await send('/v1/audit/entries', keyed);
    const hashOf = async (): Promise<string | undefined> => {
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute<{ hash: string }>(sql`SELECT content_hash AS hash FROM audit_receipts`),
      );
      return rows[0]?.hash;
    };
    const content = { ...login, actor: { type: 'user', ...login.actor } };
    const guess = hashJson({ ...content, personal });
    expect(await hashOf()).toMatch(/^hmac-sha256:[0-9a-f]{64}$/);
    expect(await hashOf()).not.toContain(guess);
    const changed = await send('/v1/audit/entries', { ...keyed, personal: { phone: '+43 1 5550101' } });
    expect(changed.code).toBe('audit/key-reused');
    for (const hash of [guess, `sha256:${hashJson(content)}`]) {
      await database.withControlPlane('write', async (tx) => {
        await tx.execute(sql`SET LOCAL ROLE NONE`);
        await tx.execute(sql`UPDATE audit_receipts SET content_hash = ${hash}`);
      });
      expect((await send('/v1/audit/entries', keyed)).json).toEqual({ ...first.json, duplicate: true });
      expect((await send('/v1/audit/entries', { ...keyed, outcome: 'denied' })).code).toBe('audit/key-reused');
    }
  });

  it('FR-A007 without a master key, what is personal is no part of what says under which key an entry came', async () => {
    const database = await databases.shared();
    const { send } = await started(database, { masterKey: null });
    const keyed = { ...login, key: 'call-1', personal: { phone: '+43 1 5550100' } };
    const first = await send('/v1/audit/entries', keyed);
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ hash: string }>(sql`SELECT content_hash AS hash FROM audit_receipts`),
    );
    expect(rows).toEqual([{ hash: `sha256:${hashJson({ ...login, actor: { type: 'user', ...login.actor } })}` }]);
    expect((await send('/v1/audit/entries', keyed)).json).toEqual({ ...first.json, duplicate: true });
    expect((await send('/v1/audit/entries', { ...keyed, outcome: 'denied' })).code).toBe('audit/key-reused');
  });

  it('FR-A001 nothing is refused for its size, not even what looks like a digest', async () => {
    const database = await databases.shared();
    const { send } = await started(database);
    const like = { digest: 'a'.repeat(50_000), bytes: 1 };
    const answer = await send('/v1/audit/entries', { ...login, before: like, after: like, metadata: like });
    expect(answer.status).toBe(201);
    const [entry] = await entries(database);
    const bytes = JSON.stringify(like).length;
    expect([entry?.['before'], entry?.['after'], entry?.['metadata']]).toEqual([
      { digest: expect.stringMatching(/^sha256:/), bytes },
      { digest: expect.stringMatching(/^sha256:/), bytes },
      like,
    ]);
    const metadata = { text: 'a'.repeat(1_200_000) };
    expect((await send('/v1/audit/entries', { ...login, metadata })).status).toBe(201);
    expect((await send('/v1/audit/entries/batch', { entries: [{ ...login, metadata }] })).status).toBe(201);
  });

  it('FR-A001 every timestamp that fits its format is the moment that it tells, or refused', async () => {
    const database = await databases.shared();
    const { send } = await started(database);
    const moments = [
      ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
      ['2016-12-31 18:59:60.5-05', '2016-12-31T23:59:59.500Z'],
      ['2026-11-20t08:59:58z', '2026-11-20T08:59:58.000Z'],
      ['2026-11-20T08:59:58+0530', '2026-11-20T03:29:58.000Z'],
      ['0001-01-01t00:00:00z', '0001-01-01T00:00:00.000Z'],
      ['9999-12-31T23:59:59.9999Z', '9999-12-31T23:59:59.999Z'],
    ];
    const sent = moments.map(([timestamp]) => ({ ...login, timestamp: timestamp ?? '' }));
    expect((await send('/v1/audit/entries/batch', { entries: sent })).status).toBe(201);
    expect((await entries(database)).map(({ timestamp }) => timestamp)).toEqual(moments.map(([, moment]) => moment));
    for (const timestamp of ['0000-06-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-14:00']) {
      const refused = await send('/v1/audit/entries/batch', { entries: [login, { ...login, timestamp }] });
      expect([refused.code, objectOf(refused.json['error'])['param']]).toEqual([
        'audit/impossible-timestamp',
        '/entries/1/timestamp',
      ]);
    }
    expect(await entries(database)).toHaveLength(moments.length);
  });

  it('FR-A007 nobody records as retention what was taken out of a chain, which exports are verified by', async () => {
    const { send } = await started(await databases.shared());
    const metadata = { first: 1, last: 9, entries: 9, prunings: 1 };
    const resource = { type: 'archive', id: 'arc_1' };
    const said = { action: 'audit.pruned', actor: { type: 'system', id: 'audit-retention' }, resource, metadata };
    const alone = await send('/v1/audit/entries', said);
    expect([alone.status, alone.code, objectOf(alone.json['error'])['param']]).toEqual([
      400,
      'audit/retention-only',
      '/action',
    ]);
    const together = await send('/v1/audit/entries/batch', { entries: [login, said] });
    expect([together.code, objectOf(together.json['error'])['param']]).toEqual([
      'audit/retention-only',
      '/entries/1/action',
    ]);
    // Anybody else says what they like, and nobody believes it.
    const others = [
      { ...said, action: 'audit.pruned_by_us', actor: { type: 'job', id: 'audit-retention' } },
      { ...said, actor: { type: 'job', id: 'audit-retention' } },
      { ...said, actor: { id: 'audit-retention' } },
    ];
    expect((await send('/v1/audit/entries/batch', { entries: others })).status).toBe(201);
  });

  it('FR-A001 the roles of the servers can neither change nor delete an entry', async () => {
    const database = await databases.shared();
    const { send } = await started(database);
    await send('/v1/audit/entries', login);
    for (const statement of [sql`UPDATE audit_entries SET body = '{}'`, sql`DELETE FROM audit_entries`]) {
      await expect(database.withControlPlane('write', (tx) => tx.execute(statement))).rejects.toThrow();
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute<{ id: string; project_id: string }>(sql`SELECT id, project_id FROM environments`),
      );
      const [environment] = rows;
      if (environment === undefined) throw new Error('there is an environment');
      const scope = { projectId: environment.project_id, environmentId: environment.id };
      await expect(
        database.withEnvironment(scope, 'write', (session) => session.tx.execute(statement)),
      ).rejects.toMatchObject({ cause: { code: '42501' } });
    }
    expect(await entries(database)).toHaveLength(1);
  });

  it('a month takes over what was written before it had a place, and takes what comes', async () => {
    const database = await databases.open();
    const { send, clock } = await started(database);
    await send('/v1/audit/entries', login);
    const places = async (): Promise<readonly string[]> => {
      const { rows } = await database.withControlPlane('read', async (tx) => {
        await tx.execute(sql`RESET ROLE`);
        return tx.execute<{ place: string }>(
          sql`SELECT tableoid::regclass::text AS place FROM audit_entries WHERE action = 'auth.login' ORDER BY id`,
        );
      });
      return rows.map(({ place }) => place);
    };
    expect(await places()).toEqual(['audit_entries_other']);
    await openMonths(database, clock.now());
    await openMonths(database, clock.now());
    await send('/v1/audit/entries', login);
    clock.advance(20 * 86_400_000);
    await send('/v1/audit/entries', login);
    clock.advance(60 * 86_400_000);
    await send('/v1/audit/entries', login);
    expect(await places()).toEqual([
      'audit_entries_2026_11',
      'audit_entries_2026_11',
      'audit_entries_2026_12',
      'audit_entries_other',
    ]);
  });

  it('a key is remembered for its time', async () => {
    const database = await databases.shared();
    const { send, clock } = await started(database);
    await send('/v1/audit/entries', { ...login, key: 'old' });
    clock.advance(1000);
    await send('/v1/audit/entries', { ...login, key: 'new' });
    const forget = () => database.withControlPlane('write', (tx) => deleteReceiptsBefore(tx, clock.now(), 100));
    expect(await forget()).toBe(1);
    expect(await forget()).toBe(0);
    expect((await send('/v1/audit/entries', { ...login, key: 'new' })).json['duplicate']).toBe(true);
  });
});
