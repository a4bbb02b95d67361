import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../../src/db/contract.ts';
import { makeError, defineError } from '../../../src/engine/platform-error/index.ts';
import type { JsonObject } from '../../../src/engine/json.ts';
import { eachDatabase } from '../../support/databases.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { theTrail } from '../../support/whole-table.ts';
import { basicOperations, probe, startServer } from '../../support/test-server.ts';

const forbidden = defineError({ code: 'probe/forbidden', type: 'authorization', userMessage: 'No.', meaning: '' });
const broken = defineError({ code: 'probe/broken', type: 'conflict', userMessage: 'No.', meaning: '' });

async function refusals(database: Database): Promise<readonly JsonObject[]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ body: string }>(sql`SELECT body FROM audit_entries WHERE outcome <> 'success' ORDER BY id`),
  );
  return rows.map(({ body }) => JSON.parse(body) as JsonObject);
}

eachDatabase((databases) => {
  it('FR-A001 a key that may not, is revoked or is for something else is in the record before it is refused', async () => {
    const database = await databases.shared();
    const { call, key, admin } = await startServer(database);
    const reader = await key({ scopes: ['keys:read'] });
    const gone = await key({ scopes: ['*'] });
    await call('DELETE', `/v1/keys/${gone.id}`, { headers: admin() });

    const headers = { ...reader.headers, 'user-agent': 'curl/8' };
    expect(
      (await call('POST', '/v1/keys', { headers, body: { type: 'secret', name: 'x', scopes: ['*'] } })).status,
    ).toBe(403);
    expect((await call('GET', '/v1/keys', { headers: gone.headers })).status).toBe(401);
    expect(await refusals(database)).toMatchObject([
      {
        action: 'key.created',
        outcome: 'denied',
        reason: 'auth/scope-missing',
        actor: { type: 'api-key', id: reader.id, ip: '127.0.0.1', userAgent: 'curl/8' },
        resource: { type: 'operation', id: 'keys.create' },
        authentication: { mode: 'secret', keyId: reader.id },
        decision: { allowed: false, permission: 'keys:write', reason: 'auth/scope-missing' },
      },
      {
        action: 'auth.failed',
        outcome: 'failure',
        reason: 'auth/revoked-key',
        actor: { type: 'api-key', id: gone.id },
        resource: { type: 'operation', id: 'keys.list' },
      },
    ]);
  });

  it('FR-A001 what an operation itself refuses is in the record though all it wrote is taken back', async () => {
    const database = await databases.shared();
    const { recordsOnly: _, ...forbidding } = probe(async ({ session }) => {
      await session.tx.execute(sql`INSERT INTO domain_events (id, environment_id, type, subject, payload, created_at)
              VALUES ('evt_lost', ${session.environmentId}, 'x.y', 'x/y', '{}', now())`);
      throw makeError(forbidden, { message: 'Not you.' });
    });
    const { call, admin } = await startServer(database, {
      operations: () => [{ ...forbidding, recordedAs: 'thing.changed' }],
    });
    const answer = await call('POST', '/v1/probe', { headers: admin(), body: {} });
    expect([answer.status, answer.code]).toEqual([403, 'probe/forbidden']);
    expect(await refusals(database)).toMatchObject([
      { action: 'thing.changed', outcome: 'denied', reason: 'probe/forbidden', actor: { type: 'local', id: 'local' } },
    ]);
    const events = await database.withControlPlane('read', (tx) =>
      tx.execute(sql`SELECT id FROM domain_events WHERE type = 'x.y'`),
    );
    expect(events.rows).toEqual([]);
  });

  it('FR-A001 a refusal says what was decided, and about which scope; who could not say who they are was not decided about', async () => {
    const database = await databases.shared();
    const { call, key, admin } = await startServer(database, {
      operations: (host, masterKey) => [
        ...basicOperations(host, masterKey),
        probe(() => Promise.reject(makeError(forbidden, { message: 'Not you.' }))),
      ],
    });
    const issuer = await key({ scopes: ['keys:write', 'keys:read'] });
    const publishable = await key({ type: 'publishable', scopes: [] });
    const body = { type: 'secret', name: 'more', scopes: ['keys:write', 'secrets:read', 'secrets:write'] };
    const statuses = [
      (await call('POST', '/v1/keys', { headers: issuer.headers, body })).status,
      (await call('POST', '/v1/probe', { headers: admin(), body: {} })).status,
      (await call('GET', '/v1/keys', { headers: publishable.headers })).status,
      (await call('POST', '/v1/keys', { headers: issuer.headers, body: { ...body, scopes: ['no:read'] } })).status,
      (await call('GET', '/v1/keys', { headers: { ...issuer.headers, 'dream-environment': 'elsewhere' } })).status,
    ];
    await call('DELETE', `/v1/keys/${issuer.id}`, { headers: admin() });
    statuses.push((await call('GET', '/v1/keys', { headers: issuer.headers })).status);
    expect(statuses).toEqual([403, 403, 403, 400, 403, 401]);
    const told = (await refusals(database)).map(({ decision, outcome }) => [outcome, decision]);
    expect(told).toEqual([
      ['denied', { allowed: false, permission: 'secrets:read, secrets:write', reason: 'keys/scope-not-held' }],
      ['denied', { allowed: false, permission: 'probe:write', reason: 'probe/forbidden' }],
      ['denied', { allowed: false, permission: 'keys:read', reason: 'auth/key-type-not-allowed' }],
      ['denied', { allowed: false, permission: 'keys:read', reason: 'auth/environment-mismatch' }],
      ['failure', undefined],
    ]);
  });

  it('SC-006 of 60 refusals at once each has its entry', async () => {
    const database = await databases.shared();
    const { call, key } = await startServer(database);
    const reader = await key({ scopes: ['keys:read'] });
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, number) =>
        call('GET', '/v1/secrets', { headers: { ...reader.headers, 'x-request-id': `req_number-${number}` } }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
    const seen = (await refusals(database)).map((entry) => entry['requestId']);
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
  });

  it('SC-006 one refusal that cannot be written costs the others nothing, and the log has it', async () => {
    const database = await databases.shared();
    const { call, key, log } = await startServer(database, {
      trail: {
        write(session, done) {
          if (done.some(({ requestId }) => requestId === 'req_number-20')) throw new RangeError('too strange to tell');
          theTrail(createHost(), null).write(session, done);
        },
        writeBeside: () => Promise.resolve(),
      },
    });
    const reader = await key({ scopes: ['keys:read'] });
    await Promise.all(
      Array.from({ length: 40 }, (_, number) =>
        call('GET', '/v1/secrets', { headers: { ...reader.headers, 'x-request-id': `req_number-${number}` } }),
      ),
    );
    expect(new Set((await refusals(database)).map((entry) => entry['requestId'])).size).toBe(39);
    expect(log.filter((line) => line.includes('too strange to tell'))).toHaveLength(1);
  });

  it('FR-A001 an address is written in one way, and what a proxy passes on is one or is not believed', async () => {
    const database = await databases.shared();
    const { call, admin } = await startServer(database, { trustedProxies: ['127.0.0.1'] });
    const told = [
      ['203.0.113.7', '203.0.113.7'],
      ['203.0.113.7:4711', '203.0.113.7'],
      ['::ffff:203.0.113.7', '203.0.113.7'],
      ['[2001:DB8::0:1]:4711', '2001:db8::1'],
      ['2001:0db8:0:0:0::1', '2001:db8::1'],
      ['nowhere '.repeat(800), '127.0.0.1'],
    ];
    for (const [forwarded = ''] of told) {
      const headers = { ...admin(), 'x-forwarded-for': forwarded };
      expect((await call('PUT', '/v1/secrets/TOKEN', { headers, body: { value: 'x' } })).status).toBe(200);
    }
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ ip: string }>(sql`SELECT ip FROM audit_entries WHERE action = 'secret.set' ORDER BY id`),
    );
    expect(rows.map(({ ip }) => ip)).toEqual(told.map(([, ip]) => ip));
  });

  it('what is wrong in another way is no refusal, and a key that nobody issued belongs into no record', async () => {
    const database = await databases.shared();
    const { call, admin } = await startServer(database, {
      operations: (host, masterKey) => [
        ...basicOperations(host, masterKey),
        probe(() => Promise.reject(makeError(broken, { message: 'Broken.' }))),
      ],
    });
    const key = `sk_test_${'a'.repeat(43)}`;
    expect((await call('POST', '/v1/probe', { headers: admin(), body: {} })).status).toBe(409);
    expect((await call('GET', '/v1/keys', { headers: { authorization: `Bearer ${key}` } })).status).toBe(401);
    expect(await refusals(database)).toEqual([]);
  });
});
