import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplyResult, ControlPlane } from '../../src/app/control-plane-client.ts';
import { loadProject } from '../../src/app/load-project.ts';
import { createLocalHost } from '../../src/app/local-host.ts';
import { openControlPlane } from '../../src/app/open-control-plane.ts';
import type { Configuration, LoadResult } from '../../src/engine/configuration.ts';
import type { JsonObject } from '../../src/engine/json.ts';
import type { DesiredState, Resource } from '../../src/engine/resource.ts';

const directory = join(import.meta.dirname, '../../examples/forge');
const host = createLocalHost();

let loaded: LoadResult;
let resources: readonly Resource[];

beforeAll(async () => {
  loaded = await loadProject(directory, host);
  resources = desired('development').resources;
});

function configuration(): Configuration {
  if (loaded.configuration === null) throw new Error('examples/forge is not valid');
  return loaded.configuration;
}

function desired(environment: string): DesiredState {
  return configuration().desiredState(environment);
}

function body(kind: string, key: string): JsonObject {
  const found = resources.find((resource) => resource.kind === kind && resource.key === key);
  if (found === undefined) throw new Error(`examples/forge has no ${kind}/${key}`);
  return found.body;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** What a role allows, with all that it inherits. */
function granted(role: string): ReadonlySet<string> {
  const { inherits, permissions } = body('Role', role);
  return new Set([...texts(permissions), ...texts(inherits).flatMap((other) => [...granted(other)])]);
}

interface Row {
  readonly title: string;
  /** One per column of the public table. */
  readonly ticks: readonly boolean[];
  readonly permissions: readonly string[];
}

/** The rows of one of the tables that stand beside the roles: number, title, ticks, permissions. */
function rowsOf(file: string): readonly Row[] {
  const lines = readFileSync(join(directory, 'access', file), 'utf8').split('\n');
  return lines
    .filter((line) => /^\| S?\d+ \|/.test(line))
    .map((line) => {
      const [, , title = '', ...cells] = line.split('|').map((cell) => cell.trim());
      return {
        title,
        ticks: cells.slice(0, 5).map((cell) => cell === '✓'),
        permissions: [...(cells[5] ?? '').matchAll(/`([^`]+)`/g)].map(([, permission = '']) => permission),
      };
    });
}

function tickedIn(rows: readonly Row[], column: number): ReadonlySet<string> {
  return new Set(rows.filter(({ ticks }) => ticks[column] === true).flatMap(({ permissions }) => permissions));
}

test('CP-01 the published configuration of a code forge is valid without a single diagnostic', () => {
  expect(loaded.diagnostics).toEqual([]);
  expect([...configuration().environments.keys()]).toEqual(['development', 'staging', 'production']);
  expect(configuration().resourceCount).toBeGreaterThanOrEqual(550);
  expect(new Set(resources.map(({ kind }) => kind)).size).toBe(14);
});

describe('role × permission tables', () => {
  test.each([
    ['read', 0],
    ['triage', 1],
    ['write', 2],
    ['maintain', 3],
    ['admin', 4],
  ])('%s grants exactly what its column of the repository table ticks', (role, column) => {
    const rows = rowsOf('repository-roles.md');
    expect(rows).toHaveLength(89 + 12);
    expect([...granted(role)].toSorted()).toEqual([...tickedIn(rows, column)].toSorted());
  });

  test.each([
    ['organization-member', 1],
    ['organization-moderator', 2],
    ['billing-manager', 3],
    ['security-manager', 4],
  ])('%s grants what its column of the organization table ticks, and nothing else of the table', (role, column) => {
    const rows = rowsOf('organization-roles.md');
    expect(rows).toHaveLength(61);
    const inTable = new Set(rows.flatMap(({ permissions }) => permissions));
    const grantedOfTable = [...granted(role)].filter((permission) => inTable.has(permission));
    expect(grantedOfTable.toSorted()).toEqual([...tickedIn(rows, column)].toSorted());
  });

  test('an owner has every row of the organization table and admin access to repositories', () => {
    const owner = granted('organization-owner');
    for (const { title, ticks, permissions } of rowsOf('organization-roles.md')) {
      expect(ticks[0], title).toBe(true);
      for (const permission of permissions) expect(owner, title).toContain(permission);
    }
    for (const permission of granted('admin')) expect(owner).toContain(permission);
  });

  test('every permission of the tables names a declared action, and none is named twice', () => {
    for (const file of ['repository-roles.md', 'organization-roles.md']) {
      const permissions = rowsOf(file).flatMap((row) => row.permissions);
      expect(new Set(permissions).size, file).toBe(permissions.length);
      for (const permission of permissions) {
        const [type = '', action = ''] = permission.split(':');
        expect(texts(body('ResourceType', type)['actions']), permission).toContain(action);
      }
    }
  });
});

describe('well-known facts', () => {
  test('triage can close issues but not push, write can push but not delete the repository', () => {
    expect(granted('read')).not.toContain('issue:close');
    expect(granted('triage')).toContain('issue:close');
    expect(granted('triage')).not.toContain('repository:push');
    expect(granted('write')).toContain('repository:push');
    expect(granted('write')).not.toContain('branch:push-protected');
    expect(granted('maintain')).toContain('branch:push-protected');
    expect(granted('maintain')).not.toContain('repository:delete');
    expect(granted('admin')).toContain('repository:delete');
  });

  test('security managers read all repositories and push to none', () => {
    expect(granted('security-manager')).toContain('all-repositories:pull');
    expect(granted('security-manager')).not.toContain('all-repositories:push');
  });

  test('billing managers see bills and no members', () => {
    expect(granted('billing-manager')).toContain('billing:edit');
    expect(granted('billing-manager')).not.toContain('organization-member:see');
  });

  test.each([
    ['team', '4.00'],
    ['enterprise-cloud', '21.00'],
  ])('%s costs %s USD per user and month', (plan, price) => {
    expect(body('Plan', plan)).toMatchObject({
      prices: { USD: { monthly: '0.00' } },
      seats: { prices: { USD: { monthly: price } } },
    });
  });

  test('overage on runners is priced by the minute, to a tenth of a cent', () => {
    const usage = body('Plan', 'team')['usage'];
    expect(usage).toMatchObject({
      actions_linux: { prices: { USD: '0.006' } },
      actions_macos: { prices: { USD: '0.062' } },
    });
    expect(body('Plan', 'free')['usage']).not.toHaveProperty('actions_linux_96_core');
  });

  test.each([
    ['actions-minutes', { free: 2000, pro: 3000, 'free-organization': 2000, team: 3000, 'enterprise-cloud': 50_000 }],
    ['packages-data-transfer', { free: 1, pro: 10, 'free-organization': 1, team: 10, 'enterprise-cloud': 100 }],
    ['git-lfs-bandwidth', { free: 10, pro: 10, 'free-organization': 10, team: 250, 'enterprise-cloud': 250 }],
    ['codespaces-core-hours', { free: 120, pro: 180 }],
    ['concurrent-jobs', { free: 20, pro: 40, 'free-organization': 20, team: 60, 'enterprise-cloud': 500 }],
    ['saml-single-sign-on', { 'enterprise-cloud': true }],
  ])('%s is granted as the public tables have it', (entitlement, plans) => {
    expect(body('Entitlement', entitlement)['plans']).toEqual(plans);
  });

  test('an opened issue and a push carry their documented properties', () => {
    expect(body('EventSchema', 'issues.opened')['properties']).toMatchObject({
      action: { values: ['opened'] },
      issue: { type: 'object' },
    });
    expect(body('EventSchema', 'push')['properties']).toMatchObject({
      ref: { type: 'string' },
      forced: 'boolean',
      commits: { type: 'array' },
    });
  });
});

describe('on the embedded database', () => {
  const home = mkdtempSync(join(tmpdir(), 'forge-'));
  let plane: ControlPlane;
  let first: ApplyResult;

  beforeAll(async () => {
    plane = await openControlPlane({
      host,
      directory: home,
      project: 'forge',
      environment: 'production',
      mode: 'live',
    });
    for (const name of ['SECURITY_OPERATIONS', 'CONTINUOUS_INTEGRATION', 'ISSUE_TRACKER'])
      await plane.secrets.set(name, `whsec_${name}`);
    first = await apply();
  });

  afterAll(async () => {
    await plane.close();
    rmSync(home, { recursive: true, force: true });
  });

  function apply(): Promise<ApplyResult> {
    return plane.apply({ source: { desired: desired('production') }, adopt: false, dryRun: false, author: 'octocat' });
  }

  test('CP-03 the first apply creates every resource in one revision', () => {
    expect(first.revision).toBe(1);
    expect(first.changeset.summary).toMatchObject({
      create: configuration().resourceCount,
      update: 0,
      delete: 0,
      rename: 0,
    });
  });

  test('CP-02 planning the same files again finds nothing to change', async () => {
    const again = await plane.plan(desired('production'), { adopt: false });
    expect(again.changes).toEqual([]);
  });

  test('what was applied is read back as it was written', async () => {
    const live = await plane.resources({ kind: 'Role' }, { page: 1, pageSize: 100 });
    const roles = desired('production').resources.filter(({ kind }) => kind === 'Role');
    expect(live.pagination.totalItems).toBe(roles.length);
    const triage = live.data.find(({ key }) => key === 'triage');
    expect(texts(triage?.body['permissions']).toSorted()).toEqual(
      texts(body('Role', 'triage')['permissions']).toSorted(),
    );
  });

  test('a dearer seat is one change, and production wants an approval for it', async () => {
    const state = desired('production');
    const dearer = state.resources.map((resource) =>
      resource.kind === 'Plan' && resource.key === 'team'
        ? { ...resource, body: { ...resource.body, seats: { prices: { USD: { monthly: '5.00' } } } } }
        : resource,
    );
    const { changes, guardrails } = await plane.plan({ ...state, resources: dearer }, { adopt: false });
    expect(changes.map(({ action, kind, key, fields }) => ({ action, kind, key, fields }))).toEqual([
      {
        action: 'update',
        kind: 'Plan',
        key: 'team',
        fields: [{ path: 'seats.prices.USD.monthly', before: '4.00', after: '5.00' }],
      },
    ]);
    expect(guardrails.map(({ rule, outcome }) => ({ rule, outcome }))).toContainEqual({
      rule: 'protect',
      outcome: 'needs-approval',
    });
  });
});
