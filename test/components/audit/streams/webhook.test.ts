import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { signatureOf } from '../../../../src/engine/sealing/webhook-signature.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { startReceiver } from '../../../support/webhook-receiver.ts';
import { prepare } from './setting.ts';

export function linesOf(body: string): readonly JsonObject[] {
  return body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JsonObject);
}

const to = (url: string): JsonObject => ({ webhook: { url, secret: '${secrets.SECRET}' } });

eachDatabase((databases) => {
  describe('a stream to a webhook', () => {
    it('FR-A005 SC-008 gets every entry once and in order, signed, with the manifest of the part', async () => {
      const receiver = await startReceiver();
      const stream = { to: to(`${receiver.url}/siem`), tenants: ['globex'], batch: { atMost: 2 } };
      const setting = await prepare(await databases.shared(), { siem: stream });
      const ids = await setting.add(3);
      await setting.send();
      const calls = receiver.calls('/siem');
      const batches = calls.map(({ body }) => linesOf(body));
      expect(batches.map((lines) => lines.map(({ id, manifest }) => id ?? manifest))).toEqual([
        [ids[0], ids[1], expect.objectContaining({ after: 0, upTo: 2, entries: 2, first: 1, last: 2, pruned: 0 })],
        [ids[2], expect.objectContaining({ after: 2, upTo: 3, entries: 1, tenantId: 'globex', stream: 'siem' })],
      ]);
      for (const { body, headers } of calls) {
        const at = new Date(Number(/^t=(\d+)/u.exec(String(headers['x-platform-signature']))?.[1]) * 1000);
        expect(headers['x-platform-signature']).toBe(signatureOf(body, ['secret-of-streams'], at));
      }
      await setting.send();
      expect(receiver.calls('/siem')).toHaveLength(2);
    });
  });
});
