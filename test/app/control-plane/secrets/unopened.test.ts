import { randomBytes } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countUnopened } from '../../../../src/app/control-plane/secrets/count-unopened.ts';
import type { ControlPlane } from '../../../../src/app/control-plane-client.ts';
import { openControlPlane } from '../../../../src/app/open-control-plane.ts';
import { components } from '../../../../src/components/index.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { projectFolder } from '../../../support/project-folder.ts';
import { refusal } from '../../../support/refusal.ts';
import { startServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';

const target = { project: 'acme', environment: 'development', mode: 'test' } as const;

async function secretsPresent(controlPlane: ControlPlane) {
  return (await controlPlane.status()).conditions.find(({ type }) => type === 'SecretsPresent');
}

it('a lost master key is not replaced without a word, and with another one the status names what it does not open', async () => {
  const directory = projectFolder({});
  const file = join(directory, '.dream/master.key');
  const open = async <T>(use: (controlPlane: ControlPlane) => Promise<T>, variables = {}): Promise<T> => {
    const controlPlane = await openControlPlane({ host: { ...createHost(), variables }, directory, ...target });
    try {
      return await use(controlPlane);
    } finally {
      await controlPlane.close();
    }
  };
  await open(({ secrets }) => secrets.set('TOKEN', 'of-a-service'));

  renameSync(file, `${file}.elsewhere`);
  expect(await refusal(open(secretsPresent))).toMatchObject({
    code: 'secrets/master-key-gone',
    message: expect.stringContaining(
      `${file} is not there, and the database holds a secret that only the key in it opens`,
    ),
  });
  expect(existsSync(file)).toBe(false);

  const another = { DREAM_MASTER_KEY: randomBytes(32).toString('base64') };
  expect(await open(secretsPresent, another)).toMatchObject({
    status: 'false',
    reason: 'SecretsNotOpened',
    message:
      'sealed with another master key than that of this server; give it that key, or set again with `dream secrets set`: TOKEN',
  });

  renameSync(`${file}.elsewhere`, file);
  expect(await open(secretsPresent)).toMatchObject({ status: 'true', reason: 'AllSet' });

  const mended = await open(async (controlPlane) => {
    await controlPlane.secrets.set('TOKEN', 'of-a-service');
    return secretsPresent(controlPlane);
  }, another);
  expect(mended).toMatchObject({ status: 'true', reason: 'AllSet' });
});

eachDatabase((databases) => {
  it('secrets of every environment are counted that a master key does not open, those of webhooks too', async () => {
    const database = await databases.shared();
    const { admin, call, masterKey } = await startServer(database, { operations: wholeTable });
    const counts = async () =>
      Promise.all([masterKey, randomBytes(32), null].map((key) => countUnopened(database, components, key)));
    expect(await counts()).toStrictEqual([0, 0, 0]);
    for (const environment of ['development', 'staging']) {
      await call('PUT', '/v1/secrets/TOKEN', { headers: admin(environment), body: { value: 'x' } });
    }
    expect(await counts()).toStrictEqual([0, 2, 2]);
    const endpoint = { body: { url: 'https://hooks.example.com/main', events: ['*'] } };
    await call('PUT', '/v1/resources/WebhookEndpoint/main', { headers: admin(), body: endpoint });
    expect(await counts()).toStrictEqual([0, 2, 2]);
    const made = await call('POST', '/v1/webhook-endpoints/main/secret', { headers: admin(), body: {} });
    expect(made.status).toBe(200);
    expect(await counts()).toStrictEqual([0, 3, 3]);
  });

  it('a server without a master key does not say that all is well where secrets are set', async () => {
    const database = await databases.shared();
    const { admin, call } = await startServer(database);
    await call('PUT', '/v1/secrets/TOKEN', { headers: admin(), body: { value: 'x' } });
    const without = await startServer(database, { operations: (host) => wholeTable(host, null), masterKey: null });
    const status = await without.call('GET', '/v1/status', { headers: without.admin() });
    expect(status.json['conditions']).toContainEqual({
      type: 'SecretsPresent',
      status: 'false',
      reason: 'SecretsNotOpened',
      message: 'the server has no DREAM_MASTER_KEY to open what is set: TOKEN',
      observedRevision: 0,
    });
  });
});
