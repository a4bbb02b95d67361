import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { keptText } from '../../../../src/components/audit/entries/kept-text.ts';
import type { Json } from '../../../../src/engine/json.ts';
import { listOf, objectOf } from '../../../../src/engine/json-fields.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { entries, login, started } from './recording.ts';

/** Of which nothing can be compressed, which an index would do first. */
function longText(seed: string, length: number): string {
  let text = '';
  for (let part = 0; text.length < length; part += 1) {
    text += createHash('sha256').update(`${seed}${part}`).digest('base64url');
  }
  return text.slice(0, length);
}

anyDatabase((databases) => {
  it('FR-A001 no text is refused for its length: its beginning is kept, with the digest of all of it', async () => {
    const database = await databases.shared();
    const { send } = await started(database);
    const long = (field: string): string => longText(field, 20_000);
    const sent = {
      ...login,
      actor: { type: long('type'), id: long('id'), name: long('name'), email: long('mail'), userAgent: long('agent') },
      resource: { type: long('kind'), id: long('resource'), name: long('title') },
      reason: long('reason'),
    };
    expect((await send('/v1/audit/entries', sent)).status).toBe(201);
    expect((await send('/v1/audit/entries/batch', { entries: [sent] })).status).toBe(201);
    const [entry, other] = await entries(database);
    expect(other).toMatchObject({ actor: entry?.['actor'], resource: entry?.['resource'], reason: entry?.['reason'] });
    const kept = (text: string, held: Json | undefined, length: number): void => {
      const digest = createHash('sha256').update(text).digest('hex');
      const mark = `… [sha256:${digest} of 20000 bytes]`;
      expect(held).toBe(text.slice(0, length - mark.length) + mark);
    };
    const [actor, resource] = [objectOf(entry?.['actor']), objectOf(entry?.['resource'])];
    for (const [name, text] of Object.entries(sent.actor)) kept(text, actor[name], 512);
    for (const [name, text] of Object.entries(sent.resource)) kept(text, resource[name], 512);
    kept(sent.reason, entry?.['reason'], 4096);
  });

  it('FR-A001 marks the program of a request as well where it is cut', async () => {
    const { call, send, admin } = await started(await databases.shared());
    const agent = longText('agent', 2_000);
    await send('/v1/tenants', { id: 'globex', name: 'Globex' }, { 'user-agent': agent });
    const { json } = await call('GET', '/v1/audit/entries?action=tenant.created&limit=1', { headers: admin() });
    expect(objectOf(objectOf(listOf(json['data'])[0])['actor'])['userAgent']).toBe(keptText(agent));
    expect(keptText(agent)).toContain('of 2000 bytes]');
  });

  it('FR-A001 fits into an entry however its texts are written in JSON, and whatever else there is', async () => {
    const database = await databases.shared();
    const { send } = await started(database);
    const worst = '\u0001'.repeat(9_000);
    const actor = { type: worst, id: worst, name: worst, email: worst, ip: worst, userAgent: worst };
    const resource = { type: worst, id: worst, name: worst };
    const large = { of: 'a'.repeat(70_000) };
    const sent = { ...login, actor, resource, reason: worst, before: large, after: large, metadata: large };
    expect((await send('/v1/audit/entries', sent)).status).toBe(201);
    const [entry] = await entries(database);
    expect(entry).toMatchObject({ metadata: { digest: expect.stringMatching(/^sha256:/) } });
  });

  it('FR-A008 what is about a long id is found by all of it, by what is kept of it, and erased by it', async () => {
    const { call, send, admin } = await started(await databases.shared());
    const [who, what] = [longText('who', 2_000), longText('what', 2_000)];
    const personal = { mail: 'ada@acme.com' };
    const about = { ...login, resource: { type: 'invoice', id: what }, personal };
    for (const entry of [
      { actor: { id: who } },
      { actor: { id: `${who}!` } },
      { actor: { id: who }, tenantId: 'acme' },
    ]) {
      expect((await send('/v1/audit/entries', { ...about, ...entry })).status).toBe(201);
    }
    const found = async (query: string, tenant: { readonly 'x-tenant-id'?: string } = {}): Promise<number> => {
      const { json, status } = await call('GET', `/v1/audit/entries?${query}`, { headers: { ...admin(), ...tenant } });
      expect(status).toBe(200);
      return listOf(json['data']).length;
    };
    const acme = { 'x-tenant-id': 'acme' };
    for (const id of [who, encodeURIComponent(keptText(who))]) {
      expect([await found(`actor=${id}`), await found(`actor=${id}`, acme)]).toEqual([2, 1]);
    }
    for (const id of [what, encodeURIComponent(keptText(what))]) {
      expect([await found(`resource=${id}`), await found(`resource=${id}`, acme)]).toEqual([3, 1]);
    }
    const erased = await call('DELETE', `/v1/audit/personal/${what}`, { headers: admin() });
    expect([erased.status, erased.json]).toEqual([200, { subject: what, erased: 3 }]);
  });
});

it('FR-A001 a text is kept in one way, at most as long as it may be, and no character of it is cut in two', () => {
  expect(keptText('a'.repeat(512))).toBe('a'.repeat(512));
  const [even, odd] = [keptText('😀'.repeat(400)), keptText(`a${'😀'.repeat(400)}`)];
  expect([even.isWellFormed(), odd.isWellFormed()]).toEqual([true, true]);
  expect(Math.max(even.length, odd.length)).toBeLessThanOrEqual(512);
  expect(keptText(even)).toBe(even);
  expect(keptText(`${'a'.repeat(600)}b`)).not.toBe(keptText(`${'a'.repeat(600)}c`));
});
