import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { refuseStale } from '../../../../src/components/access/decisions/queries.ts';
import { sqlState } from '../../../../src/db/sql-state.ts';
import { environments } from '../../../../src/db/tables/index.ts';
import type { Json, JsonObject } from '../../../../src/engine/json.ts';
import { memberOf } from '../../../../src/engine/json-fields.ts';
import { applyResources } from '../../../support/apply-resources.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { longRun } from '../../../support/long-run.ts';
import { itemsOf, tuple } from '../../../support/tenancy.ts';
import { invoice, type Product, productOn, user } from './product.ts';

const resources: readonly JsonObject[] = [
  invoice(400, 'max'),
  { type: 'document', id: 'plan' },
  { type: 'document', id: 'news' },
  { type: 'employee', id: 'e1', properties: { userId: 'bo' } },
];

const subjectsOf = ({ program }: Product): readonly JsonObject[] => [
  ...['ada', 'bo', 'cy', 'max', 'zed'].map((id) => user(id)),
  { type: 'service-account', id: program },
];

/** What people may do, by what is read anew for each of them: subject, resource and action of all that is allowed. */
async function allowedAnew(product: Product): Promise<readonly string[]> {
  const asked = subjectsOf(product).flatMap((subject) => resources.map((resource) => ({ subject, resource })));
  const allowed = asked.map(async ({ subject, resource }) => {
    const { actions } = (await product.ask('can', { subject, resource })).json;
    return (Array.isArray(actions) ? actions : [])
      .filter((action) => memberOf(action, 'allowed') === true)
      .map((action) => nameOf(subject, resource, memberOf(action, 'action')));
  });
  return (await Promise.all(allowed)).flat().toSorted();
}

/** The same by checks, together or one by one. */
async function allowedByChecks(product: Product, { oneByOne }: { readonly oneByOne: boolean }) {
  const questions = subjectsOf(product).flatMap((subject) =>
    resources.flatMap((resource) =>
      actionsOf(resource).map((action) => ({ question: { subject, resource, action }, action })),
    ),
  );
  const checks = questions.map(({ question }) => question);
  const verdicts = oneByOne
    ? await Promise.all(checks.map(async (check) => (await product.ask('check', check)).json))
    : itemsOf(await product.ask('checks', { checks }));
  expect(verdicts).toHaveLength(checks.length);
  return checks
    .filter((_, index) => verdicts[index]?.['allowed'] === true)
    .map(({ subject, resource, action }) => nameOf(subject, resource, action))
    .toSorted();
}

function actionsOf({ type }: JsonObject): readonly string[] {
  if (type === 'document') return ['read', 'update', 'delete', 'share'];
  return type === 'invoice' ? ['read', 'approve'] : ['read', 'update'];
}

function nameOf(subject: JsonObject, resource: JsonObject, action: unknown): string {
  return [subject['id'], action, resource['type'], resource['id']].join(' ');
}

const itemsIn = (list: Json | undefined): readonly Json[] => (Array.isArray(list) ? list : []);

type Change = readonly [method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: JsonObject];

const relate = (how: 'add' | 'remove', text: string): Change => [
  'POST',
  '/v1/tenants/acme/relationships',
  { [how]: [tuple(text)] },
];

const acme = '/v1/tenants/acme';

/** Each may well be refused, as there is nothing to change. */
const changes: readonly Change[] = [
  ['PUT', `${acme}/members/bo/roles`, { roles: ['approver'] }],
  ['PUT', `${acme}/members/bo/roles`, { roles: [] }],
  ['PUT', `${acme}/members/cy/roles/viewer`],
  ['DELETE', `${acme}/members/cy/roles/viewer`],
  ['PUT', `${acme}/service-accounts/svc_1/roles`, { roles: ['approver'] }],
  ['DELETE', `${acme}/service-accounts/svc_1`],
  ['PATCH', '/v1/users/ada', { attributes: { limit: 100 } }],
  ['PATCH', '/v1/users/ada', { attributes: { limit: 900 } }],
  ['PATCH', '/v1/users/zed', { attributes: { limit: 900 } }],
  ['DELETE', '/v1/users/bo'],
  ['DELETE', `${acme}/members/ada`],
  ['POST', `${acme}/members`, { userId: 'ada', roles: ['approver'] }],
  ['POST', `${acme}/members`, { userId: 'zed', roles: ['viewer'] }],
  ['DELETE', `${acme}/grants/max`],
  ['PUT', `${acme}/grants/zed`, { roles: ['admin'], reason: 'help' }],
  relate('add', 'document:plan editor user:ada'),
  relate('remove', 'document:plan owner user:bo'),
  relate('remove', 'document:plan parent folder:finance'),
  relate('add', 'folder:finance editor user:bo'),
  relate('add', 'document:news parent folder:finance'),
  relate('remove', 'document:news reader tenant:acme'),
  ['PUT', '/v1/resources/Role/viewer', { body: { permissions: ['invoice:*'] } }],
  ['PUT', '/v1/resources/Role/viewer', { body: { permissions: ['employee:read'] } }],
  ['DELETE', acme],
  ['POST', '/v1/tenants', { id: 'acme', name: 'Acme again' }],
];

eachDatabase((databases) => {
  it('SD-09 whatever was asked before, a check is answered by what holds now', { timeout: 240_000 }, async () => {
    let allowedOnce = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...changes), { minLength: 6, maxLength: 12 }),
        fc.boolean(),
        async (some, oneByOne) => {
          const product = await productOn(await databases.open());
          for (const change of [null, ...some]) {
            if (change !== null) {
              const [method, path, body] = change;
              const { status } = await product.server.call(method, path, {
                headers: product.server.admin(),
                ...(body === undefined ? {} : { body }),
              });
              expect(status).toBeLessThan(500);
            }
            const { status } = await product.ask('can', { subject: user('ada') });
            // Of a tenant that is gone nothing is answered at all.
            const now = status === 404 ? null : await allowedAnew(product);
            for (const _time of [1, 2]) {
              if (now === null) {
                const asked = { subject: user('ada'), action: 'read', resource: { type: 'invoice' } };
                expect((await product.ask('check', asked)).status).toBe(404);
              } else {
                allowedOnce += now.length;
                expect({ change, allowed: await allowedByChecks(product, { oneByOne }) }).toStrictEqual({
                  change,
                  allowed: now,
                });
              }
            }
          }
        },
      ),
      { numRuns: longRun ? 25 : 1 },
    );
    expect(allowedOnce).toBeGreaterThan(0);
  });

  it('SD-09 what is written past the API, raising no version, counts after a minute', async () => {
    const database = await databases.shared();
    const { ask, server } = await productOn(database);
    const mayRead = async () =>
      (await ask('check', { subject: user('bo'), action: 'read', resource: invoice(1) })).json;
    expect(await mayRead()).toMatchObject({ allowed: true, policyRevision: 1 });
    await database.withControlPlane('write', (tx) => tx.execute(sql`DELETE FROM role_assignments`));
    // Nothing of this is read again, so that nobody waits for it.
    server.clock.advance(59_000);
    expect(await mayRead()).toMatchObject({ allowed: true });
    server.clock.advance(2_000);
    expect(await mayRead()).toMatchObject({ allowed: false });
  });

  it('SD-09 somebody of whom much is stored is not kept, which would fill the memory', async () => {
    const database = await databases.shared();
    const { ask, server } = await productOn(database);
    const body = { attributes: { notes: 'n'.repeat(2_000) } };
    expect((await server.call('PATCH', '/v1/users/bo', { headers: server.admin(), body })).status).toBe(200);
    const mayRead = async () =>
      (await ask('check', { subject: user('bo'), action: 'read', resource: invoice(1) })).json;
    expect(await mayRead()).toMatchObject({ allowed: true });
    await database.withControlPlane('write', (tx) => tx.execute(sql`DELETE FROM role_assignments`));
    expect(await mayRead()).toMatchObject({ allowed: false });
  });

  it('SD-09 a change made between reading and asking again counts at once, in the log too', async () => {
    const { ask, log, server } = await productOn(await databases.shared());
    const question = { subject: user('bo'), action: 'read', resource: invoice(1) };
    const headers = server.admin();
    const answers: unknown[] = [];
    for (const roles of [['viewer'], [], ['viewer'], []]) {
      await server.call('PUT', '/v1/tenants/acme/members/bo/roles', { headers, body: { roles } });
      for (const _time of [1, 2, 3]) answers.push((await ask('check', question)).json['allowed']);
    }
    expect(answers).toStrictEqual([true, true, true, false, false, false, true, true, true, false, false, false]);
    // What was refused to be committed left nothing in the log.
    expect(itemsOf(await log()).map(({ allowed }) => allowed)).toStrictEqual(answers.toReversed());
    await applyResources(server, {
      'ResourceType/invoice': { actions: ['read'] },
      'Role/viewer': { permissions: ['invoice:read'] },
    });
    expect((await ask('check', question)).json).toMatchObject({ allowed: false, policyRevision: 2 });
  });

  it('DA-03 nothing kept counts for a transaction that may not see the tenant', async () => {
    const database = await databases.shared();
    const { server } = await productOn(database);
    const [environment] = await database.withControlPlane('read', (tx) => tx.select().from(environments));
    const { id: environmentId = '', projectId = '' } = environment ?? {};
    const decidedBy = (tenantId: string, held: { readonly version: number; readonly revision: number }) =>
      database.withEnvironment({ projectId, environmentId, tenantId }, 'prepared', async (session) =>
        refuseStale(session, 'acme', held, () => undefined),
      );
    const isConflict = (error: unknown): boolean => sqlState(error) === '40001';
    await decidedBy('acme', { version: 0, revision: 1 });
    await expect(decidedBy('globex', { version: 0, revision: 1 })).rejects.toSatisfy(isConflict);
    await expect(decidedBy('acme', { version: 1, revision: 1 })).rejects.toSatisfy(isConflict);
    await expect(decidedBy('acme', { version: 0, revision: 2 })).rejects.toSatisfy(isConflict);
    await server.call('PATCH', '/v1/tenants/acme', { headers: server.admin(), body: { name: 'Acme Inc.' } });
    await decidedBy('acme', { version: 1, revision: 1 });
  });

  it('SD-09 what was asked about a subject of a type that nobody has says nothing of a user with that id', async () => {
    const { ask, server } = await productOn(await databases.shared());
    const plan = { type: 'document', id: 'plan' };
    const isDeleting = async (subject: JsonObject) =>
      (await ask('check', { subject, action: 'delete', resource: plan })).json['allowed'];
    await ask('check', { subject: user('bo'), action: 'read', resource: invoice(1) });
    const evaluation = { subject: { type: 'robot', id: 'bo' }, action: { name: 'delete' }, resource: plan };
    const headers = { ...server.admin(), 'x-tenant-id': 'acme' };
    const { json } = await server.call('POST', '/access/v1/evaluation', { headers, body: evaluation });
    expect(json).toMatchObject({ decision: false });
    expect(await isDeleting(user('bo'))).toBe(true);
  });

  it('SD-09 a change to all tenants of one request costs it one repetition', async () => {
    const { seed, server } = await productOn(await databases.shared());
    const headers = server.admin();
    const tenants = Array.from({ length: 12 }, (_, number) => `t${number}`);
    for (const tenant of tenants) {
      await seed.tenant(tenant);
      await seed.member(tenant, 'ada', ['approver']);
    }
    const evaluations = tenants.map((tenant) => ({
      subject: user('ada'),
      action: { name: 'approve' },
      resource: invoice(400),
      context: { tenant },
    }));
    const decisions = async () => {
      const { status, json } = await server.call('POST', '/access/v1/evaluations', { headers, body: { evaluations } });
      return { status, decisions: itemsIn(json['evaluations']).map((one) => memberOf(one, 'decision')) };
    };
    const all = (decision: boolean) => ({ status: 200, decisions: tenants.map(() => decision) });
    for (const limit of [500, 100, 900]) {
      const body = { attributes: { limit } };
      expect((await server.call('PATCH', '/v1/users/ada', { headers, body })).status).toBe(200);
      expect([await decisions(), await decisions()]).toStrictEqual([all(limit >= 400), all(limit >= 400)]);
    }
  });

  it('SD-09 a guest is a guest until the grant ends, however often they asked before', async () => {
    const { ask, server } = await productOn(await databases.shared());
    const mayDelete = async () =>
      (await ask('check', { subject: user('max'), action: 'delete', resource: { type: 'document', id: 'plan' } })).json;
    const headers = server.admin();
    const expiresAt = new Date(server.clock.now().getTime() + 1_000).toISOString();
    await server.call('PUT', '/v1/tenants/acme/grants/max', {
      headers,
      body: { roles: ['admin'], reason: 'help', expiresAt },
    });
    expect([await mayDelete(), await mayDelete()]).toMatchObject([{ allowed: true }, { allowed: true }]);
    server.clock.advance(1_500);
    expect(await mayDelete()).toMatchObject({ allowed: false });
  });
});
