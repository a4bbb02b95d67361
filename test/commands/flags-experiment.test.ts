import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { flagServer } from '../components/features/delivery/support/flag-server.ts';
import { commands } from '../support/commands.ts';
import { resource } from '../support/control-plane.ts';
import { anyDatabase } from '../support/databases.ts';
import { projectFolder } from '../support/project-folder.ts';

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(
  JSON.parse(readFileSync('test/golden/output/flags-experiment.schema.json', 'utf8')),
);

anyDatabase((databases) => {
  test('FR-F008 flags experiment shows what a control plane has found so far', async () => {
    const server = await flagServer(await databases.shared());
    await server.apply([
      resource('EventSchema', 'ordered', { properties: { total: 'number' } }),
      resource('Flag', 'layout', {
        variations: { classic: 1, single: 2 },
        fallthrough: { rollout: { classic: 50, single: 50 } },
        experiment: { control: 'classic', start: '2026-01-01', metrics: [{ key: 'orders', event: 'ordered' }] },
      }),
    ]);
    const { key } = await server.key('secret');
    const directory = projectFolder({ 'dream.yaml': 'project: acme\nenvironments:\n  development: {}\n' });
    const dream = commands(directory).with({ env: { DREAM_API_KEY: key } });
    const show = (...more: readonly string[]) =>
      dream('flags', 'experiment', 'layout', '--environment', 'development', '--server', server.url, ...more);

    const before = await show('--json');
    expect(before).toMatchObject({ exitCode: 0, stderr: '' });
    expect({ valid: validate(before.json()), errors: validate.errors }).toEqual({ valid: true, errors: null });
    expect((await show()).stdout).toContain('\n\nNobody has taken part yet, as far as anybody has reported.\n');

    const units = Array.from({ length: 400 }, (_, index) => `u${index}`);
    await server.send('POST', '/v1/flag-reports', {
      exposures: units.map((unit, index) => ({
        flag: 'layout',
        variation: index % 2 === 0 ? 'classic' : 'single',
        by: 'user.key',
        unit,
      })),
    });
    await server.send('POST', '/v1/experiments/observations', {
      observations: units
        .filter((_, index) => index % 4 === 1)
        .map((unit) => ({ by: 'user.key', unit, event: 'ordered' })),
    });
    const found = await show('--json');
    expect({ valid: validate(found.json()), errors: validate.errors }).toEqual({ valid: true, errors: null });
    expect(found.json()).toMatchObject({ environment: 'development', units: 400, sampleRatio: { mismatch: false } });
    expect((await show('--once')).stdout).toBe(
      `layout  development, running since 2026-01-01 00:00 UTC

VARIATION  UNITS  SHARE  EXPECTED
classic    200    50 %   50 %
single     200    50 %   50 %
Units are divided as the rollout says, as far as can be told (p 1.0000).

orders  conversion of ordered, to increase
VARIATION  MEAN  DIFFERENCE  95 % INTERVAL   LIFT  P         VERDICT
classic    0 %   –           –               –     –         control
single     50 %  +50 pp      +32.3 to +67.7  –     < 0.0001  better
At one look, settled beforehand:
  single: Welch p < 0.0001, +43 to +57 pp; chi-square p < 0.0001

Intervals and p hold however often you look; p is corrected for all metrics and variations, after
Holm, and decides below 0.05. pp are percentage points.
`,
    );
  });

  test('FR-F008 flags experiment says which flag has none', async () => {
    const server = await flagServer(await databases.shared());
    const { key } = await server.key('secret');
    const directory = projectFolder({ 'dream.yaml': 'project: acme\nenvironments:\n  development: {}\n' });
    const dream = commands(directory).with({ env: { DREAM_API_KEY: key, DREAM_SERVER: server.url } });
    expect(await dream('flags', 'experiment', 'no way')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('There is no live flag no way.  experiments/unknown'),
    });
  });
});
