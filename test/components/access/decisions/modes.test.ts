import { expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { type Headers, type SignedIn, startSignedIn } from '../../../support/signed-in.ts';

/** A publishable key that may ask about access, with a token of the user for tenant acme. */
async function askingAs(server: SignedIn, id: string): Promise<Headers> {
  const key = await server.key({ type: 'publishable', scopes: ['access:read'] });
  return { ...(await server.as(id)), ...key.headers };
}

const resource = { type: 'invoice', id: '1' };
const ada = { type: 'user', id: 'ada' };
const bob = { type: 'user', id: 'bob' };

anyDatabase((databases) => {
  it('SD-09 a signed-in user asks about themselves, in the tenant of their token, and about nobody else', async () => {
    const server = await startSignedIn(await databases.shared());
    const headers = await askingAs(server, 'ada');
    const send = (what: string, body: JsonObject) => server.call('POST', `/v1/access/${what}`, { headers, body });

    const check = { action: 'update', resource };
    expect((await send('check', check)).json).toMatchObject({ allowed: true });
    expect((await send('check', { ...check, subject: ada, tenant: 'acme' })).json).toMatchObject({ allowed: true });
    expect((await send('checks', { checks: [check, { ...check, subject: ada }] })).json).toMatchObject({
      data: [{ allowed: true }, { allowed: true }],
    });
    expect((await send('can', {})).json).toMatchObject({
      subject: { ...ada, standing: 'member', roles: ['accountant'] },
      permissions: [{ permission: 'invoice:*' }, { permission: 'invoice:read' }, { permission: 'report:export' }],
    });

    expect(await send('check', { ...check, subject: bob })).toMatchObject({ status: 403, code: 'access/only-oneself' });
    expect(await send('check', { ...check, subject: { ...ada, type: 'service-account' } })).toMatchObject({
      status: 403,
      code: 'access/only-oneself',
    });
    expect(await send('checks', { checks: [check, { ...check, subject: bob }] })).toMatchObject({
      code: 'access/only-oneself',
    });
    expect(await send('can', { subject: bob })).toMatchObject({ status: 403, code: 'access/only-oneself' });
    expect(await send('check', { ...check, tenant: 'globex' })).toMatchObject({ code: 'access/tenant-mismatch' });
  });

  it('SD-09 what a signed-in user says of themselves counts for nothing, and they are not told who else may', async () => {
    const server = await startSignedIn(await databases.shared());
    const headers = await askingAs(server, 'bob');
    const send = (what: string, body: JsonObject) => server.call('POST', `/v1/access/${what}`, { headers, body });
    const check = { action: 'update', resource };
    const refused = { status: 403, code: 'access/secret-key-only' };
    expect(await send('check', { ...check, explain: true })).toMatchObject(refused);
    expect(await send('check', { ...check, subject: { ...bob, properties: { admin: true } } })).toMatchObject(refused);
    expect(await send('check', { ...check, context: { mfa: true } })).toMatchObject(refused);
    expect(await send('can', { context: {} })).toMatchObject(refused);
    const { json } = await send('can', { resource });
    expect(json['actions']).toStrictEqual([
      {
        action: 'read',
        allowed: true,
        grant: { by: 'role', role: 'viewer', declaredBy: 'viewer', permission: 'invoice:read' },
        refusal: null,
      },
      { action: 'update', allowed: false, grant: null, refusal: null },
    ]);
    for (const path of ['/v1/access/who', '/access/v1/evaluation', '/access/v1/search/subject']) {
      expect(await server.call('POST', path, { headers, body: {} })).toMatchObject({
        status: 403,
        code: 'auth/key-type-not-allowed',
      });
    }
    expect(await server.call('GET', '/v1/access/decisions', { headers })).toMatchObject({ status: 403 });
  });

  it('DA-03 decisions, searches and the log of one tenant say nothing of another', async () => {
    const server = await startSignedIn(await databases.shared());
    const asked = async (tenant: string, path: string, body: JsonObject) =>
      server.call('POST', path, { headers: { ...server.admin(), 'x-tenant-id': tenant }, body });
    const who = await asked('globex', '/v1/access/who', { action: 'read', resource });
    expect(who.json).toMatchObject({ data: [{ subject: bob }], pagination: { totalItems: 1 } });
    const search = { subject: { type: 'user' }, action: { name: 'read' }, resource };
    expect((await asked('globex', '/access/v1/search/subject', search)).json).toStrictEqual({ results: [bob] });
    expect((await asked('globex', '/v1/access/check', { subject: ada, action: 'read', resource })).json).toMatchObject({
      allowed: false,
    });
    await asked('acme', '/v1/access/check', { subject: ada, action: 'read', resource });
    const log = async (headers: Headers, query = '') =>
      server.call('GET', `/v1/access/decisions${query}`, { headers: { ...server.admin(), ...headers } });
    expect((await log({ 'x-tenant-id': 'globex' })).json).toMatchObject({
      data: [{ tenant: 'globex' }],
      hasMore: false,
    });
    expect((await log({ 'x-tenant-id': 'globex' })).text).not.toContain('acme');
    const mismatch = await log({ 'x-tenant-id': 'globex' }, '?tenant=acme');
    expect(mismatch).toMatchObject({ status: 400, code: 'access/tenant-mismatch' });
    expect(mismatch.json).toMatchObject({
      error: {
        message: 'The parameter tenant names tenant acme, and the request is about globex.',
        param: 'tenant',
      },
    });
    expect((await server.call('GET', '/v1/access/decisions', { headers: server.admin('staging') })).json).toMatchObject(
      {
        data: [],
      },
    );
  });
});
