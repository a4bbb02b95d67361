import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { policies } from '../../../../src/components/access/kinds.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { bodyFrom, checked } from '../../../support/policy-findings.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { loadFiles } from '../../../support/project-folder.ts';
import { itemsOf } from '../../../support/tenancy.ts';
import { startTenancy } from './start.ts';

describe('Tenancy', () => {
  it.each([
    ['{}', []],
    ['{ mode: multi, defaults: { currency: USD } }', []],
    ['{ mode: single, tenant: acme }', []],
    ['{ mode: single }', ['access/tenant-and-mode /mode']],
    ['{ tenant: acme }', ['access/tenant-and-mode /tenant key']],
    ['{ mode: multi, tenant: acme }', ['access/tenant-and-mode /tenant key']],
    ['{ mode: single, tenant: acme, currencies: [USD], attributes: { tenant: { industry: string } } }', []],
    [
      '{ mode: single, tenant: acme, currencies: [USD, EUR], defaults: { currency: EUR }, attributes: { user: { a: { type: string, required: true } } } }',
      [],
    ],
    [
      '{ mode: single, tenant: acme, currencies: [USD, EUR], regions: [us, eu], dataResidency: [a, b], attributes: { tenant: { industry: { type: string, required: true } } } }',
      [
        'access/single-tenant-incomplete /currencies',
        'access/single-tenant-incomplete /regions',
        'access/single-tenant-incomplete /dataResidency',
        'access/single-tenant-incomplete /attributes/tenant/industry/required',
      ],
    ],
    ['{ currencies: [USD, EUR], attributes: { tenant: { industry: { type: string, required: true } } } }', []],
    ['{ currencies: [USD], defaults: { currency: USD } }', []],
    ['{ currencies: [USD], defaults: { currency: EUR } }', ['access/default-not-listed /defaults/currency']],
    [
      '{ regions: [eu], dataResidency: [eu-1], defaults: { region: us, dataResidency: eu-2 } }',
      ['access/default-not-listed /defaults/region', 'access/default-not-listed /defaults/dataResidency'],
    ],
  ])('%s', (yaml, expected) => {
    expect(checked(policies['Tenancy'], yaml)).toEqual(expected);
  });

  it('is one for a project: a second is told which key it would need', async () => {
    const { diagnostics } = await loadFiles({
      'a.yaml': 'kind: Tenancy\nkey: default\n---\nkind: Tenancy\nkey: europe\nregions: [eu]\n',
    });
    expect(diagnostics.map(({ code, at, message, hint }) => ({ code, line: at?.start.line, message, hint }))).toEqual([
      { code: 'value/not-allowed', line: 5, message: '`key` must be `default`, this is `europe`.', hint: undefined },
    ]);
  });
});

anyDatabase((databases) => {
  async function start(tenancy: string) {
    const server = await startTenancy(await databases.shared());
    await server.seed.resources({ 'Tenancy/default': bodyFrom(tenancy) });
    return server;
  }

  describe('attributes as the Tenancy declares them', () => {
    const declared = `attributes:
  tenant: { seats: { type: number, required: true }, industry: string, trial: boolean, ends: date, tags: list }
  user: { department: { type: string, required: true } }`;

    it.each([
      [{ seat: 5, seats: 5 }, 'attributes/unknown', '/attributes/seat', 'Did you mean `seats`?'],
      [
        { seats: 5, 'a/b~c': 1 },
        'attributes/unknown',
        '/attributes/a~1b~0c',
        'There are ends, industry, seats, tags, trial.',
      ],
      [{ seats: 5, constructor: 1 }, 'attributes/unknown', '/attributes/constructor', undefined],
      [{ seats: '5' }, 'attributes/wrong-type', '/attributes/seats', undefined],
      [{ seats: 5, industry: 7 }, 'attributes/wrong-type', '/attributes/industry', undefined],
      [{ seats: 5, trial: 'yes' }, 'attributes/wrong-type', '/attributes/trial', undefined],
      [{ seats: 5, ends: 'soon' }, 'attributes/wrong-type', '/attributes/ends', undefined],
      [{ seats: 5, ends: '2027-02-30' }, 'attributes/wrong-type', '/attributes/ends', undefined],
      [{ seats: 5, tags: 'a' }, 'attributes/wrong-type', '/attributes/tags', undefined],
      [{ seats: 5, tags: [{}] }, 'attributes/wrong-type', '/attributes/tags', undefined],
      [{ industry: 'steel' }, 'attributes/missing', '/attributes/seats', undefined],
      [{ seats: null }, 'attributes/missing', '/attributes/seats', undefined],
    ])('refuse %j', async (attributes, code, param, hint) => {
      const { send } = await start(declared);
      const answer = await send('POST', '/v1/tenants', { name: 'Acme', attributes });
      expect(answer).toMatchObject({ status: 400, code, json: { error: { param } } });
      if (hint !== undefined) expect(answer.json).toMatchObject({ error: { details: { hint } } });
      expect(itemsOf(await send('GET', '/v1/tenants'))).toStrictEqual([]);
    });

    it('take what fits, and hold a change to what it changes', async () => {
      const { send, seed } = await start(declared);
      const attributes = { seats: 5, industry: '', trial: false, ends: '2027-01-31T08:00:00Z', tags: ['a', 1, true] };
      expect((await seed.tenant('acme', { attributes }))['attributes']).toStrictEqual(attributes);
      const change = (changes: JsonObject) => send('PATCH', '/v1/tenants/acme', { attributes: changes });
      expect(await change({ seats: null })).toMatchObject({ status: 400, code: 'attributes/missing' });
      expect(await change({ trial: null, ends: '2027-01-31' })).toMatchObject({ status: 200 });
      await seed.resources({ 'Tenancy/default': bodyFrom('attributes: { tenant: { size: number } }') });
      expect((await change({ size: 7 })).json['attributes']).toStrictEqual({
        seats: 5,
        industry: '',
        ends: '2027-01-31',
        tags: ['a', 1, true],
        size: 7,
      });
      expect(await change({ seats: 6 })).toMatchObject({ code: 'attributes/unknown' });
      expect(await change({ seats: null })).toMatchObject({ status: 200 });
    });

    it('hold users to theirs, and both to nothing where nothing is declared', async () => {
      const { send, seed } = await start(declared);
      expect(await send('POST', '/v1/users', { id: 'ada' })).toMatchObject({ code: 'attributes/missing' });
      const wrong = await send('PUT', '/v1/users/ada', { attributes: { department: 7 } });
      expect(wrong).toMatchObject({
        code: 'attributes/wrong-type',
        json: { error: { param: '/attributes/department' } },
      });
      await seed.user('ada', { attributes: { department: 'finance' } });
      const deep = { anything: { goes: [1, { deep: null }] } };
      await seed.resources({ 'Tenancy/default': bodyFrom('currencies: [USD, EUR]\ndefaults: { currency: USD }') });
      expect((await send('PATCH', '/v1/users/ada', { attributes: deep })).json).toMatchObject({
        attributes: { department: 'finance', ...deep },
      });
    });
  });

  describe('currency, region and data residency', () => {
    it('IN-3 are one of those that the Tenancy lists, its default, or must be said', async () => {
      const { send } = await start(
        'currencies: [USD, INR]\nregions: [us, in]\ndataResidency: [us-virginia, in-mumbai]\ndefaults: { currency: USD, region: us }',
      );
      const create = (more: JsonObject) => send('POST', '/v1/tenants', { name: 'Acme', ...more });
      expect((await create({ dataResidency: 'in-mumbai' })).json).toMatchObject({
        currency: 'USD',
        region: 'us',
        dataResidency: 'in-mumbai',
      });
      const allowed = ['in-mumbai', 'us-virginia'];
      expect(await create({})).toMatchObject({
        status: 400,
        code: 'tenants/value-missing',
        json: { error: { param: '/dataResidency', details: { allowed } } },
      });
      expect(await create({ dataResidency: 'in-mumbay' })).toMatchObject({
        status: 400,
        code: 'tenants/value-not-allowed',
        json: { error: { param: '/dataResidency', details: { allowed, hint: 'Did you mean `in-mumbai`?' } } },
      });
      expect(await create({ currency: 'EUR', dataResidency: 'in-mumbai' })).toMatchObject({
        code: 'tenants/value-not-allowed',
        json: { error: { param: '/currency' } },
      });
    });
  });

  it('is felt by nobody when it changes what new tenants may be, and by who knows whom when it changes the mode', async () => {
    const { send } = await start('currencies: [USD]');
    const changed = (body: JsonObject) => send('PUT', '/v1/resources/Tenancy/default', { body });
    const { json } = await changed({ currencies: ['EUR'], attributes: { tenant: { seats: 'number' } } });
    expect(json).toMatchObject({ changeset: { changes: [{ impact: { status: 'none' } }] } });
    const single = await changed({ mode: 'single', tenant: 'acme' });
    const reason = 'who names no tenant and would come to another one with tenancy default is not known to this server';
    expect(single.json).toMatchObject({ changeset: { changes: [{ impact: { status: 'unknown', reason } }] } });
  });

  describe('a product with a single tenant', () => {
    it('P08 has it as soon as the Tenancy is applied, and no other', async () => {
      const { send, version } = await start('{ mode: single, tenant: acme, defaults: { currency: INR } }');
      const acme = await send('GET', '/v1/tenants/acme');
      expect(acme).toMatchObject({ status: 200, json: { name: 'acme', currency: 'INR', region: null } });
      expect(await version('acme')).toBe(1);
      const other = await send('POST', '/v1/tenants', { id: 'globex', name: 'Globex' });
      expect(other).toMatchObject({ status: 409, code: 'tenants/single', json: { error: { param: '/id' } } });
      expect(await send('POST', '/v1/tenants', { name: 'Acme' })).toMatchObject({
        status: 409,
        code: 'tenants/exists',
      });
      expect(await send('DELETE', '/v1/tenants/acme')).toMatchObject({ status: 409, code: 'tenants/single' });
      expect((await send('PATCH', '/v1/tenants/acme', { name: 'Acme Ltd' })).status).toBe(200);
    });

    it('P08 tells of it as of any other tenant, once, with the only value that a list has', async () => {
      const database = await databases.shared();
      const { send, seed } = await startTenancy(database);
      const told = async () => {
        const { rows: entries } = await database.withControlPlane('read', (tx) =>
          tx.execute<{ body: string }>(sql`SELECT body FROM audit_entries WHERE action = 'tenant.created'`),
        );
        const { rows: events } = await database.withControlPlane('read', (tx) =>
          tx.execute(sql`SELECT tenant_id, subject, payload FROM domain_events WHERE type = 'tenant.created'`),
        );
        return { entries: entries.map(({ body }): unknown => JSON.parse(body)), events };
      };
      const tenancy = bodyFrom('{ mode: single, tenant: acme, currencies: [EUR], regions: [eu] }');
      await seed.resources({ 'Tenancy/default': tenancy });
      const after = { id: 'acme', currency: 'EUR', region: 'eu', dataResidency: null, attributes: {} };
      const resource = { type: 'tenant', id: 'acme' };
      const once = {
        entries: [{ tenantId: 'acme', outcome: 'success', actor: { type: 'local' }, resource, before: null, after }],
        events: [{ tenant_id: 'acme', subject: 'tenant/acme', payload: { author: 'local', before: null, after } }],
      };
      expect(await told()).toMatchObject(once);
      await seed.resources({ 'Tenancy/default': { ...tenancy, description: 'Ours.' } });
      expect(await told()).toMatchObject(once);
      expect((await send('GET', '/v1/tenants/acme')).json).toMatchObject(after);
    });

    it('P08 cannot be left open in what it is', async () => {
      const { send } = await startTenancy(await databases.shared());
      const body = bodyFrom('{ mode: single, tenant: acme, currencies: [USD, EUR] }');
      const answer = await send('PUT', '/v1/resources/Tenancy/default', { body });
      expect(answer).toMatchObject({ status: 400, code: 'changes/invalid' });
      expect(JSON.stringify(answer.json)).toContain('access/single-tenant-incomplete');
    });

    it('keeps the tenant that was there before, as it is', async () => {
      const { send, seed } = await start('{}');
      await seed.tenant('acme', { name: 'Acme Ltd', currency: 'USD' });
      await seed.resources({ 'Tenancy/default': bodyFrom('{ mode: single, tenant: acme, description: Ours. }') });
      expect((await send('GET', '/v1/tenants/acme')).json).toMatchObject({ name: 'Acme Ltd', currency: 'USD' });
    });
  });
});
