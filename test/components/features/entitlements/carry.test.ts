import { expect, it } from 'vitest';
import { renameOverrides } from '../../../../src/components/features/entitlements/carry/queries.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { inEnvironment } from '../../../support/directory.ts';
import { itemsOf } from '../../../support/tenancy.ts';
import { startEntitlements } from './start.ts';

const switched = { type: 'switch', plans: {} };
const counted = { type: 'quantity', resets: 'never', plans: { pro: 10 } };

anyDatabase((databases) => {
  async function start() {
    const server = await startEntitlements(await databases.shared());
    const apply = async (bodies: { readonly [key: string]: JsonObject }) => {
      const plans = ['free', 'pro', 'enterprise'].map((key) => ({ kind: 'Plan', key, body: {} }));
      const entitlements = Object.entries(bodies).map(([key, { movedFrom, ...body }]) => ({
        kind: 'Entitlement',
        key,
        body,
        ...(typeof movedFrom === 'string' ? { movedFrom } : {}),
      }));
      const settings = { mode: 'test', protect: false, guardrails: { limits: {} } };
      const desired = { project: 'acme', environment: 'development', settings, resources: [...plans, ...entitlements] };
      const body = { desired, adopt: true, dryRun: false, author: 'ada@acme.com' };
      const answer = await server.send('POST', '/v1/revisions', body);
      if (answer.status !== 201) throw new Error(answer.text);
    };
    const overrides = async () =>
      itemsOf(await server.send('GET', '/v1/tenants/acme/entitlements/overrides')).map(
        ({ entitlement, reason }) => `${JSON.stringify(entitlement)} ${JSON.stringify(reason)}`,
      );
    return { ...server, apply, overrides };
  }

  it('what tenants have agreed and used follows an entitlement to its new name', async () => {
    const { accessTo, apply, override, overrides, use } = await start();
    await apply({ a: switched, b: counted, gone: switched });
    await override('a', { value: true, reason: 'of a' });
    await override('gone', { value: true, reason: 'of gone' });
    await use('b', 4);
    await apply({ a: switched, b: counted });
    await apply({ gone: { ...switched, movedFrom: 'a' }, c: { ...counted, movedFrom: 'b' } });
    expect(await overrides()).toStrictEqual(['"gone" "of a"']);
    expect(await accessTo('c')).toMatchObject({ used: 4, remaining: 6 });
  });

  it('two entitlements that change names change what tenants have agreed of them', async () => {
    const { apply, override, overrides } = await start();
    await apply({ a: switched, b: switched });
    await override('a', { value: true, reason: 'of a' });
    await override('b', { value: true, reason: 'of b' });
    await inEnvironment(await databases.shared(), (session) =>
      renameOverrides(session, [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ]),
    );
    expect(await overrides()).toStrictEqual(['"a" "of b"', '"b" "of a"']);
  });

  it('an entitlement that is deleted and brought back finds its overrides again', async () => {
    const { accessTo, apply, override } = await start();
    await apply({ a: switched });
    await override('a', { value: true });
    await apply({});
    expect(await accessTo('a')).toMatchObject({ type: 'unknown' });
    await apply({ a: switched });
    expect(await accessTo('a')).toMatchObject({ entitled: true, source: 'override' });
    await apply({});
    await apply({ a: counted });
    expect(await accessTo('a')).toMatchObject({ type: 'quantity', limit: 10, source: 'plan' });
  });

  it('what a tenant has goes with the tenant', async () => {
    const { accessTo, apply, override, overrides, seed, send, use } = await start();
    await apply({ a: switched, b: counted });
    await override('a', { value: true });
    await use('b', 4);
    expect((await send('DELETE', '/v1/tenants/acme')).status).toBe(204);
    await seed.tenant('acme');
    await seed.plan('acme', 'pro');
    expect(await overrides()).toStrictEqual([]);
    expect(await accessTo('b')).toMatchObject({ used: 0 });
  });
});
