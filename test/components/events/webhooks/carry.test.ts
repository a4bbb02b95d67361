import Stripe from 'stripe';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { startWorld, type WebhookWorld } from './world.ts';

const { webhooks } = new Stripe('sk_test_unused');

/** What the files say now: everything there is, with what it was called before. */
async function apply(world: WebhookWorld, endpoints: { readonly [key: string]: JsonObject }): Promise<JsonObject> {
  const resources = Object.entries(endpoints).map(([key, { movedFrom, ...body }]) => ({
    kind: 'WebhookEndpoint',
    key,
    body: { events: ['a.*'], ...body },
    ...(typeof movedFrom === 'string' ? { movedFrom } : {}),
  }));
  const settings = { mode: 'test', protect: false, guardrails: { limits: {} } };
  const desired = { project: 'acme', environment: 'development', settings, resources };
  return world.admin('POST', '/v1/revisions', { desired, adopt: true, dryRun: false, author: 'ada@acme.com' });
}

async function newSecret(world: WebhookWorld, key: string): Promise<string> {
  const { secret } = await world.admin('POST', `/v1/webhook-endpoints/${key}/secret`, { keepPreviousFor: '0' });
  return typeof secret === 'string' ? secret : '';
}

eachDatabase((databases) => {
  it('P05 an endpoint that is renamed is called with what was pending, signed by the secret that the server made for it', async () => {
    const world = await startWorld(await databases.shared());
    const { receiver, test } = world;
    const [one, two] = [{ url: `${receiver.url}/one` }, { url: `${receiver.url}/two` }];
    await apply(world, { a: one, b: two });
    const secrets = { a: await newSecret(world, 'a'), b: await newSecret(world, 'b') };
    receiver.behave('/one', 'down', 'good');
    const tried = await world.happen('a.tried');
    await world.deliver('a');
    await world.deliver('b');
    test.clock.advance(1_000);
    const late = await world.happen('a.late');
    // That it happened before the renaming is no reason not to tell it afterwards.
    test.clock.advance(3_600_000);
    const { changeset } = await apply(world, { b: two, c: { ...one, movedFrom: 'a' } });
    expect(changeset).toMatchObject({ changes: [{ action: 'rename', from: 'a', impact: { status: 'none' } }] });
    expect(await world.deliveries('c')).toMatchObject([{ event: tried, state: 'pending', tries: 1 }]);
    await world.deliver('c');
    await world.deliver('b');
    expect(await world.deliveries('c')).toMatchObject([
      { event: tried, state: 'delivered', calls: 2 },
      { event: late, state: 'delivered' },
    ]);
    expect(await world.deliveries('a')).toEqual([]);
    for (const [path, secret] of [
      ['/one', secrets.a],
      ['/two', secrets.b],
    ] as const) {
      const call = receiver.calls(path).at(-1);
      const signature = String(call?.headers['x-platform-signature']);
      const now = test.clock.now().getTime();
      expect(webhooks.constructEvent(call?.body ?? '', signature, secret, 300, undefined, now)).toBeTruthy();
    }
    expect(receiver.calls('/one').map(({ body }) => (JSON.parse(body) as { id: string }).id)).toEqual([
      tried,
      tried,
      late,
    ]);
  });

  it('P05 an endpoint that is renamed knows nothing of one that had its name before, and one that gets its own nothing of it', async () => {
    const database = await databases.shared();
    const world = await startWorld(database);
    const { receiver } = world;
    const [one, two] = [{ url: `${receiver.url}/one` }, { url: `${receiver.url}/two` }];
    receiver.behave('/two', 'gone');
    await apply(world, { a: one, b: two });
    const event = await world.happen('a.b');
    await world.deliver('a');
    await world.deliver('b');
    await apply(world, { a: one });
    await apply(world, { b: { ...one, movedFrom: 'a' } });
    await apply(world, { b: one, a: two });
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute(
        sql`SELECT endpoint, disabled_because AS why, secret IS NULL AS none FROM webhook_states ORDER BY endpoint`,
      ),
    );
    expect(rows).toEqual([
      { endpoint: 'a', why: null, none: true },
      { endpoint: 'b', why: null, none: false },
    ]);
    expect(await world.deliveries('b')).toMatchObject([{ event, state: 'delivered' }]);
    expect(await world.deliveries('a')).toEqual([]);
  });
});
