import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ControlPlane } from '../../src/app/control-plane-client.ts';
import { loadProject } from '../../src/app/load-project.ts';
import { type Pulled, pull } from '../../src/app/pull.ts';
import type { DesiredState } from '../../src/engine/resource.ts';
import { createHost } from '../../src/host/create-host.ts';
import { applying, controlPlaneOn, desired, requestOn } from '../support/control-plane.ts';
import { useDatabases } from '../support/databases.ts';

const host = createHost();
const databases = useDatabases('embedded');

function project(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'dream-pull-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  writeFileSync(join(directory, 'dream.yaml'), 'project: acme\nenvironments: { development: {}, production: {} }\n');
  for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text);
  return directory;
}

async function desiredOf(directory: string, environment = 'development'): Promise<DesiredState> {
  const { configuration, diagnostics } = await loadProject(directory, host);
  expect(diagnostics).toEqual([]);
  if (configuration === null) throw new Error('the project is not valid');
  return configuration.desiredState(environment);
}

const pullInto = (directory: string, controlPlane: ControlPlane): Promise<Pulled> =>
  pull({ host, directory, controlPlane, environment: 'development', dryRun: false });

describe('pull', () => {
  it('writes nothing right after an apply, whatever the example does in its files', async () => {
    const directory = project({});
    cpSync('examples/acme', directory, { recursive: true });
    const dream = await controlPlaneOn(await databases.shared());
    const state = await desiredOf(directory);
    await dream.apply(applying(state));
    expect(await pullInto(directory, dream)).toEqual({
      written: [],
      unchanged: state.resources.length,
      onlyInFiles: [],
      renamedInFiles: [],
      renamesKept: [],
    });
  });

  it('writes what the API changed or created, so that nothing is left to plan, and then nothing more', async () => {
    const flag =
      'kind: Flag\nkey: beta\nvariations: {on: true, off: false}\nfallthrough: off   # for now\nunmanaged: [fallthrough]\n';
    const directory = project({ 'flag.yaml': flag });
    const dream = await controlPlaneOn(await databases.shared());
    await dream.apply(applying(await desiredOf(directory)));
    const send = requestOn(dream);
    const body = { variations: { on: true, off: false }, fallthrough: 'on', unmanaged: ['fallthrough'] };
    expect((await send('PUT', '/v1/resources/Flag/beta', { body })).status).toBe(200);
    await send('PUT', '/v1/resources/Plan/ops', { body: { prices: { USD: { monthly: '9.50' } } } });

    expect((await pullInto(directory, dream)).written).toEqual(['flag.yaml', 'plans/ops.yaml']);
    expect(readFileSync(join(directory, 'flag.yaml'), 'utf8')).toBe(
      `${flag}environments:\n  development:\n    fallthrough: on\n`,
    );
    expect(readFileSync(join(directory, 'plans/ops.yaml'), 'utf8')).toBe(
      'kind: Plan\nkey: ops\nprices:\n  USD:\n    monthly: 9.50\n',
    );
    const { changes } = await dream.plan(await desiredOf(directory), { adopt: false });
    expect(changes.map(({ key, fields }) => [key, fields])).toEqual([
      ['ops', [{ path: '(owner)', before: 'api', after: 'files' }]],
    ]);
    expect((await pullInto(directory, dream)).written).toEqual([]);
    expect((await desiredOf(directory, 'production')).resources.find(({ key }) => key === 'beta')?.body).toMatchObject({
      fallthrough: 'off',
    });
  });

  it('writes where an overlay stands already, writes an alias out, and ends lines as the file does', async () => {
    const lines = [
      'kind: Flag',
      'key: theme',
      'variations:',
      '  light: &light { color: white, size: 1 } # by day',
      '  dark: *light # by night',
      'fallthrough: light',
      'environments:',
      '  development:',
      '    fallthrough: dark # tried here',
      '',
    ];
    const directory = project({ 'flag.yaml': lines.join('\r\n') });
    const dream = await controlPlaneOn(await databases.shared());
    const state = await desiredOf(directory);
    const variations = { light: { color: 'white', size: 1 }, dark: { color: 'black', size: 1 } };
    const resources = state.resources.map((flag) => ({ ...flag, body: { variations, fallthrough: 'light' } }));
    await dream.apply(applying({ ...state, resources }));
    expect((await pullInto(directory, dream)).written).toEqual(['flag.yaml']);
    expect((await dream.plan(await desiredOf(directory), { adopt: false })).changes).toEqual([]);
    expect(readFileSync(join(directory, 'flag.yaml'), 'utf8').split('\r\n')).toEqual([
      ...lines.slice(0, 5),
      'fallthrough: light',
      'environments:',
      '  development:',
      '    fallthrough: light # tried here',
      '    variations:',
      '      dark:',
      '        color: black',
      '',
    ]);
  });

  it('follows a rollback of a rename back, instead of defining the resource twice', async () => {
    const directory = project({
      'dream.yaml': 'project: acme\nenvironments: { development: {} }\n',
      'plan.yaml': 'kind: Plan\nkey: pro\nname: Pro\n',
    });
    const dream = await controlPlaneOn(await databases.shared());
    await dream.apply(applying(await desiredOf(directory)));
    writeFileSync(
      join(directory, 'plan.yaml'),
      'kind: Plan\nkey: growth   # the new name\nmovedFrom: pro\nname: Growth\n',
    );
    await dream.apply(applying(await desiredOf(directory)));
    await dream.rollback({ to: 1, dryRun: false, author: 'ada' });
    expect((await pullInto(directory, dream)).written).toEqual(['plan.yaml']);
    expect((await dream.plan(await desiredOf(directory), { adopt: false })).changes).toEqual([]);
    expect(readFileSync(join(directory, 'plan.yaml'), 'utf8')).toContain('# the new name');
  });

  it('leaves a rename that another environment may have, and takes over all else under the new key', async () => {
    const role = (key: string, more = '') => `kind: Role\nkey: ${key}\n${more}permissions: ["${key}:read"]\n`;
    const type = (key: string, more = '') => `kind: ResourceType\nkey: ${key}\n${more}actions: [read]\n`;
    const other = (key: string) =>
      `kind: Role\nkey: lead\ninherits: [${key}]\npermissions: ["${key}:read"]\nconditions: { "${key}:read": user.key != "a" }\n`;
    const directory = project({ 'all.yaml': [role('a'), type('a'), other('a')].join('---\n') });
    const dream = await controlPlaneOn(await databases.shared());
    const production = dream.as('production');
    const before = await desiredOf(directory);
    await dream.apply(applying(before));
    await production.apply(applying(await desiredOf(directory, 'production')));
    const renamed = [role('b', 'movedFrom: a\n'), type('b', 'movedFrom: a\n'), other('b')].join('---\n');
    writeFileSync(join(directory, 'all.yaml'), renamed);
    await production.apply(applying(await desiredOf(directory, 'production')));

    expect(await pullInto(directory, dream)).toEqual({
      written: [],
      unchanged: 1,
      onlyInFiles: [],
      renamedInFiles: ['ResourceType/b', 'Role/b'],
      renamesKept: [
        { live: 'ResourceType/a', inFiles: 'ResourceType/b' },
        { live: 'Role/a', inFiles: 'Role/b' },
      ],
    });
    const resources = before.resources.map((one) =>
      one.kind === 'Role' && one.key === 'a' ? { ...one, body: { ...one.body, name: 'A' } } : one,
    );
    await dream.apply(applying({ ...before, resources }));
    expect((await pullInto(directory, dream)).written).toEqual(['all.yaml']);
    expect(readFileSync(join(directory, 'all.yaml'), 'utf8')).toBe(
      renamed.replace('["b:read"]\n', '["b:read"]\nenvironments:\n  development:\n    name: A\n'),
    );
    const planned = await production.plan(await desiredOf(directory, 'production'), { adopt: false });
    expect(planned.changes).toEqual([]);
    const { changes } = await dream.plan(await desiredOf(directory), { adopt: false });
    expect(changes.map(({ action, kind, key }) => [action, kind, key])).toEqual([
      ['rename', 'ResourceType', 'b'],
      ['rename', 'Role', 'b'],
      ['update', 'Role', 'lead'],
    ]);
  });

  it.each([
    ['an ignored folder', ['roles/**'], 'dream.yaml ignores roles/**'],
    ['an ignored file', ['./roles/b.yaml'], 'dream.yaml ignores ./roles/b.yaml'],
    ['a folder of another project', [], 'roles has a dream.yaml of its own'],
  ])('writes nothing when a new resource would get a file in %s', async (_, ignore, reason) => {
    const directory = project({
      'dream.yaml': `project: acme\nenvironments: { development: {} }\nignore: ${JSON.stringify(ignore)}\n`,
      'plan.yaml': 'kind: Plan\nkey: pro\n',
    });
    mkdirSync(join(directory, 'roles'));
    if (ignore.length === 0) writeFileSync(join(directory, 'roles/dream.yaml'), 'project: other\n');
    const dream = await controlPlaneOn(await databases.shared());
    const body = { permissions: ['*'] };
    await dream.apply(
      applying(
        desired([
          { kind: 'Plan', key: 'pro', body: { name: 'Pro' } },
          { kind: 'Role', key: 'b', body },
        ]),
      ),
    );
    await expect(pullInto(directory, dream)).rejects.toMatchObject({
      code: 'client/file-not-read',
      message: `Role/b cannot be written into roles/b.yaml: ${reason}, so the file would not be read.`,
    });
    expect(readFileSync(join(directory, 'plan.yaml'), 'utf8')).toBe('kind: Plan\nkey: pro\n');
    expect(existsSync(join(directory, 'roles/b.yaml'))).toBe(false);
  });

  it('leaves what is only in the files, and says so', async () => {
    const directory = project({ 'plan.yaml': 'kind: Plan\nkey: pro\n' });
    const dream = await controlPlaneOn(await databases.shared());
    expect(await pullInto(directory, dream)).toEqual({
      written: [],
      unchanged: 0,
      onlyInFiles: ['Plan/pro'],
      renamedInFiles: [],
      renamesKept: [],
    });
  });
});
