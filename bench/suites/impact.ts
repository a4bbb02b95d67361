import { join } from 'node:path';
import type { Database } from '../../src/db/contract.ts';
import type { DesiredState, Resource } from '../../src/engine/resource.ts';
import { fillDirectory } from '../../test/support/directory.ts';
import { startPostgresServer } from '../../test/support/postgres-server.ts';
import { temporaryDirectory } from '../fixtures/workspace.ts';
import { boundRow, reportRow, type Row } from '../measure/row.ts';
import { median } from '../measure/statistics.ts';

const tenantCount = 10_000;
const membersOfEach = 10;
const roleCount = 50;
const rounds = 3;
/** Tenants made by one statement, each of which may only take so long. */
const batch = 500;

/** A plan that touches everybody: who loses a permission, an entitlement and a plan, of 100,000 members in 10,000 tenants. */
export async function impactSuite(): Promise<readonly Row[]> {
  const { createHost } = await import('../../src/host/create-host.ts');
  const { openDatabase } = await import('../../src/db/open-database.ts');
  const host = createHost();
  const postgres = await startPostgresServer();
  const embedded = await openDatabase({ host, embedded: { directory: join(temporaryDirectory('impact'), '.dream') } });
  const server = await openDatabase({ host, postgres: { url: postgres.url('postgres') } });
  try {
    return [...(await measure(server, 'PostgreSQL')), ...(await measure(embedded, 'embedded'))];
  } finally {
    await embedded.close();
    await server.close();
    await postgres.stop();
  }
}

async function measure(database: Database, name: string): Promise<readonly Row[]> {
  const { assembleServer } = await import('../../src/app/assemble-server.ts');
  const { httpControlPlane } = await import('../../src/app/client/http-control-plane.ts');
  const { injectTransport } = await import('../../src/app/client/inject-transport.ts');
  const { createHost } = await import('../../src/host/create-host.ts');
  const localToken = `local_${'b'.repeat(43)}`;
  const server = await assembleServer({
    host: createHost(),
    database,
    masterKey: null,
    localToken,
    logLevel: 'silent',
  });
  const headers = {
    authorization: `Bearer ${localToken}`,
    'dream-project': 'bench',
    'dream-environment': 'development',
  };
  const release = (): Promise<void> => Promise.resolve();
  const dream = httpControlPlane(injectTransport({ server, headers, description: name, release }));
  const before = wanted(true);
  await dream.apply({ source: { desired: before }, adopt: false, dryRun: false, author: 'bench' });
  for (let from = 0; from < tenantCount; from += batch) await fillDirectory(database, everybody(from));
  const times: number[] = [];
  let losing = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const { impact } = await dream.plan(wanted(false), { adopt: false });
    times.push((performance.now() - start) / 1000);
    losing = impact?.figures['membersLosingPermission'] ?? 0;
  }
  await server.close();
  const size = `${tenantCount.toLocaleString('en')} tenants, ${(tenantCount * membersOfEach).toLocaleString('en')} members`;
  return [
    boundRow(`impact on ${size}, ${name}`, 's', median(times), 5),
    reportRow(`impact on ${size}, ${name}: members losing`, 'members', losing),
  ];
}

/** Roles that inherit from one another, two of them to a member; every second resource type loses an action. */
function wanted(full: boolean): DesiredState {
  const types = Array.from({ length: 20 }, (_, index): Resource => {
    const actions = ['read', 'create', 'update', ...(full || index % 2 === 0 ? ['delete'] : [])];
    return {
      kind: 'ResourceType',
      key: `thing-${index}`,
      body: { actions, scopes: { own: 'resource.owner == user.key' } },
    };
  });
  const roles = Array.from({ length: roleCount }, (_, index): Resource => {
    const permissions = [
      `thing-${index % 20}:*`,
      ...(full || index % 5 > 0 ? [`thing-${(index * 7) % 20}:read:own`] : []),
    ];
    const inherits = index === 0 ? {} : { inherits: [`role-${Math.floor(index / 2)}`] };
    return { kind: 'Role', key: `role-${index}`, body: { permissions, ...inherits } };
  });
  const plans = ['free', 'pro'].map((key): Resource => ({ kind: 'Plan', key, body: { name: key } }));
  const calls: Resource = {
    kind: 'Entitlement',
    key: 'calls',
    body: { type: 'quantity', plans: { free: 10, pro: full ? 1000 : 500 } },
  };
  const settings = { mode: 'test', protect: false, guardrails: { limits: {} } } as const;
  return {
    project: 'bench',
    environment: 'development',
    settings,
    resources: [...types, ...roles, ...plans, calls],
  };
}

function everybody(from: number): Parameters<typeof fillDirectory>[1] {
  const tenants = Array.from({ length: batch }, (_, index) => `tenant-${String(from + index).padStart(5, '0')}`);
  return {
    tenants,
    roles: tenants.flatMap((tenant, index) =>
      Array.from({ length: membersOfEach }, (_, member) => {
        const at = from + index;
        const user = `user-${at}-${member}`;
        return [(at * 7 + member) % roleCount, (at * 31 + member * 3 + 1) % roleCount].map(
          (role) => [tenant, 'user', user, `role-${role}`] as const,
        );
      }).flat(),
    ),
    plans: tenants.map((tenant, index) => [tenant, index % 2 === 0 ? 'pro' : 'free']),
  };
}
