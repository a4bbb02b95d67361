import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { objectOf } from '../../../../src/engine/json-fields.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { type Receiver, startReceiver } from '../../../support/webhook-receiver.ts';
import { instant } from '../alerts/entries.ts';
import { prepare, type StreamSetting } from './setting.ts';

const minute = 60_000;

function stream(receiver: Receiver, more: JsonObject = {}, path = '/siem'): JsonObject {
  return { to: { webhook: { url: `${receiver.url}${path}`, secret: '${secrets.SECRET}' } }, ...more };
}

/** So long after the entries were written. */
function wait({ test: { clock } }: StreamSetting, milliseconds: number): void {
  clock.advance(Date.parse(instant(milliseconds)) - clock.now().getTime());
}

/** Of the one stream, were it so; undefined: deleted. */
async function impactOf({ test }: StreamSetting, body?: JsonObject, from?: string): Promise<JsonObject> {
  const { call, admin } = test;
  const key = from === undefined ? 'siem' : 'renamed';
  const one = body === undefined ? [] : [{ kind: 'AuditStream', key, body, ...(from && { movedFrom: from }) }];
  const settings = { mode: 'test', protect: false, guardrails: { limits: {} } };
  const desired = { project: 'acme', environment: 'development', settings, resources: one };
  const { json } = await call('POST', '/v1/changesets', { headers: admin(), body: { desired } });
  const [change] = json['changes'] as readonly JsonObject[];
  return objectOf(change?.['impact']);
}

anyDatabase((databases) => {
  describe('the impact of a stream', () => {
    it('is what it has not sent, when it goes', async () => {
      const receiver = await startReceiver();
      const setting = await prepare(await databases.shared(), { siem: stream(receiver, { tenants: ['globex'] }) });
      await setting.add(2);
      wait(setting, minute - 1_000);
      // On its way: a stream that keeps up is behind in one moment, and not in the next.
      expect(await impactOf(setting)).toEqual({
        status: 'none',
        reason: 'it has sent what there was a minute ago; nothing is sent from now on',
      });
      wait(setting, minute + 1_000);
      expect(await impactOf(setting)).toMatchObject({
        status: 'some',
        reason: '2 entries that are not sent yet never are, of 1 tenant',
        figures: { tenantsWithEntriesUnsent: 1 },
        effects: [{ affected: [{ name: 'globex (2)', tenant: 'globex' }] }],
      });
      await setting.send();
      expect(await impactOf(setting)).toMatchObject({ status: 'none' });
    });

    it('counts the chain of the environment itself too, and those of tenants that it is for no more', async () => {
      const receiver = await startReceiver();
      const setting = await prepare(await databases.shared(), { siem: stream(receiver) });
      await setting.add(1);
      wait(setting, 2 * minute);
      const reason = /^\d+ entries that are not sent yet never are, of the environment itself and 1 tenant$/u;
      expect(await impactOf(setting)).toMatchObject({
        reason: expect.stringMatching(reason),
        figures: { tenantsWithEntriesUnsent: 2 },
      });
      expect(await impactOf(setting, stream(receiver, { tenants: ['globex'] }))).toMatchObject({
        reason: expect.stringMatching(/^\d+ entries that are not sent yet are left out, of the environment itself$/u),
        figures: { tenantsWithEntriesUnsent: 1 },
        effects: [{ affected: [{ name: expect.stringMatching(/^the environment itself \(\d+\)$/u) }] }],
      });
    });

    it('is none of one that keeps its places', async () => {
      const receiver = await startReceiver();
      const setting = await prepare(await databases.shared(), { siem: stream(receiver) });
      await setting.add(1);
      wait(setting, 2 * minute);
      const stays = 'it keeps its places; nobody has more or less of anything';
      expect(await impactOf(setting, stream(receiver, { enabled: false }))).toEqual({ status: 'none', reason: stays });
      expect(await impactOf(setting, stream(receiver), 'siem')).toMatchObject({ status: 'none', reason: stays });
      expect(await impactOf(setting, stream(receiver, {}, '/other'))).toEqual({
        status: 'none',
        reason: 'it keeps its places: what it has not sent yet is sent to where entries go from now on',
      });
    });
  });
});
