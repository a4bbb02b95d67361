import { describe, expect, it } from 'vitest';
import { archivesRemoved } from '../../../../src/components/audit/impact/archives-removed.ts';
import { placeOf } from '../../../../src/components/audit/retention/archive/place-of.ts';
import { keptUntil } from '../../../../src/components/audit/retention/removing/kept-until.ts';
import { readRetention } from '../../../../src/components/audit/retention/which-policy.ts';
import { listOf } from '../../../../src/engine/json-fields.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { retaining } from './retaining.ts';

const day = 86_400_000;
const real = createHost();
/** So long ago that what lasts a month is over by the clock of the database as well, which is not the test's to set. */
const ago = 240 * day;

describe('the time of an archive', () => {
  const to = 's3://acme-audit';
  const policies = [
    readRetention('brief', { keep: '90d', archive: { to, keep: '10d' } }),
    readRetention('long', { keep: '90d', archive: { to, keep: '100d' } }),
    readRetention('ever', { keep: '90d', archive: { to } }),
  ];
  const archive = { tenantId: 'globex', policies: ['brief'], prunedAt: new Date('2026-01-01') };
  const hold = (appliesTo: { tenants?: string[]; actions?: string[] }) =>
    readRetention('hold', { keep: '90d', legalHold: true, appliesTo });

  it.each([
    ['is what its policy says, from when it was written', policies, archive, '2026-01-11T00:00:00.000Z'],
    ['is the longest of several', policies, { ...archive, policies: ['brief', 'long'] }, '2026-04-11T00:00:00.000Z'],
    ['is never over where one of them says nothing', policies, { ...archive, policies: ['brief', 'ever'] }, undefined],
    ['is never over once a policy is gone', policies, { ...archive, policies: ['brief', 'gone'] }, undefined],
    ['is never over where nobody knows by which it went', policies, { ...archive, policies: [] }, undefined],
    ['is not over under a hold', [...policies, hold({ tenants: ['globex'] })], archive, undefined],
    ['is not over under a hold on some actions', [...policies, hold({ actions: ['auth.*'] })], archive, undefined],
    [
      'is over in spite of a hold on another',
      [...policies, hold({ tenants: ['x'] })],
      archive,
      '2026-01-11T00:00:00.000Z',
    ],
  ] as const)('%s', (_, given, found, until) => {
    expect(keptUntil(given, found)?.toISOString()).toBe(until);
  });

  it('finds an archive again by what the record calls it', () => {
    expect(placeOf('s3://acme-audit/production/acme/a%2Fb/-/1-2-arc_1.ndjson.gz')).toEqual({
      address: 's3://acme-audit',
      name: 'production/acme/a%2Fb/-/1-2-arc_1.ndjson.gz',
    });
    expect(placeOf('file:///var/my%20archive/acme%252F/1-2-arc_1.ndjson.gz')).toEqual({
      address: 'file:///var/my%20archive/acme%252F',
      name: '1-2-arc_1.ndjson.gz',
    });
  });
});

it('IN-5 a plan says which archives a changed policy, or a lifted hold, lets go at once', () => {
  const of = (keep: string | null, holds = false) => [
    readRetention('all', { keep: '90d', archive: { to: 's3://acme-audit', ...(keep === null ? {} : { keep }) } }),
    readRetention('hold', { keep: '90d', legalHold: holds }),
  ];
  const archives = [
    { tenantId: 'globex', policies: ['all'], prunedAt: new Date('2026-01-01') },
    { tenantId: 'initech', policies: ['all'], prunedAt: new Date('2026-03-01') },
  ];
  const now = new Date('2026-03-02');
  const told = (before: ReturnType<typeof of>, after: ReturnType<typeof of>) =>
    archivesRemoved(archives, { before, after }, now).map(({ policies, tenantId }) => [tenantId, ...policies]);
  expect(told(of(null), of('30d'))).toEqual([['globex', 'all']]);
  expect(told(of(null), of('1d'))).toEqual([
    ['globex', 'all'],
    ['initech', 'all'],
  ]);
  expect(told(of('30d'), of('30d'))).toEqual([]);
  expect(told(of('30d'), of(null))).toEqual([]);
  expect(told(of(null), of('30d', true))).toEqual([]);
  expect(told(of('30d', true), of('30d'))).toEqual([['globex', 'all', 'hold']]);
});

anyDatabase((databases) => {
  it('FR-A004 removes an archive when its own time is over and no hold is on its tenant, and says so in the chain', async () => {
    const { add, apply, archives, left, prune, seal, server, written } = await retaining(await databases.shared());
    server.clock.advance(-ago);
    const policies = { all: { keep: '365d', archive: { to: archives, keep: '30d' } } };
    const listed = async () =>
      listOf((await server.call('GET', '/v1/audit/archives', { headers: server.admin() })).json['data']);
    await apply(policies);
    await add([
      ['2025-03-02', 'globex', 'auth.login'],
      ['2025-03-02', 'initech', 'auth.login'],
    ]);
    expect(await prune()).toEqual([]);
    server.clock.advance(30 * day - 1);
    const settings = { mode: 'test', protect: false, guardrails: { limits: {} } };
    const shorter = {
      kind: 'RetentionPolicy',
      key: 'all',
      body: { keep: '365d', archive: { to: archives, keep: '9d' } },
    };
    const desired = { project: 'acme', environment: 'development', settings, resources: [shorter] };
    const plan = await server.call('POST', '/v1/changesets', { headers: server.admin(), body: { desired } });
    expect(plan.json['changes']).toMatchObject([
      {
        impact: {
          reason: '2 archives are removed at once, of 2 tenants',
          figures: { tenantsWithArchivesRemoved: 2 },
          effects: [{ affected: [{ name: 'globex (1)', tenant: 'globex' }, { name: 'initech (1)' }] }],
        },
      },
    ]);
    expect(await prune()).toEqual([]);
    expect(written().size).toBe(2);
    await apply({ ...policies, hold: { keep: '90d', legalHold: true, appliesTo: { tenants: ['globex'] } } });
    server.clock.advance(1);
    expect(await prune()).toEqual([]);
    expect([...written().keys()]).toEqual([expect.stringMatching(/globex/u)]);
    await apply(policies);
    // Removed, and killed before that was said: the next finds nothing there, and says it.
    const record = () => Promise.reject(new Error('killed'));
    expect(await prune({ record })).toMatchObject([{ message: 'killed' }]);
    expect([written().size, await listed()]).toMatchObject([0, [{ tenantId: 'initech' }, { removedAt: null }]]);
    expect(await prune()).toEqual([]);
    const now = server.clock.now().toISOString();
    expect(await listed()).toMatchObject([{ removedAt: now }, { tenantId: 'globex', removedAt: now }]);
    await seal();
    expect(await left('globex')).toEqual(['2 audit.pruned', '3 audit.archive_removed']);
    const { text } = await server.call('GET', '/v1/audit/export?tenant=globex', { headers: server.admin() });
    expect(text).toMatch(/"metadata":\{"entries":1,"policies":\["all"\]\}/u);
    expect(await prune()).toEqual([]);
    await seal();
    expect(await left('initech')).toEqual(['2 audit.pruned', '3 audit.archive_removed']);
  });

  it('FR-A004 removes no archive that a hold has come for since the policies were read, nor one it may not remove', async () => {
    const { add, apply, archives, left, prune, seal, server, written } = await retaining(await databases.shared());
    server.clock.advance(-ago);
    const all = { keep: '365d', archive: { to: archives, keep: '30d' } };
    await apply({ all });
    await add([
      ['2025-03-02', 'globex', 'auth.login'],
      ['2025-03-02', 'initech', 'auth.login'],
    ]);
    expect(await prune()).toEqual([]);
    server.clock.advance(31 * day);
    const removing = (remove: (path: string) => Promise<void>) => ({
      host: { ...real, clock: server.clock, files: { ...real.files, remove } },
    });
    const denied = removing(() => Promise.reject(new Error('not permitted')));
    expect(await prune(denied)).toMatchObject([{ message: 'not permitted' }, { message: 'not permitted' }]);
    expect(written().size).toBe(2);
    // The hold is asked for while the first is removed, and again until it comes neither before nor in between.
    let isHeld = false;
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const hold = begun.then(async () => {
      while (!isHeld) {
        isHeld = await apply({ all: { ...all, legalHold: true } }).then(
          () => true,
          (problem: unknown) => {
            if (!String(problem).includes('request/concurrent-change')) throw problem;
            return false;
          },
        );
      }
    });
    const removedInSpite: string[] = [];
    const held = removing(async (path) => {
      begin();
      await new Promise((resolve) => setTimeout(resolve, 50));
      await real.files.remove(path);
      if (isHeld) removedInSpite.push(path);
    });
    const problems = await prune(held);
    await hold;
    expect(await prune(held)).toEqual([]);
    expect(removedInSpite).toEqual([]);
    await seal();
    // The second came before the hold, or was refused because of it: what is gone was said, and what was said is gone.
    const isGone = written().size === 0;
    expect(problems.map(String)).toEqual(isGone ? [] : [expect.stringContaining('have changed since they were read')]);
    expect([...written().keys()]).toEqual(isGone ? [] : [expect.stringMatching(/initech/u)]);
    expect(await left('globex')).toEqual(['2 audit.pruned', '3 audit.archive_removed']);
    expect(await left('initech')).toEqual(['2 audit.pruned', ...(isGone ? ['3 audit.archive_removed'] : [])]);
  });
});
