// What the SDK answers by itself, held against a server that changes its mind.
import { expect, onTestFinished, test } from 'vitest';
import { EntitlementClient } from '../../../sdks/typescript/src/entitlements/index.ts';
import { FlagClient, type FlagKey, RemoteFlagClient } from '../../../sdks/typescript/src/flags/client/index.ts';
import { Dream } from '../../../sdks/typescript/src/index.ts';
import { PermissionClient } from '../../../sdks/typescript/src/permissions/index.ts';
import { flag, flagServer, gated } from '../../components/features/delivery/support/flag-server.ts';
import { resource } from '../../support/control-plane.ts';
import { useDatabases } from '../../support/databases.ts';
import { textOf } from '../../support/test-server.ts';

const databases = useDatabases('embedded');

function access(viewerMay: readonly string[]) {
  return [
    resource('ResourceType', 'invoice', {
      actions: ['read', 'approve', 'delete'],
      scopes: { own: 'resource.createdBy == user.key' },
      relations: { owner: 'user' },
      grants: { owner: ['delete'] },
    }),
    resource('Role', 'viewer', {
      permissions: [...viewerMay, 'invoice:approve'],
      conditions: { 'invoice:approve': 'resource.amount < 100.0' },
    }),
  ];
}

async function started() {
  const server = await flagServer(await databases.shared());
  const { key: secretKey } = await server.key('secret');
  return { server, secretKey, client: new Dream({ baseUrl: server.url, secretKey }) };
}

test('P03 permissions are answered as the server answers them, and what is applied is heard of', async () => {
  const { client, server } = await started();
  await server.apply(access(['invoice:read']));
  await server.send('POST', '/v1/tenants', { id: 'acme', name: 'Acme' });
  await server.send('POST', '/v1/users', { id: 'ada' });
  await server.send('POST', '/v1/tenants/acme/members', { userId: 'ada', roles: ['viewer'] });
  // Long enough that nothing but the stream can tell of a change.
  const permissions = new PermissionClient({ client, refreshInterval: 3_600_000 });
  onTestFinished(() => void permissions.close());
  expect(await permissions.ready({ timeoutMs: 60_000 })).toBe(true);
  const claims = { roleSlugs: ['viewer'] };
  const answers = () =>
    ['invoice:read', 'invoice:read:own', 'invoice:approve', 'invoice:delete'].flatMap((permission) => [
      permissions.can(claims, permission),
      permissions.can(claims, permission, { id: '42' }),
    ]);
  expect(answers()).toEqual(['yes', 'yes', 'yes', 'yes', 'ask', 'ask', 'no', 'ask']);
  const asked = (permission: string, amount: number) =>
    permissions.check({
      who: claims,
      permission,
      resource: { id: '42', properties: { amount } },
      subject: { id: 'ada' },
      tenant: 'acme',
    });
  expect(
    await Promise.all([asked('invoice:read', 1), asked('invoice:approve', 99), asked('invoice:approve', 100)]),
  ).toEqual([true, true, false]);
  expect(await asked('invoice:delete', 1)).toBe(false);
  const tuple = { resource: { type: 'invoice', id: '42' }, relation: 'owner', subject: { type: 'user', id: 'ada' } };
  await server.send('POST', '/v1/tenants/acme/relationships', { add: [tuple] });
  expect(await asked('invoice:delete', 1)).toBe(true);

  // A stream that was asked for a moment ago may not be open yet: so it is applied until it is heard of.
  const before = permissions.policy?.revision ?? 0;
  for (let count = 0; permissions.policy?.revision === before; count += 1) {
    await server.apply([...access(['invoice:read:own']), flag('unrelated', count % 2 === 0)]);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(answers()).toEqual(['ask', 'ask', 'yes', 'ask', 'ask', 'ask', 'no', 'ask']);
});

test('P03 what is answered here is in the decision log', async () => {
  const { secretKey, server } = await started();
  await server.apply(access(['invoice:read']));
  for (const id of ['acme', 'globex']) await server.send('POST', '/v1/tenants', { id, name: id });
  // Any tenant of the client is no obstacle to what is about another.
  const client = new Dream({ baseUrl: server.url, secretKey, tenant: 'acme' });
  const problems: string[] = [];
  const permissions = new PermissionClient({ client, stream: false, onProblem: (problem) => problems.push(problem) });
  expect(await permissions.ready({ timeoutMs: 60_000 })).toBe(true);
  const ada = { roleSlugs: ['viewer'], sub: 'ada' };
  expect(permissions.can({ ...ada, tenantId: 'globex' }, 'invoice:read:own')).toBe('yes');
  expect(permissions.can({ ...ada, tenantId: 'gone' }, 'invoice:read')).toBe('yes');
  expect(permissions.can(ada, 'invoice:delete')).toBe('no');
  const subject = { id: 'svc_1', type: 'service-account' } as const;
  const resource = { id: '42', properties: { amount: 5 } };
  expect(await permissions.check({ who: ['viewer'], permission: 'invoice:read', resource, subject })).toBe(true);
  await permissions.flush();
  permissions.can(ada, 'invoice:read');
  await permissions.close();
  const logged = await client.access.decisions.list({}, { tenant: null }).toArray({ max: 10 });
  const told = logged.map((one) =>
    [one.tenant, one.subject.type, one.subject.id, one.action, one.resource.id, one.allowed, one.reported].join(' '),
  );
  expect(told.toSorted()).toEqual([
    'acme service-account svc_1 read 42 true true',
    'acme user ada delete  false true',
    'acme user ada read  true true',
    'globex user ada read:own  true true',
  ]);
  expect(new Set(logged.map((one) => one.policyRevision))).toEqual(new Set([permissions.policy?.revision]));
  expect(problems).toEqual(['decisions were not logged, since there are no such tenants: gone']);

  const { key } = await server.send('POST', '/v1/keys', { type: 'secret', name: 'reads', scopes: ['access:read'] });
  const reader = new Dream({ baseUrl: server.url, secretKey: textOf(key) });
  const refused = new PermissionClient({ client: reader, stream: false, onProblem: (told) => problems.push(told) });
  await refused.ready({ timeoutMs: 60_000 });
  refused.can(ada, 'invoice:read');
  await refused.flush();
  expect(refused.can(ada, 'invoice:read')).toBe('yes');
  await refused.close();
  expect(problems.slice(1)).toEqual([
    expect.stringMatching(/^decisions are not reported any more: AuthorizationError: 403 auth\/scope-missing: /),
  ]);
});

test('P12 entitlements are those of the plan that the tenant is on', async () => {
  const { client, server } = await started();
  await server.apply([
    ...gated('reports', 'reporting'),
    resource('Entitlement', 'seats', { type: 'quantity', plans: { pro: 5 } }),
  ]);
  await server.send('POST', '/v1/tenants', { id: 'acme', name: 'Acme' });
  await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'free' });
  const entitlements = new EntitlementClient({ client, timeToLive: 3_600_000 });
  expect([await entitlements.has('acme', 'reporting'), await entitlements.has('acme', 'seats')]).toEqual([
    false,
    false,
  ]);
  await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'pro' });
  expect(await entitlements.has('acme', 'reporting')).toBe(false);
  entitlements.forget('acme');
  expect(await entitlements.get('acme', 'seats')).toMatchObject({ entitled: true, type: 'quantity', limit: 5 });
  expect(Object.keys(await entitlements.all('acme')).toSorted()).toEqual(['reporting', 'seats']);
  await expect(entitlements.has('nobody', 'seats')).rejects.toMatchObject({ name: 'NotFoundError' });
});

test('FR-F007 flags are asked by keys that bring their defaults, on a server and in a browser', async () => {
  const { secretKey, server } = await started();
  await server.apply([flag('new-menu', true), flag('hidden', true, { clientSide: false })]);
  const newMenu: FlagKey<boolean> = { key: 'new-menu', default: false };
  const hidden: FlagKey<boolean> = { key: 'hidden', default: false };
  const text: FlagKey<string> = { key: 'new-menu', default: 'a text' };
  const gone: FlagKey<'left' | 'right'> = { key: 'gone', default: 'left' };

  const flags = new FlagClient({ apiKey: secretKey, baseUrl: server.url, reports: false });
  onTestFinished(() => flags.close());
  expect(await flags.ready({ timeoutMs: 60_000 })).toBe(true);
  const ada = { user: { key: 'ada' } };
  const side: 'left' | 'right' = flags.value(gone, ada);
  expect([flags.value(newMenu, ada), flags.value(hidden, ada), flags.value(text, ada), side]).toEqual([
    true,
    true,
    'a text',
    'left',
  ]);
  expect(flags.detail(text, ada)).toEqual(flags.variationDetail('new-menu', ada, 'a text'));
  expect(flags.detail(newMenu, ada)).toMatchObject({ value: true, variant: 'on', reason: 'STATIC' });

  const { key: apiKey } = await server.key('publishable');
  const page = new RemoteFlagClient({ apiKey, baseUrl: server.url, context: ada, reports: false });
  onTestFinished(() => page.close());
  expect(await page.ready({ timeoutMs: 60_000 })).toBe(true);
  expect([page.value(newMenu), page.value(hidden), page.value(gone)]).toEqual([true, false, 'left']);
  expect(page.detail(hidden)).toMatchObject({ value: false, errorCode: 'FLAG_NOT_FOUND' });
});

test('P04 a key that is none is answered with nothing, and throws nothing', async () => {
  const flags = new FlagClient({ mode: 'offline' });
  const page = new RemoteFlagClient({ mode: 'offline' });
  for (const wrong of [undefined, null, 7, 'new-menu', {}]) {
    const key = wrong as unknown as FlagKey<boolean>;
    expect([flags.value(key, {}), page.value(key)]).toEqual([undefined, undefined]);
    expect([flags.detail(key, {}).value, page.detail(key).value]).toEqual([undefined, undefined]);
  }
});
