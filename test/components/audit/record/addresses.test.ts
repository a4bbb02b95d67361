import { expect, it } from 'vitest';
import { listOf, objectOf } from '../../../../src/engine/json-fields.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { entries, login, started } from './recording.ts';

const written = [
  ['2001:0DB8::0001', '2001:db8::1'],
  ['2001:db8:0:0:0:0:0:1', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['::ffff:8.8.8.8', '8.8.8.8'],
  ['::FFFF:808:808', '8.8.8.8'],
  ['8.8.8.8:443', '8.8.8.8'],
  [' 8.8.8.8 ', '8.8.8.8'],
] as const;

anyDatabase((databases) => {
  it('FR-A001 an address that is reported is written in the one way of all, and found however it is asked for', async () => {
    const database = await databases.shared();
    const { call, send, admin } = await started(database);
    const sent = written.map(([ip]) => ({ ...login, actor: { id: 'ada', ip } }));
    expect((await send('/v1/audit/entries/batch', { entries: sent })).status).toBe(201);
    const actors = (await entries(database)).map(({ actor }) => objectOf(actor));
    expect(actors.map(({ ip }) => ip)).toEqual(written.map(([, plain]) => plain));
    for (const [ip, plain] of written) {
      const answer = await call('GET', `/v1/audit/entries?ip=${encodeURIComponent(ip)}`, { headers: admin() });
      expect(listOf(answer.json['data'])).toHaveLength(written.filter(([, other]) => other === plain).length);
    }
  });

  it('FR-A001 what is sent as an address and is none keeps nothing out of the record, and is kept beside', async () => {
    const database = await databases.shared();
    const { send } = await started(database);
    const none = ['not an ip', '?', '8.8.8.8.8', '203.0.113.7, 10.0.0.1', `fe80::1%${'z'.repeat(5_000)}`];
    for (const ip of none) {
      expect((await send('/v1/audit/entries', { ...login, actor: { id: 'ada', ip } })).status).toBe(201);
    }
    const actors = (await entries(database)).map(({ actor }) => objectOf(actor));
    expect(actors.slice(0, 4)).toEqual(none.slice(0, 4).map((invalidIp) => ({ type: 'user', id: 'ada', invalidIp })));
    expect(actors[4]).toEqual({ type: 'user', id: 'ada', invalidIp: expect.stringContaining('of 5008 bytes]') });
  });
});
