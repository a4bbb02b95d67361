import { expect, test } from 'vitest';
import { evaluateBatch } from '../../../src/app/flags/evaluate-batch.ts';
import { evaluateFlag } from '../../../src/app/flags/evaluate-flag.ts';
import { findStale } from '../../../src/app/flags/find-stale.ts';
import { listFlags } from '../../../src/app/flags/list-flags.ts';
import { loadProject } from '../../../src/app/load-project.ts';
import { createLocalHost } from '../../../src/app/local-host.ts';
import { projectFolder } from '../../support/project-folder.ts';

const host = createLocalHost();
const now = new Date('2027-03-01T00:00:00Z');

const flags = `kind: Flag
key: export
tags: [data]
owner: growth
expires: 2027-03-01
entitlement: exports
variations: { on: true, off: false }
fallthrough: on
environments:
  staging: { state: 'off' }
---
kind: Flag
key: banner
tags: [ops, data]
expires: 2027-03-02
variations: { on: Hello, off: '' }
prerequisites: { steady: on }
rules: [{ name: nobody, if: { share: { percent: 0 } }, serve: off }]
fallthrough: { rollout: { on: 100 }, by: tenant.key }
---
kind: Flag
key: steady
variations: { on: 1, other: 2 }
fallthrough: on
---
kind: Flag
key: planned
variations: { on: true, off: false }
fallthrough: on
schedule: [{ at: 2028-01-01, state: 'off' }]
---
kind: Flag
key: handed-over
variations: { on: true, off: false }
fallthrough: on
unmanaged: [environments.production.state, environments.staging.rules, name]
---
kind: Entitlement
key: exports
type: switch
plans: { team: true, pro: true }
---
kind: Plan
key: pro
prices: { USD: { monthly: 49 } }
---
kind: Plan
key: team
prices: { USD: { monthly: 19 } }
---
kind: Plan
key: free
`;

async function product(more: Record<string, string> = {}) {
  const directory = projectFolder({
    'dream.yaml': 'project: shop\nenvironments: { staging: {}, production: { mode: live } }\n',
    'flags.yaml': flags,
    ...more,
  });
  const { configuration } = await loadProject(directory, host);
  if (configuration === null) throw new Error('the project has mistakes');
  return { configuration, directory };
}

const asked = { environment: 'production', key: 'export', explain: false };

test('FR-F002 a plan that does not grant the entitlement is named with the lowest plan that does', async () => {
  const { configuration } = await product();
  const of = async (plan: string, environment = 'production') =>
    (await evaluateFlag(configuration, { ...asked, environment, context: `{"tenant":{"plan":"${plan}"}}` }, host))
      .answer;
  expect(await of('free')).toEqual({
    key: 'export',
    value: false,
    variant: 'off',
    reason: 'plan_restriction',
    requiredPlan: 'team',
  });
  expect(await of('pro')).toEqual({ key: 'export', value: true, variant: 'on', reason: 'DEFAULT' });
  expect(await of('pro', 'staging')).toMatchObject({ value: false, reason: 'DISABLED' });
});

test('FR-F006 a flag differs between environments, and is listed with its state in each', async () => {
  const { configuration } = await product();
  const listed = listFlags(configuration, ['staging', 'production'], now, { tag: 'data', owner: 'growth' });
  expect(listed).toEqual([
    {
      key: 'export',
      name: null,
      owner: 'growth',
      expires: '2027-03-01',
      tags: ['data'],
      entitlement: 'exports',
      file: 'flags.yaml',
      environments: [
        { environment: 'staging', state: 'off', everybody: { variation: 'off', dealtBy: [] } },
        { environment: 'production', state: 'on', everybody: null },
      ],
    },
  ]);
  expect(listFlags(configuration, ['staging', 'production'], now, { state: 'off' }).map(({ key }) => key)).toEqual([
    'export',
  ]);
  expect(listFlags(configuration, ['production'], now, { state: 'off' })).toEqual([]);
});

test('flags are stale once they expire, or where the rules prove that everybody gets the same', async () => {
  const { configuration } = await product();
  const reasons = (environments: readonly string[]) =>
    Object.fromEntries(
      findStale(configuration, environments, now).stale.map(({ flag, reasons }) => [flag.key, reasons]),
    );
  const banner = { why: 'always-the-same', variation: 'on', dealtBy: ['tenant.key'] };
  const steady = { why: 'always-the-same', variation: 'on', dealtBy: [] };
  expect(reasons(['staging', 'production'])).toEqual({
    banner: [banner],
    export: [{ why: 'expired', since: '2027-03-01' }],
    steady: [steady],
  });
  expect(reasons(['staging'])['export']).toEqual([
    { why: 'expired', since: '2027-03-01' },
    { why: 'always-the-same', variation: 'off', dealtBy: [] },
  ]);
});

test('a misspelt flag, and a misspelt kind of context that nothing asks for, are told with what was meant', async () => {
  const { configuration } = await product();
  const hints = async (key: string, context: object) =>
    (await evaluateFlag(configuration, { ...asked, key, context: JSON.stringify(context) }, host)).hints;
  expect(await hints('export', { tenent: { plan: 'pro' }, device: { key: 'd1' } })).toEqual([
    'No flag asks for `tenent`. Did you mean `tenant`?',
  ]);
  expect(await hints('exprot', { tenant: { plan: 'pro' } })).toEqual(['Did you mean `export`?']);
});

test('what belongs to the API in one environment is told there', async () => {
  const { configuration } = await product();
  const unmanaged = async (environment: string) =>
    (await evaluateFlag(configuration, { ...asked, key: 'handed-over', environment }, host)).unmanaged;
  expect(await unmanaged('production')).toEqual(['state', 'name']);
  expect(await unmanaged('staging')).toEqual(['rules', 'name']);
});

test('a batch answers every line in order, and what is wrong with a line is its answer', async () => {
  const lines = [
    '{"flag":"export","context":{"tenant":{"plan":"pro"}},"default":false}',
    'not JSON',
    '{"flag":7}',
    '',
    '{"flag":"exprot","default":false}',
    '{"flag":"export","context":{"user":5},"default":true}',
    '{"flag":"export","default":"text"}',
    '{"flag":"steady"}',
  ];
  const { configuration, directory } = await product({ 'questions.ndjson': `${lines.join('\r\n')}\n` });
  const answers = await evaluateBatch(
    configuration,
    { environment: 'production', file: `${directory}/questions.ndjson` },
    host,
  );
  expect(answers.map(({ errorCode, key, reason, value }) => [key, value, errorCode ?? reason])).toEqual([
    ['export', true, 'DEFAULT'],
    [null, null, 'PARSE_ERROR'],
    [null, null, 'PARSE_ERROR'],
    [null, null, 'PARSE_ERROR'],
    ['exprot', false, 'FLAG_NOT_FOUND'],
    ['export', true, 'INVALID_CONTEXT'],
    ['export', 'text', 'TYPE_MISMATCH'],
    ['steady', 1, 'STATIC'],
  ]);
  expect(answers[4]?.errorMessage).toBe('there is no flag `exprot`. Did you mean `export`?');
});
