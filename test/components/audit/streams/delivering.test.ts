import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { SealedEntry } from '../../../../src/components/audit/entries/entry.ts';
import { openCheckpoint } from '../../../../src/components/audit/proof/checkpoint.ts';
import { Frontier } from '../../../../src/components/audit/proof/frontier.ts';
import { leafHash } from '../../../../src/components/audit/proof/hash.ts';
import { parseVerifier } from '../../../../src/components/audit/proof/note.ts';
import { claim } from '../../../../src/components/audit/streams/sending/claim.ts';
import { sendBatch } from '../../../../src/components/audit/streams/sinks/send-batch.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { listOf, objectOf, textOf } from '../../../../src/engine/json-fields.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { type Receiver, startReceiver } from '../../../support/webhook-receiver.ts';
import { prepare, type StreamSetting } from './setting.ts';

const second = 1_000;
const day = 86_400_000;

function stream(receiver: Receiver, key: string, more: JsonObject = {}): JsonObject {
  const webhook = { url: `${receiver.url}/${key}`, secret: '${secrets.SECRET}' };
  return { to: { webhook }, tenants: ['globex'], ...more };
}

function lines(receiver: Receiver, key: string): readonly JsonObject[] {
  const bodies = receiver.calls(`/${key}`).map(({ body }) => body);
  return bodies.flatMap((body) => body.trimEnd().split('\n')).map((line) => JSON.parse(line) as JsonObject);
}

/** Ids of the entries that came, in order. */
function idsOf(receiver: Receiver, key: string): readonly unknown[] {
  return lines(receiver, key).flatMap(({ id }) => (id === undefined ? [] : [id]));
}

function manifests(receiver: Receiver, key: string): readonly JsonObject[] {
  return lines(receiver, key).flatMap(({ manifest }) => (manifest === undefined ? [] : [objectOf(manifest)]));
}

async function stateOf({ list }: StreamSetting, key: string): Promise<JsonObject | undefined> {
  return (await list()).find((one) => one['key'] === key);
}

anyDatabase((databases) => {
  describe('what is streamed', () => {
    it('FR-A005 is lost by no receiver that is down, and comes again until it is taken', async () => {
      const receiver = await startReceiver();
      receiver.behave('/siem', 'down', 'redirecting', 'reset', 'busy', 'good');
      const setting = await prepare(await databases.shared(), { siem: stream(receiver, 'siem') });
      const ids = await setting.add(2);
      const seen: unknown[] = [];
      for (const wait of [0, 1, 2, 4, 3_599, 1]) {
        setting.test.clock.advance(wait * second);
        await setting.send();
        const { failures, state } = (await stateOf(setting, 'siem')) ?? {};
        seen.push([state, failures]);
      }
      // The fourth answer asks to wait for an hour.
      const failing = [1, 2, 3, 4, 4].map((failures) => ['failing', failures]);
      expect(seen).toEqual([...failing, ['active', 0]]);
      expect(idsOf(receiver, 'siem').slice(-2)).toEqual(ids);
    });

    it('FR-A005 comes twice rather than never from a server that is killed before it has written down that it was taken', async () => {
      const receiver = await startReceiver();
      const setting = await prepare(await databases.shared(), { siem: stream(receiver, 'siem') });
      const ids = await setting.add(2);
      const { clock } = setting.test;
      const claimed = await setting.database.withEnvironment(setting.scope, 'write', (session) =>
        claim(session, 'siem', clock.now(), setting.tools),
      );
      if (typeof claimed === 'string' || 'missing' in claimed.to) throw new Error('there is a batch to send');
      const { signal } = new AbortController();
      expect(await sendBatch(claimed.batch, claimed.to, { ...setting.tools, signal })).toBe('taken');
      // Nobody else sends it while that server may still be at it.
      clock.advance(29 * second);
      await setting.send();
      expect(idsOf(receiver, 'siem')).toEqual(ids);
      clock.advance(second);
      await setting.send();
      expect(idsOf(receiver, 'siem')).toEqual([...ids, ...ids]);
      const more = await setting.add(1);
      await setting.send();
      expect(idsOf(receiver, 'siem')).toEqual([...ids, ...ids, ...more]);
    });

    it('FR-A005 reaches everybody else while one receiver hangs', async () => {
      const receiver = await startReceiver();
      receiver.behave('/dead', 'hanging');
      const setting = await prepare(await databases.shared(), {
        dead: stream(receiver, 'dead'),
        fast: stream(receiver, 'fast', { batch: { atMost: 1 } }),
      });
      const ids = await setting.add(3);
      const stopped = new AbortController();
      const sending = setting.send(stopped.signal);
      await receiver.called('/dead', 1);
      await receiver.called('/fast', 3);
      stopped.abort();
      await sending;
      expect(idsOf(receiver, 'fast')).toEqual(ids);
      // A server that stops takes nobody for dead.
      expect(await stateOf(setting, 'dead')).toMatchObject({ state: 'active', behind: { entries: 3 } });
      receiver.behave('/dead', 'good');
      await setting.send();
      expect(idsOf(receiver, 'dead').slice(-3)).toEqual(ids);
    });

    it('FR-A005 is in error after seven days, still tried, and all there when it gets through', async () => {
      const receiver = await startReceiver();
      receiver.behave('/siem', 'down');
      const setting = await prepare(await databases.shared(), { siem: stream(receiver, 'siem') });
      const ids = [...(await setting.add(1))];
      await setting.send();
      setting.test.clock.advance(7 * day - second);
      expect(await stateOf(setting, 'siem')).toMatchObject({ state: 'failing' });
      setting.test.clock.advance(second);
      ids.push(...(await setting.add(1)));
      await setting.send();
      expect(await stateOf(setting, 'siem')).toMatchObject({ state: 'error', behind: { entries: 2 } });
      receiver.behave('/siem', 'good');
      setting.test.clock.advance(3_600 * second);
      await setting.send();
      expect(await stateOf(setting, 'siem')).toMatchObject({ state: 'active', behind: { entries: 0 } });
      expect(idsOf(receiver, 'siem').slice(-2)).toEqual(ids);
    });

    it('FR-A005 FR-A007 comes with a signed checkpoint, by which what is missing at the end shows', async () => {
      const receiver = await startReceiver();
      const setting = await prepare(await databases.shared(), { siem: stream(receiver, 'siem') });
      await setting.add(3);
      await setting.send();
      const tree = Frontier.empty();
      for (const body of bodiesOf(receiver, 'siem')) tree.append(leafHash(body));
      const [manifest] = manifests(receiver, 'siem');
      const verifier = parseVerifier(await publicKey(setting));
      const checkpoint = openCheckpoint(textOf(manifest?.['checkpoint']) ?? '', verifier === null ? [] : [verifier]);
      expect(checkpoint).toMatchObject({ checkpoint: { size: tree.size, root: tree.root() } });
    });

    it('FR-A005 says how many entries were deleted before they could be sent', async () => {
      const receiver = await startReceiver();
      const setting = await prepare(await databases.shared(), { siem: stream(receiver, 'siem') });
      const [, second, , last] = await setting.add(4);
      await setting.database.withControlPlane('write', async (tx) => {
        await tx.execute(sql`SET LOCAL ROLE NONE`);
        await tx.execute(sql`DELETE FROM audit_entries WHERE id = ${second}`);
        await tx.execute(sql`DELETE FROM audit_seals WHERE entry_id = ${last}`);
      });
      await setting.send();
      expect(manifests(receiver, 'siem')).toEqual([expect.objectContaining({ upTo: 4, entries: 2, pruned: 2 })]);
      expect(await stateOf(setting, 'siem')).toMatchObject({ pruned: 2, behind: { entries: 0 } });
    });

    it('FR-A005 FR-A004 accounts for every place of the chain, wherever retention has taken entries out and however small the batches', async () => {
      const receiver = await startReceiver();
      receiver.behave('/siem', 'down', 'good');
      const batch = { atMost: 2 };
      const setting = await prepare(await databases.shared(), { siem: stream(receiver, 'siem', { batch }) });
      const ids = await setting.add(9);
      await setting.send();
      const gone = [1, 3, 4, 8, 9].map((sequence) => ids[sequence - 1]);
      await setting.database.withControlPlane('write', async (tx) => {
        await tx.execute(sql`SET LOCAL ROLE NONE`);
        await tx.execute(sql`DELETE FROM audit_entries WHERE id = ANY(${sql.param(gone)}::text[])`);
        await tx.execute(sql`DELETE FROM audit_seals WHERE entry_id = ANY(${sql.param(gone)}::text[])`);
      });
      setting.test.clock.advance(second);
      await setting.send();
      const parts = manifests(receiver, 'siem').slice(1);
      let place = 0;
      for (const { after, entries, pruned, upTo } of parts) {
        expect([after, upTo]).toEqual([place, place + Number(entries) + Number(pruned)]);
        place = Number(upTo);
      }
      expect([place, parts.reduce((sum, { pruned }) => sum + Number(pruned), 0)]).toEqual([9, 5]);
      expect(idsOf(receiver, 'siem').slice(-4)).toEqual([2, 5, 6, 7].map((sequence) => ids[sequence - 1]));
      expect(await stateOf(setting, 'siem')).toMatchObject({ pruned: 5, behind: { entries: 0 } });
    });
  });

  describe('a stream', () => {
    it('FR-A005 sends what its filter wants, and begins where the chains stood when it was applied', async () => {
      const receiver = await startReceiver();
      const setting = await prepare(await databases.shared(), {});
      await setting.add(2);
      await setting.apply({ siem: stream(receiver, 'siem', { only: { action: 'auth.*', outcome: 'denied' } }) });
      await setting.add(2);
      const wanted = await setting.add(1, { outcome: 'denied' });
      await setting.add(1);
      await setting.send();
      expect(idsOf(receiver, 'siem')).toEqual(wanted);
      expect(manifests(receiver, 'siem')).toMatchObject([{ after: 2, upTo: 6, entries: 1 }]);
      await setting.add(1);
      await setting.send();
      expect(receiver.calls()).toHaveLength(1);
      expect(await stateOf(setting, 'siem')).toMatchObject({ behind: { entries: 0 } });
    });

    it('goes on under another name, sends later what comes while it is disabled, and ends when it is deleted', async () => {
      const receiver = await startReceiver();
      const setting = await prepare(await databases.shared(), { siem: stream(receiver, 'siem') });
      await setting.add(1);
      await setting.send();
      await setting.apply({ other: stream(receiver, 'siem', { enabled: false }) }, { other: 'siem' });
      const ids = await setting.add(1);
      await setting.send();
      expect(receiver.calls()).toHaveLength(1);
      await setting.apply({ other: stream(receiver, 'siem') });
      await setting.send();
      expect(idsOf(receiver, 'siem').slice(1)).toEqual(ids);
      await setting.apply({});
      const { rows } = await setting.database.withControlPlane('read', (tx) =>
        tx.execute(sql`SELECT stream FROM audit_stream_states UNION ALL SELECT stream FROM audit_stream_places`),
      );
      expect(rows).toEqual([]);
    });

    it('FR-A005 sends once more from an entry on when somebody asks, and at once', async () => {
      const receiver = await startReceiver();
      const setting = await prepare(await databases.shared(), { siem: stream(receiver, 'siem') });
      const ids = await setting.add(3);
      await setting.send();
      const { call, admin } = setting.test;
      const path = '/v1/audit/streams/siem';
      const asked = await call('POST', `${path}/replay`, { headers: admin(), body: { from: 2, tenant: 'globex' } });
      const chains = [{ tenant: 'globex', sequence: 1, size: 3, checkpoint: 0, pruned: 0 }];
      expect(asked.json).toMatchObject({ chains, behind: { entries: 2 } });
      await setting.send();
      expect(idsOf(receiver, 'siem')).toEqual([...ids, ...ids.slice(1)]);
      const stands = await call('GET', path, { headers: admin() });
      expect(stands.json).toMatchObject({ chains: [{ ...chains[0], sequence: 3, checkpoint: 3 }] });
      const none = await call('POST', '/v1/audit/streams/none/replay', { headers: admin(), body: {} });
      expect([none.status, none.code]).toEqual([404, 'audit/unknown-stream']);
    });
  });
});

/** The stored bodies, cut out of the lines. */
function bodiesOf(receiver: Receiver, key: string): readonly SealedEntry['body'][] {
  const all = receiver.calls(`/${key}`).flatMap(({ body }) => body.trimEnd().split('\n'));
  return all
    .filter((line) => line.startsWith('{"sequence":'))
    .map((line) => `{${line.slice(line.indexOf(',', line.indexOf('"bytes":')) + 1)}`);
}

async function publicKey({ test }: StreamSetting): Promise<string> {
  const answer = await test.call('GET', '/v1/audit/keys', { headers: test.admin() });
  return textOf(objectOf(listOf(answer.json['data'])[0])['key']) ?? '';
}
