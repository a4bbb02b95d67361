import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownEventTypes } from '../../generate/sdk/typescript/own-event-types.ts';
import { typedUses } from '../../generate/sdk/typescript/typed-uses.ts';
import { useDatabases } from '../../support/databases.ts';
import { startSignedIn } from '../../support/signed-in.ts';
import { textOf } from '../../support/test-server.ts';
import { wholeTable } from '../../support/whole-table.ts';
import { InstalledPackage, type Sdk } from './installed-package.ts';

const databases = useDatabases('embedded');
let installed: InstalledPackage;
let sdk: Sdk;

beforeAll(async () => {
  installed = await InstalledPackage.pack();
  sdk = await installed.load();
});
afterAll(() => installed.dispose());

async function startLive() {
  const { Dream } = sdk;
  const live = await startSignedIn(await databases.shared(), {}, { operations: wholeTable });
  const baseUrl = await live.server.listen({ host: '127.0.0.1', port: 0 });
  const secretKey = (await live.key()).headers['authorization']?.slice('Bearer '.length) ?? '';
  return { ...live, baseUrl, client: new Dream({ baseUrl, secretKey }) };
}

test('the package holds what is built and its index of calls, and nothing of how it is made', () => {
  const { files } = installed;
  for (const needed of ['package.json', 'api.md', 'dist/index.js', 'dist/index.d.ts', 'dist/resources/tenants.d.ts']) {
    expect(files).toContain(needed);
  }
  expect(
    files.filter((path) => !/^(dist\/.*\.(js|d\.ts)|api\.md|package\.json|README\.md|LICENSE)$/u.test(path)),
  ).toEqual([]);
});

test.each(['nodenext', 'bundler'])(
  'an application that resolves by %s compiles against its declarations',
  async (by) => {
    const { directory: application } = installed;
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: [],
      module: by === 'bundler' ? 'esnext' : by,
      moduleResolution: by,
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    };
    writeFileSync(join(application, 'uses.ts'), typedUses('dream-sdk'));
    writeFileSync(join(application, ownEventTypes.path), ownEventTypes.text);
    writeFileSync(join(application, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['uses.ts'] }));
    const { stdout } = await execa('tsc', ['-p', application, '--pretty', 'false'], {
      preferLocal: true,
      reject: false,
    });
    expect(stdout).toBe('');
  },
);

test('P13 a list is a page when awaited, and all of them when gone through', async () => {
  const { client } = await startLive();
  const names = Array.from({ length: 5 }, (_, index) => `tenant-${index}`);
  for (const id of names) expect(await client.tenants.create({ id, name: id })).toMatchObject({ id, name: id });

  const first = await client.tenants.list({ pageSize: 2 });
  expect(first.data).toHaveLength(2);
  expect(first.pagination.hasNext).toBe(true);
  const found: string[] = [];
  for await (const { id } of client.tenants.list({ pageSize: 2 })) found.push(id);
  expect(found.toSorted()).toStrictEqual(['acme', 'globex', ...names]);
  const pages: number[] = [];
  for await (const { data } of client.tenants.list({ pageSize: 3 }).pages()) pages.push(data.length);
  expect(pages).toStrictEqual([3, 3, 1]);
  expect(await client.tenants.list({ pageSize: 2 }).toArray({ max: 3 })).toHaveLength(3);
});

test('P02 an error has its class, what may be shown to users, and the id of the request', async () => {
  const { client } = await startLive();
  const { NotFoundError } = sdk;
  await client.tenants.create({ id: 'tenant-0', name: 'Zero' });
  expect(await client.tenants.delete('tenant-0')).toBeUndefined();
  const thrown: unknown = await client.tenants.get('tenant-0').catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(NotFoundError);
  expect(thrown).toMatchObject({
    status: 404,
    code: 'tenants/not-found',
    userMessage: expect.stringMatching(/^[A-Z].+\.$/u),
    requestId: expect.stringMatching(/^req_/u),
  });
});

test('SD-01 what is sent again under the same key is done once', async () => {
  const { client } = await startLive();
  const once = () => client.tenants.create({ name: 'Once' }, { idempotencyKey: 'create-once' }).raw();
  const [one, other] = [await once(), await once()];
  expect(other.value).toStrictEqual(one.value);
  expect([one.status, other.status]).toStrictEqual([201, 201]);
  expect(other.headers.get('idempotent-replayed')).toBe('true');
  const named = (await client.tenants.list().toArray({ max: 100 })).filter(({ name }) => name === 'Once');
  expect(named).toHaveLength(1);
});

test('P01 clients with different keys live side by side, and each key has its mode', async () => {
  const { client, baseUrl, publishableKey, as, admin, call } = await startLive();
  const { AuthenticationError, AuthorizationError, Dream } = sdk;
  const other = await call('POST', '/v1/keys', {
    headers: admin('staging'),
    body: { type: 'secret', name: 'of a test', scopes: ['*'] },
  });
  const staging = new Dream({ baseUrl, secretKey: textOf(other.json['key']) });
  const shop = new Dream({ baseUrl, publishableKey });
  const ids = async (of: typeof client): Promise<readonly string[]> =>
    (await of.tenants.list().toArray({ max: 10 })).map(({ id }) => id).toSorted();
  await staging.tenants.create({ id: 'elsewhere', name: 'Elsewhere' });
  expect(await Promise.all([ids(client), ids(staging)])).toStrictEqual([['acme', 'globex'], ['elsewhere']]);

  expect((await shop.catalogue.plans()).data.map(({ key }) => key)).toStrictEqual(['free', 'pro']);
  await expect(shop.tenants.list()).rejects.toBeInstanceOf(AuthorizationError);
  await expect(shop.me.get()).rejects.toBeInstanceOf(AuthorizationError);
  const token = async (user: string): Promise<string> => (await as(user))['authorization']?.slice(7) ?? '';
  const mine = shop.withOptions({ userToken: await token('bob') });
  shop.setUserToken(() => token('ada'));
  expect((await shop.me.get()).id).toBe('ada');
  expect((await mine.me.get()).id).toBe('bob');
  await expect(shop.withOptions({ userToken: 'no.such.token' }).me.get()).rejects.toBeInstanceOf(AuthenticationError);
  shop.setUserToken(null);
  await expect(shop.me.get()).rejects.toBeInstanceOf(AuthorizationError);
});

test('P14 events are listed to the last, followed as they happen, and the record is given as a document', async () => {
  const { client } = await startLive();
  const types = new Set<string>();
  for await (const { type } of client.events.list({ limit: 3 })) types.add(type);
  expect(types).toContain('tenant.created');

  const stream = client.events.stream({ types: 'tenant.updated' })[Symbol.asyncIterator]();
  const next = stream.next();
  let heard = false;
  void next.then(() => (heard = true));
  for (let count = 0; !heard; count += 1) await client.tenants.update('acme', { name: `Acme ${count}` });
  const { value } = await next;
  expect(value).toMatchObject({ event: 'tenant.updated', id: expect.stringMatching(/./u) });
  expect(JSON.parse(value?.data ?? '')).toMatchObject({ type: 'tenant.updated', tenantId: 'acme' });
  await stream.return();

  const text = await client.audit.export({ tenant: 'acme' }).text();
  let length = 0;
  for await (const bytes of client.audit.export({ tenant: 'acme' })) length += bytes.byteLength;
  expect(length).toBeGreaterThan(0);
  expect(text).toContain('"manifest"');
});
