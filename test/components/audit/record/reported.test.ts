import { expect, it } from 'vitest';
import { listOf, objectOf } from '../../../../src/engine/json-fields.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { entries, login, started } from './recording.ts';

anyDatabase((databases) => {
  it('FR-A001 says of what the product reports by which key it came, whatever actor it names', async () => {
    const database = await databases.shared();
    const { send, key } = await started(database);
    const own = await key({ scopes: ['audit:write'] });
    const claimed = { ...login, actor: { type: 'api-key', id: 'key_someoneelse' } };
    expect((await send('/v1/audit/entries', claimed, own.headers)).status).toBe(201);
    await send('/v1/audit/entries/batch', { entries: [claimed, login] }, own.headers);
    const stamp = { authentication: { mode: 'secret', keyId: own.id }, reported: true };
    expect(await entries(database)).toMatchObject([
      { actor: claimed.actor, ...stamp },
      { actor: claimed.actor, ...stamp },
      { actor: { type: 'user', ...login.actor }, ...stamp },
    ]);
  });

  it('FR-A001 nobody can say for themselves by which key an entry came, or that it is the platform’s own', async () => {
    const { call, send, admin } = await started(await databases.shared());
    for (const claim of [{ authentication: { mode: 'local' } }, { reported: false }, { requestId: 'req_other' }]) {
      expect((await send('/v1/audit/entries', { ...login, ...claim })).status).toBe(400);
    }
    const named = { action: 'tenant.deleted', actor: { type: 'api-key', id: 'key_1' }, tenantId: 'acme' };
    await send('/v1/audit/entries', named);
    const { json } = await call('GET', '/v1/audit/entries?action=tenant.*', { headers: admin() });
    expect(listOf(json['data']).map((entry) => [objectOf(entry)['action'], objectOf(entry)['reported']])).toEqual([
      ['tenant.deleted', true],
      ['tenant.created', undefined],
    ]);
  });

  it.each(['system', 'local'])('FR-A001 marks an actor of type %j as reported, as any other', async (type) => {
    const database = await databases.shared();
    const { send } = await started(database);
    expect((await send('/v1/audit/entries', { ...login, actor: { type, id: 'audit-alerts' } })).status).toBe(201);
    expect(await entries(database)).toMatchObject([
      { actor: { type, id: 'audit-alerts' }, reported: true, authentication: { mode: 'local' } },
    ]);
  });

  it('FR-A001 what comes again by another API key is the same entry, by the key that recorded it', async () => {
    const database = await databases.shared();
    const { send, key } = await started(database);
    const [one, other] = [await key({ scopes: ['audit:write'] }), await key({ scopes: ['audit:write'] })];
    const keyed = { ...login, key: 'login-7' };
    const first = await send('/v1/audit/entries', keyed, one.headers);
    const again = await send('/v1/audit/entries', keyed, other.headers);
    expect(again.json).toEqual({ ...first.json, duplicate: true });
    expect(await entries(database)).toMatchObject([{ authentication: { mode: 'secret', keyId: one.id } }]);
  });
});
