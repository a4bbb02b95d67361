import { createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, it, onTestFinished } from 'vitest';
import { claimArchive, releaseArchive } from '../../../../src/components/audit/retention/removing/queries.ts';
import type { Database } from '../../../../src/db/contract.ts';
import { listOf, objectOf, textOf } from '../../../../src/engine/json-fields.ts';
import type { EgressCall } from '../../../../src/host/contract.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { createEgress } from '../../../../src/host/egress/create-egress.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { type Retaining, retaining } from './retaining.ts';

const day = 86_400_000;
const real = createHost();

/** With an archive of `globex`, whose time is over. */
async function over(database: Database, to: string, options: Parameters<Retaining['prune']>[0] = {}) {
  const all = await retaining(database);
  const { add, apply, prune, server } = all;
  // What lasts a month is then over by the clock of the database as well, which is not the test's to set.
  server.clock.advance(-240 * day);
  const policy = { keep: '365d', archive: { to: to === '' ? all.archives : to, keep: '30d' } };
  await apply({ all: policy });
  await add([['2025-03-02', 'globex', 'auth.login']]);
  const host = { ...real, clock: server.clock, ...options.host };
  expect(await prune({ ...options, host: { ...host, clock: server.clock } })).toEqual([]);
  server.clock.advance(31 * day);
  const archive = async () => {
    const { json } = await server.call('GET', '/v1/audit/archives', { headers: server.admin() });
    return objectOf(listOf(json['data'])[0]);
  };
  return { ...all, policy, archive };
}

/** Whether followers see it within some seconds; transactions of other tests hold them back for moments. */
async function isSeen(database: Database, id: string): Promise<boolean> {
  for (let looks = 0; looks < 500; looks += 1) {
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute(sql`SELECT FROM audit_entries WHERE id = ${id} AND transaction < dream_horizon()`),
    );
    if (rows.length > 0) return true;
    await pause(10);
  }
  return false;
}

eachDatabase((databases) => {
  it('FR-A004 holds nobody up while a bucket does not answer, and lets no hold come between', async () => {
    const database = await databases.shared();
    const variables = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'an-example-of-a-secret' };
    const kept = new Map<string, Uint8Array>();
    const call = ({ body, method, url }: EgressCall) => {
      if (method === 'PUT' && body instanceof Uint8Array) kept.set(url, body);
      return Promise.resolve({ status: 200, headers: {}, body: kept.get(url) ?? new Uint8Array(), complete: true });
    };
    const given = { host: { ...real, variables }, egress: { call } };
    const all = await over(database, 's3://acme-audit', given);
    const { apply, archive, environmentId, policy, prune, server } = all;
    const { promise: begun, resolve: begin } = Promise.withResolvers<Socket>();
    const silent = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => begin(socket));
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void silent.close());
    const address = silent.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const egress = createEgress({ allowed: ['127.0.0.0/8'] });
    onTestFinished(() => egress.close());
    const there = { ...variables, AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` };
    const pruning = prune({ host: { ...real, clock: server.clock, variables: there }, egress });
    const socket = await begun;
    const id = real.ids.next('aud');
    const written = database.withControlPlane('write', (tx) =>
      tx.execute(sql`INSERT INTO audit_entries
          (id, environment_id, tenant_id, recorded_at, occurred_at, action, outcome, actor_type, actor_id, body)
        VALUES (${id}, ${environmentId}, 'initech', '2026-01-02', '2026-01-02', 'auth.login', 'success', 'user', 'ada', '{}')`),
    );
    const seen = await Promise.race([written.then(() => isSeen(database, id)), pause(5_000, false)]);
    const held = { all: { ...policy, legalHold: true } };
    const refused = seen ? await apply(held).catch(String) : 'not asked';
    // What another tenant keeps is nothing to wait for.
    if (seen)
      await apply({ all: policy, other: { keep: '90d', legalHold: true, appliesTo: { tenants: ['initech'] } } });
    socket.destroy();
    const problems = await pruning;
    await written;
    expect(seen).toBe(true);
    expect(refused).toMatch(/request\/concurrent-change/u);
    expect(problems).toHaveLength(1);
    await apply(held);
    expect(await prune({ host: { ...real, clock: server.clock, variables: there }, egress })).toEqual([]);
    expect(await archive()).toMatchObject({ removedAt: null });
  });

  it('FR-A004 leaves to whoever has claimed it an archive that is over, until that lapses', async () => {
    const database = await databases.shared();
    const all = await over(database, '');
    const { apply, archive, environmentId, policy, prune, written } = all;
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ id: string }>(sql`SELECT project_id AS id FROM environments`),
    );
    const scope = { projectId: rows[0]?.id ?? '', environmentId };
    const mine = { tenantId: 'globex', id: textOf((await archive())['id']) ?? '' };
    const claim = (milliseconds: number) =>
      database.withEnvironment(scope, 'write', (session) => claimArchive(session, mine, milliseconds));
    const release = (until: string) =>
      database.withEnvironment(scope, 'write', (session) => releaseArchive(session, mine, until));
    const until = (await claim(60_000)) ?? '';
    expect(await claim(60_000)).toBeNull();
    expect(await prune()).toEqual([]);
    expect(written().size).toBe(1);
    await release('2026-01-01');
    await expect(apply({ all: { ...policy, keep: '400d', legalHold: true } })).rejects.toThrow(
      'request/concurrent-change',
    );
    await release(until);
    expect(await claim(-1)).not.toBeNull();
    await apply({ all: { ...policy, legalHold: true } });
    expect(await prune()).toEqual([]);
    expect(written().size).toBe(1);
    await apply({ all: policy });
    expect(await prune()).toEqual([]);
    expect([written().size, await archive()]).toMatchObject([0, { removedAt: all.server.clock.now().toISOString() }]);
    expect(await claim(60_000)).toBeNull();
  });
});
