import { expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { listOf, objectOf } from '../../../../src/engine/json-fields.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { prepare } from '../alerts/alert-setting.ts';
import { addEntries } from '../alerts/sealed-entries.ts';

const day = 86_400_000;
const archive = { to: 'file:///var/archive' };

eachDatabase((databases) => {
  it('FR-A004 says how many entries of which tenants a policy archives, deletes and keeps at once', async () => {
    const { database, environmentId, server } = await prepare(await databases.shared(), {});
    const call = async (resources: JsonObject, path: string, more: JsonObject = {}) => {
      const settings = { mode: 'test', protect: false, guardrails: { limits: {} } };
      const list = Object.entries(resources).map(([key, body]) => ({ kind: 'RetentionPolicy', key, body }));
      const desired = { project: 'acme', environment: 'development', settings, resources: list };
      const { json, text } = await server.call('POST', path, { headers: server.admin(), body: { ...more, desired } });
      if (json['success'] === false) throw new Error(text);
      return json;
    };
    const impacts = async (resources: JsonObject) =>
      listOf((await call(resources, '/v1/changesets'))['changes']).map((change) =>
        objectOf(objectOf(change)['impact']),
      );
    await server.call('POST', '/v1/tenants', { headers: server.admin(), body: { id: 'globex', name: 'Globex' } });
    await addEntries(database, environmentId, [
      [0, { action: 'auth.login' }],
      [0, { action: 'billing.paid' }],
      [50 * day, { action: 'auth.login' }],
      [0, { tenantId: 'initech' }],
    ]);
    server.clock.advance(120 * day);
    expect(await impacts({ all: { keep: '90d', archive } })).toMatchObject([
      {
        status: 'some',
        reason: expect.stringMatching(/^\d+ entries are archived at once, of 3 tenants$/u) as string,
        effects: [
          {
            figure: 'tenantsWithEntriesArchived',
            count: 3,
            affected: [
              { name: 'Globex (3)', tenant: 'globex' },
              { name: 'initech (1)', tenant: 'initech' },
              { name: expect.stringMatching(/^the environment itself \(\d+\)$/u) as string },
            ],
          },
        ],
      },
    ]);
    await call({ all: { keep: '200d', archive } }, '/v1/revisions', { author: 'ada', adopt: false, dryRun: false });
    const globex = { keep: '90d', appliesTo: { tenants: ['globex'], actions: ['auth.*'] } };
    expect(await impacts({ all: { keep: '200d', archive }, globex })).toMatchObject([
      {
        reason: '1 entry is deleted at once, of 1 tenant',
        figures: { tenantsWithEntriesDeleted: 1 },
        effects: [{ affected: [{ name: 'Globex (1)' }] }],
      },
    ]);
    // What an immutable policy archives, a more specific one without an archive does not delete.
    expect(
      await impacts({ all: { keep: '200d', archive }, promise: { keep: '90d', archive, immutable: true }, globex }),
    ).toMatchObject([{ figures: { tenantsWithEntriesArchived: 1 } }, { figures: { tenantsWithEntriesArchived: 1 } }]);
    server.clock.advance(100 * day);
    const before = await impacts({ all: { keep: '300d', archive } });
    expect(before).toMatchObject([{ effects: [{ figure: 'tenantsWithEntriesKept' }] }]);
    expect(await impacts({ all: { keep: '200d', archive, description: 'As ever.' } })).toMatchObject([
      {
        status: 'none',
        reason: 'no entry is over its time because of it, and none is kept longer; no archive is removed',
      },
    ]);
  });
});
