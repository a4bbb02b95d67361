import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowance,
  encodedSize,
  fitClaims,
  largestClaims,
  sizeOfLongIds,
} from '../../../../src/components/access/tokens/claims.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { counting, startSignedIn } from '../../../support/signed-in.ts';
import { textOf } from '../../../support/test-server.ts';

anyDatabase((databases) => {
  it('P07 says what a token is to hold: tenant, roles, permissions and plan, sealed', async () => {
    const { call, admin, publishableKey } = await startSignedIn(await databases.shared());
    const answer = await call('POST', '/v1/tokens/claims', {
      headers: { ...admin(), 'x-tenant-id': 'acme' },
      body: { user: 'ada', publishableKey, sessionId: 'sess_1' },
    });
    expect(answer.status).toBe(200);
    expect(answer.json['claims']).toStrictEqual({
      tenantId: 'acme',
      roleSlugs: ['accountant'],
      permissions: ['invoice:*', 'invoice:read'],
      planTier: 'pro',
      publishableKey,
      policyVersion: expect.stringMatching(/^\d+\.\d+$/),
      sessionId: 'sess_1',
      seal: expect.stringMatching(/^[\w-]{22}$/),
    });
    expect(answer.json['tokenBytes']).toBeLessThan(4096);
  });

  it('IN-3 says where the data of the tenant resides, in the claims and to whoever they are of', async () => {
    const { as, call, admin, me, publishableKey, seed } = await startSignedIn(await databases.shared());
    await seed.tenant('indus', { dataResidency: 'in-mumbai' });
    await seed.member('indus', 'ada', ['accountant']);
    const answer = await call('POST', '/v1/tokens/claims', {
      headers: { ...admin(), 'x-tenant-id': 'indus' },
      body: { user: 'ada', publishableKey },
    });
    const claims = answer.json['claims'] as JsonObject;
    expect(claims).toMatchObject({ tenantId: 'indus', dataResidency: 'in-mumbai' });
    expect((await me(await as('ada', claims))).json).toMatchObject({ tenantId: 'indus', dataResidency: 'in-mumbai' });
    const short = await call('POST', '/v1/tokens/claims', {
      headers: { ...admin(), 'x-tenant-id': 'indus' },
      body: { user: 'ada', publishableKey, maxBytes: 290 },
    });
    expect(short.json['claims']).toMatchObject({ tenantId: 'indus', roleSlugs: ['accountant'], truncated: true });
    expect(short.json['claims']).not.toHaveProperty('dataResidency');
    // Whoever writes another place into their token has claims that count for nothing, and is told the true one.
    const forged = await me(await as('ada', { ...claims, dataResidency: 'eu-frankfurt' }));
    expect(forged.json).toMatchObject({ tenantId: 'indus', dataResidency: 'in-mumbai' });
    expect((await me(await as('bob'))).json).toMatchObject({ tenantId: 'acme', dataResidency: null });
  });

  it('P07 counts the ids that stand in a token besides, however long they are', async () => {
    const { call, admin, publishableKey, seed } = await startSignedIn(await databases.shared());
    const user = `u${'x'.repeat(254)}`;
    const sessionId = 's'.repeat(255);
    await seed.member('acme', user, ['accountant']);
    const answer = await call('POST', '/v1/tokens/claims', {
      headers: { ...admin(), 'x-tenant-id': 'acme' },
      body: { user, publishableKey, sessionId },
    });
    const { claims, tokenBytes } = answer.json as { claims: JsonObject; tokenBytes: number };
    expect(tokenBytes).toBe(encodedSize(claims) + allowance + sizeOfLongIds(user, sessionId));
    // `sub` and `sid` have what stands in them, and all else as much as is counted for it.
    const standard = {
      iss: `https://${'i'.repeat(80)}`,
      aud: 'a'.repeat(40),
      azp: 'a'.repeat(40),
      jti: 'j'.repeat(36),
    };
    const times = { iat: 1_800_000_000, nbf: 1_800_000_000, exp: 1_800_000_000 };
    const payload = Buffer.from(JSON.stringify({ ...standard, ...times, sub: user, sid: sessionId, ...claims }));
    const header = Buffer.from(JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: 'k'.repeat(43) }));
    const token = [header, payload, Buffer.alloc(512)].map((part) => part.toString('base64url')).join('.');
    expect(token.length).toBeLessThanOrEqual(tokenBytes);
    expect(sizeOfLongIds('user_2abc', 'sess_2abc')).toBe(0);
  });

  it('P07 makes nothing for strangers, for keys that are not alive, or for other people', async () => {
    const { call, admin, as, key, publishableKey } = await startSignedIn(await databases.shared());
    const ask = async (body: JsonObject, headers: Readonly<Record<string, string>> = admin()) =>
      (await call('POST', '/v1/tokens/claims', { headers: { ...headers, 'x-tenant-id': 'acme' }, body })).code;
    expect(await ask({ user: 'nobody', publishableKey })).toBe('tokens/not-admitted');
    expect(
      await ask({
        user: 'ada',
        publishableKey: `${publishableKey.slice(0, -1)}${publishableKey.endsWith('0') ? 1 : 0}`,
      }),
    ).toBe('tokens/unknown-publishable-key');
    expect(await ask({ user: 'ada', publishableKey: (await key()).headers['authorization']?.slice(7) ?? '' })).toBe(
      'request/invalid',
    );
    const revoked = await key({ type: 'publishable', scopes: [] });
    await call('DELETE', `/v1/keys/${revoked.id}`, { headers: admin() });
    expect(await ask({ user: 'ada', publishableKey: revoked.headers['x-publishable-key'] ?? '' })).toBe(
      'tokens/unknown-publishable-key',
    );
    expect(await ask({ user: 'ada', publishableKey }, await as('ada'))).toBe('auth/key-type-not-allowed');
    expect(await ask({ user: 'ada', publishableKey, maxBytes: 200 })).toBe('tokens/too-large');
  });

  it('P07 asks no database for roles, permissions and plan while the policy version stays', async () => {
    const database = counting(await databases.shared());
    const { as, claimsOf, me } = await startSignedIn(database);
    const enriched = await as('ada', await claimsOf('ada'));
    const plain = await as('bob');
    await me(enriched);
    await me(plain);
    const spent = async (headers: Readonly<Record<string, string>>) => {
      const before = database.counts.environment;
      const answer = await me(headers);
      // One transaction is the operation's own.
      return [answer.json['roles'], database.counts.environment - before - 1];
    };
    for (let round = 0; round < 5; round += 1) {
      expect(await spent(enriched)).toStrictEqual([['accountant'], 0]);
      expect(await spent(plain)).toStrictEqual([['viewer'], 0]);
    }
  });

  it('P07 reads what an apply changed about signing in once, for all who ask at that moment', async () => {
    const database = counting(await databases.shared());
    const { as, claimsOf, me, seed } = await startSignedIn(database);
    await seed.resources({ 'Plan/free': { rank: 3 } });
    const headers = await as('ada', await claimsOf('ada'));
    const before = database.counts.environment;
    const answers = await Promise.all(Array.from({ length: 20 }, () => me(headers)));
    expect(new Set(answers.map(({ status }) => status))).toStrictEqual(new Set([200]));
    // Twenty operations, one look at the settings, one at the tenant's version.
    expect(database.counts.environment - before).toBe(22);
  });

  it('P07 does the same for a token that had no room for permissions', async () => {
    const database = counting(await databases.shared());
    const { as, claimsOf, me, seed } = await startSignedIn(database);
    const names = Array.from({ length: 40 }, (_, index) => `action-${String(index).padStart(3, '0')}`);
    await seed.resources({ 'ResourceType/large': { actions: names } });
    await seed.roles({ large: { permissions: names.map((name) => `large:${name}`) } });
    await seed.member('acme', 'eve', ['large']);
    const claims = await claimsOf('eve', { maxBytes: 600 });
    expect(claims).toMatchObject({ roleSlugs: ['large'], truncated: true });
    expect(claims).not.toHaveProperty('permissions');
    const headers = await as('eve', claims);
    expect((await me(headers)).json['permissions']).toStrictEqual(names.map((name) => `large:${name}`));
    const before = database.counts.environment;
    await me(headers);
    expect(database.counts.environment - before).toBe(1);
  });

  it('P07 feels what changed within a quarter of a second, though the token lives for hours', async () => {
    const { as, call, admin, claimsOf, clock, me, seed } = await startSignedIn(await databases.shared());
    const headers = await as('ada', await claimsOf('ada'));
    const roles = (list: readonly string[]) =>
      call('PUT', '/v1/tenants/acme/members/ada/roles', { headers: admin(), body: { roles: list } });
    const seen = async () => {
      const { code, json } = await me(headers);
      return code ?? [json['roles'], json['permissions'], json['plan']];
    };
    const accountant = [['accountant'], ['invoice:*', 'invoice:read'], 'pro'];
    const viewer = [['viewer'], ['invoice:read'], 'pro'];
    expect(await seen()).toStrictEqual(accountant);

    await roles(['viewer']);
    clock.advance(249);
    expect(await seen()).toStrictEqual(accountant);
    clock.advance(1);
    expect(await seen()).toStrictEqual(viewer);

    await seed.plan('acme', 'free');
    clock.advance(250);
    expect(await seen()).toStrictEqual([['viewer'], ['invoice:read'], 'free']);

    // What the configuration changes is felt at once: the key is looked up with the revision.
    await seed.roles({ viewer: { permissions: ['report:read'] } });
    expect(await seen()).toStrictEqual([['viewer'], ['report:read'], 'free']);

    await call('DELETE', '/v1/tenants/acme/members/ada', { headers: admin() });
    clock.advance(250);
    expect(await seen()).toBe('auth/tenant-not-allowed');
    await seed.member('acme', 'ada', ['viewer']);
    clock.advance(250);
    expect(await seen()).toStrictEqual([['viewer'], ['report:read'], 'free']);
    await call('DELETE', '/v1/tenants/acme', { headers: admin() });
    clock.advance(250);
    expect(await seen()).toBe('auth/tenant-not-allowed');
  });

  it('P07 gives what a grant gave back when it ends, though no version rises', async () => {
    const { as, claimsOf, clock, me, seed } = await startSignedIn(await databases.shared());
    await seed.grant('globex', 'ada', ['accountant'], { expiresAt: '2026-11-20T10:00:00Z' });
    const claims = await claimsOf('ada', {}, 'globex');
    expect(claims['accessUntil']).toBe(Date.parse('2026-11-20T10:00:00Z') / 1000);
    const headers = await as('ada', claims);
    expect((await me(headers)).json).toMatchObject({ tenantId: 'globex', roles: ['accountant'] });
    clock.advance(3_600_000);
    expect((await me(headers)).code).toBe('auth/tenant-not-allowed');
    await seed.member('globex', 'ada', ['viewer']);
    clock.advance(250);
    expect((await me(headers)).json).toMatchObject({ tenantId: 'globex', roles: ['viewer'] });
  });

  it('DA-02 believes nothing about roles and plan that the holder wrote into the token', async () => {
    const { as, bearing, claimsOf, issuer, me, publishableKey, seconds } = await startSignedIn(
      await databases.shared(),
    );
    const made = await claimsOf('bob');
    const viewer = { roles: ['viewer'], permissions: ['invoice:read'], plan: 'pro' };
    expect((await me(await as('bob', made))).json).toMatchObject(viewer);
    const forgeries: readonly JsonObject[] = [
      {
        roleSlugs: ['accountant'],
        permissions: ['*'],
        planTier: 'enterprise',
        policyVersion: made['policyVersion'] ?? '',
      },
      { ...made, permissions: ['*'] },
      { ...made, planTier: 'enterprise' },
      { ...made, roleSlugs: ['accountant'] },
      { ...made, accessUntil: 4_000_000_000 },
      { ...made, seal: `${textOf(made['seal']).slice(0, -2)}AA` },
      { ...(await claimsOf('ada')) },
    ];
    for (const forgery of forgeries) expect((await me(await as('bob', forgery))).json).toMatchObject(viewer);
    // Made for another key: the token is refused, whoever sealed it.
    const { publishableKey: _, ...without } = made;
    expect((await me(await as('bob', without))).json).toMatchObject(viewer);
    const other = await issuer.sign({
      sub: 'bob',
      aud: 'acme-api',
      exp: seconds() + 60,
      ...made,
      publishableKey: publishableKey.replace('pk_test_', 'pk_live_'),
    });
    expect((await me(bearing(other))).code).toBe('auth/token-key-mismatch');
  });

  it('P07 gives a backend the policy to make permissions of role slugs by itself, once for each revision', async () => {
    const { admin, call, seed } = await startSignedIn(await databases.shared());
    const get = (headers = {}) => call('GET', '/v1/access/policy', { headers: { ...admin(), ...headers } });
    const first = await get();
    expect(first.json).toMatchObject({
      roles: {
        viewer: [{ permission: 'invoice:read' }],
        accountant: [
          { permission: 'invoice:*' },
          { permission: 'invoice:read' },
          { permission: 'report:export', condition: 'tenant.key == "acme"' },
        ],
      },
      resourceTypes: { invoice: ['read', 'update'], report: ['export', 'read'] },
      scopes: {},
      relationActions: {},
    });
    const etag = first.headers['etag'] ?? '';
    expect(first.headers['cache-control']).toBe('private, no-cache');
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await get({ 'if-none-match': known });
      expect([again.status, again.text, again.headers['etag']]).toStrictEqual([304, '', etag]);
    }
    await seed.roles({ viewer: { permissions: [] } });
    const later = await get({ 'if-none-match': etag });
    expect([later.status, later.json['revision']]).toStrictEqual([200, Number(first.json['revision']) + 1]);
  });
});

describe('claims', () => {
  const seal = (claims: JsonObject): JsonObject => ({ ...claims, seal: 's'.repeat(22) });
  const words = fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,30}:[a-z*]{1,20}$/), { maxLength: 200 });

  it('P07 keep a token below 4 KB whatever they say, and leave permissions out before anything else', () => {
    fc.assert(
      fc.property(words, fc.array(fc.stringMatching(/^[a-z-]{1,60}$/), { maxLength: 60 }), (permissions, roleSlugs) => {
        const draft = {
          tenantId: 'acme',
          roleSlugs,
          permissions,
          planTier: 'pro',
          dataResidency: 'in-mumbai',
          publishableKey: `pk_live_${'x'.repeat(49)}`,
          policyVersion: '42.7',
          sessionId: undefined,
          until: null,
        };
        const claims = fitClaims(draft, largestClaims, seal);
        if (claims === null) {
          expect(encodedSize(seal({ roleSlugs }))).toBeGreaterThan(largestClaims - 400);
          return;
        }
        const standard = JSON.stringify(claims).slice(1);
        expect(Buffer.from(standard).toString('base64url').length + allowance).toBeLessThan(4096);
        expect(claims['roleSlugs']).toStrictEqual(roleSlugs);
        expect(claims['permissions'] === undefined).toBe(claims['truncated'] === true);
        if (claims['permissions'] !== undefined) expect(claims['permissions']).toStrictEqual(permissions);
        else expect(encodedSize(seal({ ...claims, permissions }))).toBeGreaterThan(largestClaims);
      }),
    );
  });
});
