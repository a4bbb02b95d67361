import { expect, test } from 'vitest';
import type { Changeset } from '../../src/engine/changeset/changeset.ts';
import { formatApplyResult } from '../../src/views/apply-result.ts';
import { formatHistory } from '../../src/views/history.ts';
import { formatInitialized } from '../../src/views/initialized.ts';
import { formatKeys, formatNewKey } from '../../src/views/keys.ts';
import { formatPulled } from '../../src/views/pulled.ts';
import { formatRevision, type RevisionLine } from '../../src/views/revision.ts';
import { formatStatus } from '../../src/views/status.ts';
import { plainStyle } from '../../src/views/style.ts';
import { emptyChangeset, sampleChangeset } from './support/sample-changeset.ts';

const revision: RevisionLine = {
  number: 12,
  cause: 'apply',
  rollbackTo: null,
  author: 'ann@acme.com',
  commit: '0123456789abcdef',
  message: 'Raise the price',
  summary: { create: 0, update: 1, delete: 0, rename: 0 },
  createdAt: '2026-11-20T21:04:00.000Z',
};

test('history is a table, newest first as it comes, and says how many are left out', () => {
  const back: RevisionLine = {
    ...revision,
    number: 13,
    cause: 'rollback',
    rollbackTo: 11,
    commit: null,
    message: null,
  };
  expect(`\n${formatHistory('production', [back, revision], 30, plainStyle)}\n`).toBe(`
REV  WHEN                  CAUSE           AUTHOR        COMMIT    CHANGES      MESSAGE
13   2026-11-20 21:04 UTC  rollback to 11  ann@acme.com            1 to update
12   2026-11-20 21:04 UTC  apply           ann@acme.com  01234567  1 to update  Raise the price

28 more revisions: --page, --page-size
`);
  expect(formatHistory('production', [], 0, plainStyle)).toBe('production has no revisions yet.');
});

test('whatever names a commit says when what was applied was not wholly committed', () => {
  const dirty: RevisionLine = { ...revision, commit: '26c83b00f5c5+changes' };
  expect(formatHistory('production', [dirty], 1, plainStyle)).toContain('ann@acme.com  26c83b00+  1 to update');
  const inFull = formatRevision({ ...dirty, changeset: sampleChangeset }, { style: plainStyle, width: 100 });
  expect(inFull).toContain('by ann@acme.com (26c83b00+)');
});

test('status says what there is and how it is doing', () => {
  const status = {
    project: 'acme',
    environment: 'production',
    mode: 'live' as const,
    protect: true,
    revision: 12,
    lastApply: revision,
    resources: [
      { kind: 'Flag', files: 1_200, api: 3 },
      { kind: 'Plan', files: 4, api: 0 },
    ],
    conditions: [
      {
        type: 'SecretsPresent',
        status: 'false' as const,
        reason: 'Missing',
        message: 'SLACK_TOKEN is not set',
        observedRevision: 12,
      },
    ],
  };
  expect(`\n${formatStatus(status, 'https://dream.acme.com', plainStyle)}\n`).toBe(`
acme production  live mode, protected  revision 12
https://dream.acme.com
last apply  12  2026-11-20 21:04 UTC  by ann@acme.com (01234567)  1 to update  Raise the price

KIND  FILES  API
Flag  1,200  3
Plan  4      0
1,207 resources

✗ SecretsPresent  SLACK_TOKEN is not set as of revision 12
`);
});

test('keys are listed by their hint; only a new key is shown whole', () => {
  const key = {
    id: 'key_1',
    type: 'secret' as const,
    name: 'ci',
    hint: 'sk_live_…2mp0',
    mode: 'live' as const,
    scopes: ['*'],
    defaultTenant: null,
    lastUsedAt: null,
    expiresAt: null,
    revokedAt: null,
  };
  const two = { page: 1, totalItems: 2, totalPages: 1 };
  expect(formatKeys([key, { ...key, revokedAt: '2026-11-20T21:04:00.000Z' }], two, plainStyle).split('\n')).toEqual([
    'ID     NAME  KEY            LAST USED  STATE                         SCOPES',
    'key_1  ci    sk_live_…2mp0  never      active                        *',
    'key_1  ci    sk_live_…2mp0  never      revoked 2026-11-20 21:04 UTC  *',
  ]);
  const several = { ...key, scopes: ['access:read', 'me:read'], defaultTenant: 'acme' };
  expect(formatKeys([several], { page: 2, totalItems: 41, totalPages: 41 }, plainStyle).split('\n').slice(1)).toEqual([
    'key_1  ci    sk_live_…2mp0  never      active  acme    access:read, me:read',
    '',
    '41 API keys, page 2 of 41: --page, --page-size',
  ]);
  expect(formatKeys([], { ...two, totalItems: 0, totalPages: 0 }, plainStyle)).toContain('dream keys create');
  expect(formatKeys([], { ...two, page: 9 }, plainStyle)).toBe('There is no page 9: 2 API keys on 1 page.');
  expect(formatNewKey({ ...key, key: 'sk_live_whole' }, plainStyle)).toContain('ci, live mode, for everything  key_1');
  expect(formatNewKey({ ...several, key: 'sk_live_whole' }, plainStyle)).toBe(
    '✓ secret key ci, live mode, for access:read and me:read, acting for acme  key_1\n\n  sk_live_whole\n\nKeep it now: it is not shown again.',
  );
});

test('an apply says what was done and where it is kept', () => {
  const facts = { changeset: sampleChangeset, revision: 7, dryRun: false };
  expect(formatApplyResult(facts, plainStyle)).toBe(
    '✓ Applied to production as revision 7: 2 created, 2 updated, 1 renamed, 1 deleted.',
  );
  const rolledBack = { ...facts, rolledBackTo: 3 };
  expect(formatApplyResult(rolledBack, plainStyle)).toBe(
    '✓ Rolled back to revision 3, as revision 7 of production: 2 created, 2 updated, 1 renamed, 1 deleted.',
  );
  expect(formatApplyResult({ ...rolledBack, changeset: emptyChangeset }, plainStyle)).toBe(
    '✓ Nothing to change: what the files own in production is as it was at revision 3. What the API owns is left alone.',
  );
  const settings = { before: null, after: { mode: 'live' as const, protect: false, guardrails: { limits: {} } } };
  expect(formatApplyResult({ ...facts, changeset: { ...emptyChangeset, settings } }, plainStyle)).toBe(
    '✓ Applied to production as revision 7: settings set.',
  );
  expect(formatApplyResult({ ...facts, changeset: emptyChangeset }, plainStyle)).toContain('Nothing to change');
});

test('a dry run says whether the apply would pass', () => {
  const dry = { revision: 7, dryRun: true };
  const { guardrails, ...rest } = { ...sampleChangeset, conflicts: [] };
  const textOf = (changeset: Changeset): string => formatApplyResult({ ...dry, changeset }, plainStyle);
  expect(textOf({ ...rest, guardrails: [] })).toBe('✓ Dry run: everything would apply, nothing was changed.');
  expect(textOf({ ...rest, guardrails: guardrails.slice(1) })).toContain(
    'would apply once it is approved. Nothing was',
  );
  expect(textOf({ ...rest, guardrails })).toContain('this would be refused. Nothing was changed.');
  expect(textOf({ ...rest, guardrails: [], conflicts: sampleChangeset.conflicts })).toContain('would be refused');
});

test('a page beyond the last is not an environment without revisions', () => {
  expect(formatHistory('production', [], 3, plainStyle)).toBe('No revisions on this page: production has 3 in all.');
  expect(formatHistory('production', [], 0, plainStyle)).toBe('production has no revisions yet.');
});

test.each([
  ['shop', 'cd shop'],
  ['My Company!', "cd 'My Company!'"],
  ["Ada's", String.raw`cd 'Ada'\''s'`],
  ['-shop', "cd ./'-shop'"],
])('init names %j as a shell reads it', (directory, line) => {
  const text = formatInitialized({ project: 'acme', written: [] }, directory, plainStyle);
  expect(text.split('\n')).toContain(`  ${line}`);
});

test('init in this directory needs no change of it', () => {
  for (const directory of ['', '.'])
    expect(formatInitialized({ project: 'acme', written: [] }, directory, plainStyle)).not.toContain('cd ');
});

test('a pull names what it wrote and what it left', () => {
  const left = { onlyInFiles: ['Plan/x'], renamesKept: [{ live: 'Role/r1', inFiles: 'Role/r9' }] };
  expect(formatPulled({ written: ['a.yaml'], unchanged: 3, ...left }, true, plainStyle).split('\n')).toEqual([
    '✓ Would write 1 file; 3 resources unchanged.',
    '  a.yaml',
    'Renamed only in the files: Role/r9 is live as Role/r1 – dream plan shows what applying would do.',
    'A key is the same in every environment, so a rename is not taken back for one of them. To take it back for all, swap `key` and `movedFrom`.',
    'Only in the files: Plan/x – dream plan shows what applying would do.',
  ]);
});

test.each([[{ onlyInFiles: ['Plan/x'] }], [{ renamesKept: [{ live: 'Role/r1', inFiles: 'Role/r9' }] }]])(
  'a pull that wrote nothing does not say that the files are right where a plan would differ: %j',
  (left) => {
    const nothing = { written: [], unchanged: 3, onlyInFiles: [], renamesKept: [] };
    expect(formatPulled(nothing, false, plainStyle)).toBe('✓ The files say what is live: 3 resources unchanged.');
    const text = formatPulled({ ...nothing, ...left }, false, plainStyle);
    expect(text).toContain(
      '! The files say something else than what is live, and pull leaves it as it is; 3 resources unchanged.',
    );
    expect(text).not.toContain('✓');
  },
);

test('a revision in full says what its guardrails found, and no longer how to get past them', () => {
  for (const guardrails of [sampleChangeset.guardrails, sampleChangeset.guardrails.slice(1)]) {
    const changeset = { ...sampleChangeset, guardrails };
    const text = formatRevision({ ...revision, changeset }, { style: plainStyle, width: 100 });
    expect(text).toContain('! needs approval');
    expect(text).toMatch(/\nfingerprint \S+$/u);
  }
});
