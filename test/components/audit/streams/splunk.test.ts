import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { numberOf, objectOf } from '../../../../src/engine/json-fields.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { type Collector, startCollector } from '../../../support/splunk-collector.ts';
import { prepare } from './setting.ts';

const second = 1_000;

function stream(url: string, more: JsonObject = {}): JsonObject {
  const splunk = { url, token: '${secrets.SECRET}', index: 'security', acknowledgement: true, ...more };
  return { to: { splunk }, tenants: ['globex'] };
}

/** Sequences of entries; of a manifest, how far it goes. */
function sequences(collector: Collector): readonly unknown[] {
  return collector.events().map(({ fields }) => {
    const { manifest, sequence, upTo } = objectOf(fields);
    return manifest === 'true' ? `up to ${numberOf(upTo)}` : sequence;
  });
}

anyDatabase((databases) => {
  describe("a stream to Splunk's HTTP Event Collector", () => {
    it('FR-A005 SC-008 has sent what the collector has acknowledged, in a channel of its own', async () => {
      const collector = await startCollector('secret-of-streams');
      collector.acknowledge(2);
      const setting = await prepare(await databases.shared(), { siem: stream(collector.url) });
      const [id] = await setting.add(2);
      await setting.send();
      expect(sequences(collector)).toEqual([1, 2, 'up to 2']);
      expect(collector.events()[0]).toEqual({
        host: 'acme/development',
        source: 'dream',
        sourcetype: 'dream:audit',
        index: 'security',
        time: expect.any(Number) as number,
        fields: { tenant: 'globex', sequence: 1 },
        event: expect.objectContaining({ sequence: 1, id, tenantId: 'globex' }) as JsonObject,
      });
      expect(collector.batches).toEqual([expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u)]);
    });

    it('FR-A005 sends again what was answered 200 and never indexed, and waits for one that is busy', async () => {
      const collector = await startCollector('secret-of-streams');
      collector.behave('forgetful', 'busy', 'good');
      const setting = await prepare(await databases.shared(), { siem: stream(collector.url) });
      await setting.add(1);
      await setting.send();
      const [failing] = await setting.list();
      expect(failing).toMatchObject({ state: 'failing', lastError: 'answered 503: Server is shutting down (23)' });
      setting.test.clock.advance(second);
      await setting.send();
      expect((await setting.list())[0]).toMatchObject({ failures: 2, lastError: 'answered 503: Server is busy (9)' });
      expect(sequences(collector)).toEqual([]);
      setting.test.clock.advance(2 * second);
      await setting.send();
      expect(sequences(collector)).toEqual([1, 'up to 1']);
      expect((await setting.list())[0]).toMatchObject({ state: 'active', lastError: null, behind: { entries: 0 } });
    });

    it('FR-A005 sends less at once to a collector that says it is too much', async () => {
      const collector = await startCollector('secret-of-streams', { acknowledging: false });
      collector.behave('too-large');
      const setting = await prepare(await databases.shared(), {
        siem: stream(collector.url, { acknowledgement: false }),
      });
      await setting.add(5);
      for (let round = 0; round < 4; round += 1) {
        await setting.send();
        setting.test.clock.advance(2 * second);
      }
      expect(sequences(collector).filter((sequence) => typeof sequence === 'number')).toEqual([1, 2, 3, 4, 5]);
    });

    it('says what is wrong with a token, and never the token', async () => {
      const collector = await startCollector('another');
      const setting = await prepare(await databases.shared(), { siem: stream(collector.url) });
      await setting.add(1);
      await setting.send();
      const status = await setting.test.call('GET', '/v1/status', { headers: setting.test.admin() });
      expect(status.json['conditions']).toContainEqual(
        expect.objectContaining({
          type: 'AuditStream/siem',
          status: 'false',
          reason: 'Failing',
          message: expect.stringMatching(
            /^answered 403: Invalid token \(4\), since .*; is 1 entry and \d+ s behind, nothing was sent yet$/u,
          ) as string,
        }),
      );
      expect(status.text + JSON.stringify(await setting.list())).not.toContain('secret-of-streams');
    });
  });
});
