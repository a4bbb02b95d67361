import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../../../src/db/contract.ts';
import { openDatabase } from '../../../../src/db/open-database.ts';
import { createEvaluator } from '../../../../src/components/features/evaluation/index.ts';
import {
  applyRulesetPatch,
  type RulesetPatch,
  type VersionedRuleset,
} from '../../../../src/components/features/evaluation/ruleset-patch.ts';
import { textOf } from '../../../support/test-server.ts';
import { anyDatabase, testRandom, useDatabases } from '../../../support/databases.ts';
import { flag, flagServer, gated, publishable, secret } from './support/flag-server.ts';
import { readEvents, type ReadEvent } from './support/read-events.ts';

const streamPath = '/v1/flag-ruleset/stream';

function held(event: ReadEvent | null): VersionedRuleset {
  expect(event?.event).toBe('put');
  return event?.data as unknown as VersionedRuleset;
}

function patched(before: VersionedRuleset, event: ReadEvent | null): VersionedRuleset {
  expect(event?.event).toBe('patch');
  const after = applyRulesetPatch(before, event?.data as unknown as RulesetPatch);
  if (after === undefined) throw new Error('the patch is for another version');
  return after;
}

const valueOf = ({ ruleset }: VersionedRuleset, key: string, context = {}) =>
  createEvaluator(ruleset).evaluate(key, context).value ?? 'default';

anyDatabase((databases) => {
  it('FR-F007 the rules are got as a whole, and not again while they stay', async () => {
    const server = await flagServer(await databases.shared());
    await server.apply([flag('checkout', true)]);
    const headers = secret((await server.key('secret')).key);
    const first = await server.call('GET', '/v1/flag-ruleset', headers);
    expect(first.status).toBe(200);
    const { etag = '' } = first.headers;
    expect(etag).toBe(`W/"${textOf(first.json['version'])}"`);
    expect(valueOf(first.json as unknown as VersionedRuleset, 'checkout')).toBe(true);
    const conditional = { ...headers, 'if-none-match': etag };
    expect((await server.call('GET', '/v1/flag-ruleset', conditional)).status).toBe(304);
    // A revision that changes nothing of flags.
    await server.apply([flag('checkout', true), { kind: 'Role', key: 'viewer', body: { permissions: [] } }]);
    expect((await server.call('GET', '/v1/flag-ruleset', conditional)).status).toBe(304);
    await server.apply([flag('checkout', false)]);
    const changed = await server.call('GET', '/v1/flag-ruleset', conditional);
    expect([changed.status, valueOf(changed.json as unknown as VersionedRuleset, 'checkout')]).toEqual([200, false]);
    const refused = await server.call('GET', '/v1/flag-ruleset', publishable((await server.key('publishable')).key));
    expect(refused.status).toBe(403);
  });

  it('SD-05 a stream begins with everything and goes on with what changes', async () => {
    const server = await flagServer(await databases.shared());
    await server.apply([flag('checkout', true), flag('other', true)]);
    const stream = await readEvents(server.url + streamPath, secret((await server.key('secret')).key));
    expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const before = held(await stream.next());
    await server.apply([flag('checkout', false), flag('other', true)]);
    const event = await stream.next();
    expect(Object.keys((event?.data['flags'] ?? {}) as object)).toEqual(['checkout']);
    const after = patched(before, event);
    expect([valueOf(before, 'checkout'), valueOf(after, 'checkout'), valueOf(after, 'other')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(event?.id).toBe(after.version);
    await server.apply([flag('other', true)]);
    const last = patched(after, await stream.next());
    expect(valueOf(last, 'checkout')).toBe('default');
    const { json } = await server.call('GET', '/v1/flag-ruleset', server.admin);
    expect(json['version']).toBe(last.version);
    expect(createEvaluator(last.ruleset).ruleset.flags).toEqual((json['ruleset'] as { flags: object }).flags);
  });

  it('SD-05 whoever comes back gets what they missed, and everything when that is unknown', async () => {
    const server = await flagServer(await databases.shared());
    await server.apply([flag('checkout', true)]);
    const headers = secret((await server.key('secret')).key);
    const resume = async (id: string) => server.streamed(streamPath, { ...headers, 'last-event-id': id });
    const [first] = await resume('');
    const before = held(first ?? null);
    expect(await resume(before.version)).toEqual([]);
    // The history begins with the first change that somebody was there to see.
    for (const isOn of [false, true, false]) {
      await server.apply([flag('checkout', isOn), flag(isOn ? 'third' : 'second', isOn)]);
      await server.call('GET', '/v1/flag-ruleset', headers);
    }
    const [patch, ...rest] = await resume(before.version);
    const after = patched(before, patch ?? null);
    expect(rest).toEqual([]);
    const { json } = await server.call('GET', '/v1/flag-ruleset', headers);
    expect({ version: after.version, flags: after.ruleset.flags }).toEqual({
      version: json['version'],
      flags: (json['ruleset'] as { flags: object }).flags,
    });
    expect((await resume('0'.repeat(64)))[0]?.event).toBe('put');
  });

  it('SC-005 a streamed flag feels that a tenant is on another plan', async () => {
    const server = await flagServer(await databases.shared());
    await server.apply(gated('reports', 'reporting'));
    await server.send('POST', '/v1/tenants', { id: 'acme', name: 'Acme' });
    await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'free' });
    const stream = await readEvents(server.url + streamPath, secret((await server.key('secret')).key));
    const before = held(await stream.next());
    await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'pro' });
    const after = patched(before, await stream.next());
    const asked = { user: { key: 'ada' }, tenant: { key: 'acme' } };
    expect([valueOf(before, 'reports', asked), valueOf(after, 'reports', asked)]).toEqual([false, true]);
  });

  it('SD-05 a publishable key hears that something changed, and never what', async () => {
    const server = await flagServer(await databases.shared());
    await server.apply([flag('checkout', true), ...gated('reports', 'reporting')]);
    await server.send('POST', '/v1/tenants', { id: 'acme', name: 'Acme' });
    const stream = await readEvents(server.url + streamPath, publishable((await server.key('publishable')).key));
    const first = await stream.next();
    expect(first).toEqual({ event: 'changed', id: expect.any(String), data: { version: first?.id } });
    // Of what one tenant alone feels, it hears nothing.
    await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'pro' });
    await server.apply([flag('checkout', false), ...gated('reports', 'reporting')]);
    const second = await stream.next();
    expect(second).toEqual({ event: 'changed', id: second?.id, data: { version: second?.id } });
    expect(second?.id).not.toBe(first?.id);
    const { json } = await server.call('GET', '/v1/flag-ruleset', server.admin);
    expect(json['version']).not.toBe(second?.id);
  });

  it('SD-05 a stream ends when its key is revoked, and when the server stops', async () => {
    const server = await flagServer(await databases.shared());
    await server.apply([flag('checkout', true)]);
    const revoked = await server.key('secret');
    const [first, second] = [
      await readEvents(server.url + streamPath, secret(revoked.key)),
      await readEvents(server.url + streamPath, secret((await server.key('secret')).key)),
    ];
    expect([(await first.next())?.event, (await second.next())?.event]).toEqual(['put', 'put']);
    await server.send('DELETE', `/v1/keys/${revoked.id}`);
    expect(await first.next()).toBeNull();
    await server.apply([flag('checkout', false)]);
    expect((await second.next())?.event).toBe('patch');
    await server.close();
    expect(await second.next()).toBeNull();
  });
});

describe('two servers on one PostgreSQL', () => {
  const databases = useDatabases('postgres');

  it('SD-05 a change made at one is streamed by the other, and a key revoked at one ends a stream of the other', async () => {
    const address = await databases.address();
    const open = async (): Promise<Database> => {
      const database = await openDatabase({ host: { random: testRandom }, ...address });
      onTestFinished(() => database.close());
      return database;
    };
    const [here, there] = [await flagServer(await open()), await flagServer(await open())];
    await here.apply([flag('checkout', true)]);
    const key = await here.key('secret');
    const stream = await readEvents(there.url + streamPath, secret(key.key));
    const before = held(await stream.next());
    await here.apply([flag('checkout', false)]);
    const after = patched(before, await stream.next());
    expect(valueOf(after, 'checkout')).toBe(false);
    const { json } = await here.call('GET', '/v1/flag-ruleset', secret(key.key));
    expect(json['version']).toBe(after.version);
    await here.send('DELETE', `/v1/keys/${key.id}`);
    expect(await stream.next()).toBeNull();
  });
});
