import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { alertWorker } from '../../../../src/components/audit/alerts/watch/alert-worker.ts';
import { createSealer } from '../../../../src/components/audit/sealing/sealer.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { listOf, objectOf } from '../../../../src/engine/json-fields.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { applyResources } from '../../../support/apply-resources.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { startServer } from '../../../support/test-server.ts';
import { recordingBeside, thePorts, wholeTable } from '../../../support/whole-table.ts';
import { resourcesOf } from './alert-setting.ts';

const attempt = { action: 'auth.login', outcome: 'failure', actor: { id: 'ada', ip: '192.0.2.7' } };
const rules = {
  'brute-force': {
    when: { action: 'auth.login', outcome: 'failure' },
    count: { atLeast: 5, within: '10m', by: 'actor.id' },
    cooldown: '1h',
  },
  // Raised when all that came before it has been looked at.
  mark: { when: { action: 'test.mark' } },
};

anyDatabase((databases) => {
  it('FR-A006 the fifth failed login that the product records raises the alarm, and the sixth none', async () => {
    const host = createHost();
    const { conditions, webhooks } = thePorts;
    if (conditions === undefined) throw new TypeError('nobody runs conditions');
    const beside = recordingBeside(host);
    const workers = [
      createSealer({ host, masterKey: null }),
      alertWorker({ conditions, webhooks, record: beside, ids: host.ids }),
    ];
    const dream = await startServer(await databases.shared(), { operations: wholeTable, workers });
    await applyResources(dream, resourcesOf(rules));
    dream.server.startWork();
    const record = (entry: JsonObject) =>
      dream.call('POST', '/v1/audit/entries', { headers: dream.admin(), body: entry });
    const firingsOf = async (rule: string): Promise<readonly JsonObject[]> => {
      const { json } = await dream.call('GET', `/v1/alerts/firings?rule=${rule}`, { headers: dream.admin() });
      return listOf(json['data']).map(objectOf);
    };
    const allSeen = async (marks: number): Promise<void> => {
      await record({ action: 'test.mark', actor: { id: 'test' } });
      while ((await firingsOf('mark')).length < marks) await pause(10);
    };
    for (let count = 0; count < 4; count += 1) await record(attempt);
    await record({ ...attempt, outcome: 'success' });
    await record({ ...attempt, actor: { id: 'bob' } });
    await allSeen(1);
    expect(await firingsOf('brute-force')).toEqual([]);
    await record(attempt);
    while ((await firingsOf('brute-force')).length === 0) await pause(10);
    for (let count = 0; count < 6; count += 1) await record(attempt);
    await allSeen(2);
    expect(await firingsOf('brute-force')).toMatchObject([{ key: 'ada', count: 5, tenant: null }]);
  });
});
