import { expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { seedsOn } from '../../../support/tenancy.ts';
import { startSignedIn } from '../../../support/signed-in.ts';

const live = {
  'Flag/checkout': { variations: { on: true, off: false }, fallthrough: 'on' },
  'Flag/internal': { variations: { on: true, off: false }, fallthrough: 'on', clientSide: false },
  'Flag/pilot': {
    variations: { on: true, off: false },
    rules: [{ name: 'friends of ours', if: { 'user.key': 'ada' }, serve: 'on' }],
    fallthrough: 'off',
  },
  'Flag/for-acme': {
    variations: { on: true, off: false },
    rules: [{ if: { 'tenant.key': 'acme' }, serve: 'on' }],
    fallthrough: 'off',
  },
  'Entitlement/reporting': { type: 'switch', plans: { pro: true } },
  'Flag/reports': { variations: { on: true, off: false }, entitlement: 'reporting', fallthrough: 'on' },
} satisfies { readonly [name: string]: JsonObject };

anyDatabase((databases) => {
  async function start() {
    const server = await startSignedIn(await databases.shared());
    const seed = seedsOn({ call: server.call, headers: server.admin() });
    await seed.resources(live);
    const evaluate = async (headers: Readonly<Record<string, string>>, body: JsonObject = {}) =>
      server.call('POST', '/v1/flag-evaluations', { headers, body });
    return { server, seed, evaluate };
  }
  const valuesIn = ({ json }: { readonly json: JsonObject }) =>
    Object.fromEntries(
      Object.entries((json['flags'] ?? {}) as { [key: string]: JsonObject }).map(([key, { value }]) => [key, value]),
    );

  it('SC-005 a secret key is taken at its word, and knows the plan of the tenant it names', async () => {
    const { evaluate, seed, server } = await start();
    await seed.plan('globex', 'pro');
    const { headers } = await server.key();
    const context = { user: { key: 'ada' }, tenant: { key: 'globex' } };
    expect(valuesIn(await evaluate(headers, { context }))).toEqual({
      checkout: true,
      'for-acme': false,
      pilot: true,
      reports: true,
    });
    const named = await evaluate(headers, { context, flags: ['internal', 'pilot'] });
    expect(named.json['flags']).toEqual({
      internal: { value: true, variant: 'on', reason: 'STATIC' },
      pilot: { value: true, variant: 'on', reason: 'TARGETING_MATCH', ruleIndex: 0, ruleName: 'friends of ours' },
    });
    // Without anybody asking for a token or a plan anew.
    await seed.plan('globex', 'free');
    const restricted = await evaluate(headers, { context, flags: ['reports'] });
    expect(restricted.json['flags']).toEqual({
      reports: { value: false, variant: 'off', reason: 'plan_restriction', requiredPlan: 'pro' },
    });
  });

  it('FR-F004 what an override withholds names no plan, since none would help', async () => {
    const { evaluate, seed, server } = await start();
    await seed.plan('globex', 'pro');
    const headers = server.admin();
    const answers = async () => {
      const flags = await evaluate(headers, { context: { tenant: { key: 'globex' } }, flags: ['reports'] });
      const body = { tenantId: 'globex', features: ['reporting'] };
      const access = await server.call('POST', '/v1/entitlements/evaluate', { headers, body });
      return [(flags.json['flags'] as JsonObject)['reports'], access.json['reporting']];
    };
    const path = '/v1/tenants/globex/entitlements/reporting/override';
    await server.call('PUT', path, { headers, body: { value: false, reason: 'Contract 7' } });
    const withheld = { entitled: false, type: 'switch', reason: 'override', source: 'override' };
    expect(await answers()).toEqual([{ value: false, variant: 'off', reason: 'plan_restriction' }, withheld]);
    await seed.plan('globex', 'free');
    expect(await answers()).toEqual([{ value: false, variant: 'off', reason: 'plan_restriction' }, withheld]);
    await server.call('DELETE', path, { headers });
    expect(await answers()).toMatchObject([
      { requiredPlan: 'pro' },
      { reason: 'plan_restriction', requiredPlan: 'pro' },
    ]);
  });

  it('P04 a publishable key learns no rule, no flag of servers, and nothing of any tenant', async () => {
    const { evaluate, seed, server } = await start();
    await seed.tenant('acme-two');
    await seed.plan('acme-two', 'pro');
    const { headers } = await server.key({ type: 'publishable', scopes: ['flags:read'] });
    const context = { user: { key: 'ada' }, tenant: { key: 'acme', plan: 'pro' } };
    const answer = await evaluate(headers, { context });
    expect(valuesIn(answer)).toEqual({ checkout: true, 'for-acme': false, pilot: true, reports: false });
    expect((answer.json['flags'] as JsonObject)['pilot']).toEqual({
      value: true,
      variant: 'on',
      reason: 'TARGETING_MATCH',
    });
    expect(valuesIn(await evaluate(headers, { context: { tenant: { key: 'acme-two' } }, flags: ['reports'] }))).toEqual(
      {
        reports: false,
      },
    );
    for (const key of ['internal', 'nowhere']) {
      const refused = await evaluate(headers, { flags: [key] });
      expect([refused.status, refused.code]).toEqual([404, 'flags/not-found']);
    }
  });

  it('P04 a user is who the token says, in their tenant, on its plan, whatever the page claims', async () => {
    const { evaluate, seed, server } = await start();
    const { headers: key } = await server.key({ type: 'publishable', scopes: ['flags:read'] });
    const headers = { ...(await server.as('ada')), ...key };
    await seed.plan('acme', 'free');
    const forged = { user: { key: 'eve' }, tenant: { key: 'globex', plan: 'pro' } };
    const before = await evaluate(headers, { context: forged });
    expect(valuesIn(before)).toEqual({ checkout: true, 'for-acme': true, pilot: true, reports: false });
    await seed.plan('acme', 'pro');
    const after = await evaluate(headers, { context: { tenant: { key: 'globex', plan: 'free' } } });
    expect(valuesIn(after)).toMatchObject({ reports: true });
    expect(after.json['version']).not.toBe(before.json['version']);
  });

  it('answers 304 to whoever has every answer already, and says what is wrong with a context', async () => {
    const { evaluate, seed, server } = await start();
    const { headers } = await server.key();
    const first = await evaluate(headers, { context: { user: { key: 'ada' } } });
    const known = { ...headers, 'if-none-match': first.headers['etag'] ?? '' };
    expect((await evaluate(known, { context: { user: { key: 'ada' } } })).status).toBe(304);
    expect((await evaluate(known, { context: { user: { key: 'bob' } } })).status).toBe(200);
    await seed.resources({ 'Flag/checkout': { variations: { on: true, off: false }, fallthrough: 'off' } });
    expect((await evaluate(known, { context: { user: { key: 'ada' } } })).status).toBe(200);
    const wrong = await evaluate(headers, { context: { user: { key: { no: 'text' } } } });
    expect([wrong.status, wrong.code, wrong.json['error']]).toMatchObject([
      400,
      'flags/invalid-context',
      { param: '/context/user/key' },
    ]);
  });

  it('SD-05 an address that cannot be read is a mistake in the words of OFREP', async () => {
    const { server } = await start();
    for (const path of ['/ofrep/v1/evaluate/flags/%zz', '/ofrep/v1/evaluate/flags/a%f?x=1']) {
      const { code, json, status } = await server.call('POST', path, { headers: server.admin(), body: {} });
      expect([status, code, json]).toEqual([
        400,
        'request/malformed-url',
        { errorCode: 'PARSE_ERROR', errorDetails: expect.stringContaining('broken percent-encoding') },
      ]);
    }
  });

  it("SC-005 a user's stream hears of their tenant's plan, by a ticket that only its users get", async () => {
    const { seed, server } = await start();
    const { headers: key } = await server.key({ type: 'publishable', scopes: ['flags:read'] });
    const bulk = await server.call('POST', '/ofrep/v1/evaluate/flags', {
      headers: { ...(await server.as('ada')), ...key },
      body: {},
    });
    const [stream] = (bulk.json['eventStreams'] ?? []) as { endpoint: { requestUri: string } }[];
    const path = stream?.endpoint.requestUri ?? '';
    expect(path).toMatch(/^\/ofrep\/v1\/stream\?pk=pk_test_\w+&ticket=acme%7E[\w-]{43}$/);
    const heard = async (address: string) => (await server.call('GET', address)).text;
    const forged = path.replace('acme', 'globex');
    const before = [await heard(path), await heard(forged)];
    await seed.plan('acme', 'free');
    await seed.plan('globex', 'pro');
    const after = [await heard(path), await heard(forged)];
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });
});
