// What the SDK for Java answers by itself, held against a server that changes its mind.
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { expect, onTestFinished, test, vi } from 'vitest';
import { flag, flagServer, gated } from '../../components/features/delivery/support/flag-server.ts';
import { resource } from '../../support/control-plane.ts';
import { useDatabases } from '../../support/databases.ts';
import { textOf } from '../../support/test-server.ts';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { permissionProgram, printedBy } from './permission-programs.ts';
import { notTried } from '../../support/not-tried.ts';

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
    ...gated('reports', 'reporting'),
    resource('Entitlement', 'seats', { type: 'quantity', plans: { pro: 5 } }),
  ];
}

async function started() {
  const server = await flagServer(await databases.shared());
  const { key } = await server.key('secret');
  await server.apply(access(['invoice:read']));
  await server.send('POST', '/v1/tenants', { id: 'acme', name: 'Acme' });
  await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'pro' });
  await server.send('POST', '/v1/users', { id: 'ada' });
  await server.send('POST', '/v1/tenants/acme/members', { userId: 'ada', roles: ['viewer'] });
  const tuple = { resource: { type: 'invoice', id: '42' }, relation: 'owner', subject: { type: 'user', id: 'ada' } };
  await server.send('POST', '/v1/tenants/acme/relationships', { add: [tuple] });
  return { server, env: { DREAM_BASE_URL: server.url, DREAM_SECRET_KEY: key } };
}

if (hasJdk()) {
  test('P03 P12 Java answers as the server answers, and hears of what is applied', async () => {
    const { env, server } = await started();
    const java = execa('java', [...(await permissionProgram('permissions.LiveAnswers'))], { env });
    onTestFinished(() => void java.kill());
    const lines: unknown[] = [];
    createInterface(java.stdout).on('line', (line) => lines.push(JSON.parse(line)));
    await expect.poll(() => lines.length + Number(java.exitCode !== null), { timeout: 120_000 }).toBeGreaterThan(0);
    // A stream that was asked for a moment ago may not be open yet: so it is applied until it is heard of.
    for (let count = 0; java.exitCode === null; count += 1) {
      await server.apply([...access(['invoice:read:own']), flag('unrelated', count % 2 === 0)]);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await java;
    expect(lines).toEqual([
      {
        seats: expect.objectContaining({ entitled: true, type: 'quantity', limit: 5 }),
        has: [true, false],
        all: ['reporting', 'seats'],
        nobody: 'entitlements/unknown-tenant',
        isReady: true,
        before: ['YES', 'YES', 'YES', 'YES', 'ASK', 'ASK', 'NO', 'ASK'],
        checks: [true, true, false, true, false],
        isSame: true,
      },
      { after: ['ASK', 'ASK', 'YES', 'ASK', 'ASK', 'ASK', 'NO', 'ASK'] },
    ]);
  });

  test('P03 what Java decided by itself stands in the decision log', async () => {
    const { env, server } = await started();
    await server.send('POST', '/v1/tenants', { id: 'globex', name: 'Globex' });
    const reading = await server.send('POST', '/v1/keys', { type: 'secret', name: 'reads', scopes: ['access:read'] });
    vi.stubEnv('DREAM_BASE_URL', env.DREAM_BASE_URL);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await printedBy('permissions.LiveReports', env.DREAM_SECRET_KEY, textOf(reading['key']))).toEqual({
      answered: [
        'YES',
        'NO',
        'YES',
        true,
        true,
        true,
        ['decisions were not logged, since there are no such tenants: gone'],
      ],
      log: [
        'user ada of acme may read invoice, reported',
        'user ada of globex may not delete invoice, reported',
        'user ada of globex may not fly invoice/42, reported',
        'user ada of globex may read invoice, reported',
      ],
      again: [3, 2, ['user carl of acme may read report, reported', 'user carl of acme may share report, reported']],
      refused: [true, true, ['decisions are not reported any more'], 0],
    });
  });
} else {
  notTried('the permissions of the SDK for Java are not asked live', jdkNeeds);
}
