import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { program } from '../support/cli.ts';
import { commands, commandsOnPostgres } from '../support/commands.ts';
import { longRun } from '../support/long-run.ts';
import { projectFolder } from '../support/project-folder.ts';

const dreamYaml = `project: acme
environments:
  development: {}
  production: { mode: live }
guardrails:
  development: { maxDeletes: 0, requireApproval: [rename] }
`;

function plan(key: string, monthly: string, more = ''): string {
  return `kind: Plan\nkey: ${key}\nname: Pro\nprices:\n  USD: { monthly: ${monthly} }\n${more}`;
}

describe('dream plan and dream apply', () => {
  test('plan, apply, change, roll back: texts, exit codes and JSON agree', async () => {
    const directory = projectFolder({ 'dream.yaml': dreamYaml, 'plans.yaml': plan('pro', '49.00') });
    const dream = await commandsOnPostgres(directory);

    const first = await dream('plan', '--detailed-exitcode');
    expect(first.exitCode).toBe(2);
    expect(first.stdout).toContain('+ create pro');
    const applied = await dream('apply', '--json', '-m', 'first');
    expect(applied).toMatchObject({ exitCode: 0, stderr: '' });
    expect(applied.json()).toMatchObject({
      revision: 1,
      environment: 'development',
      summary: { create: 1, update: 0, delete: 0, rename: 0 },
    });

    const nothing = await dream('plan', '--detailed-exitcode');
    expect(nothing).toMatchObject({ exitCode: 0, stdout: 'No changes. development is as the files say.\n' });

    await writeFile(join(directory, 'plans.yaml'), plan('pro', '59.00'));
    const changed = await dream('plan', '--json');
    expect(changed.exitCode).toBe(0);
    expect(changed.json()).toMatchObject({
      formatVersion: 1,
      environment: 'development',
      summary: { create: 0, update: 1, delete: 0, rename: 0 },
      changes: [
        {
          action: 'update',
          kind: 'Plan',
          key: 'pro',
          fields: [{ path: 'prices.USD.monthly', before: '49.00', after: '59.00' }],
        },
      ],
      guardrails: [],
    });
    const dry = await dream('apply', '--dry-run');
    expect(dry.stdout).toContain('Dry run');
    expect((await dream('history', '--json')).json<{ revisions: [] }>().revisions).toHaveLength(1);

    const out = join(directory, 'changes.json');
    await dream('plan', '--out', out);
    expect((await dream('apply', out)).stdout).toContain('Applied to development as revision 2: 1 updated.');
    await writeFile(join(directory, 'plans.yaml'), plan('pro', '69.00'));
    await dream('apply');
    const stale = await dream('apply', out);
    expect(stale.exitCode).toBe(1);
    expect(stale.stderr).toContain('changes/stale');

    const back = await dream('rollback', '1', '--json');
    expect(back.json()).toMatchObject({ revision: 4, summary: { update: 1 } });
    const difference = await dream('diff', '1', '2');
    expect(difference.stdout).toContain('prices.USD.monthly  49.00 → 59.00');
    expect(difference.stdout).not.toContain('impact');
    const history = await dream('history');
    expect(
      history.stdout
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(/\s{2,}/u)[2]),
    ).toEqual(['rollback to 1', 'apply', 'apply', 'apply']);
  });

  test('exit code 3 when a guardrail refuses, or wants an approval; the approval lets it pass', async () => {
    const directory = projectFolder({ 'dream.yaml': dreamYaml, 'plans.yaml': plan('pro', '49.00') });
    const dream = await commandsOnPostgres(directory);
    await dream('apply');

    await writeFile(join(directory, 'plans.yaml'), plan('plus', '49.00', 'movedFrom: pro\n'));
    const waiting = await dream('apply', '--json');
    expect(waiting.exitCode).toBe(3);
    const { error } = waiting.json<{ error: { code: string; details: { fingerprint: string } } }>();
    expect(error.code).toBe('changes/approval-required');
    const approved = await dream('apply', '--approve', error.details.fingerprint);
    expect(approved).toMatchObject({ exitCode: 0 });

    await writeFile(join(directory, 'plans.yaml'), '');
    const refused = await dream('apply');
    expect(refused.exitCode).toBe(3);
    expect(refused.stderr).toContain('maxDeletes allows 0');
    expect((await dream('plan', '--detailed-exitcode')).exitCode).toBe(2);
  });

  test('a figure over its limit passes only when exactly that figure is named', async () => {
    const directory = projectFolder({ 'dream.yaml': dreamYaml, 'plans.yaml': plan('pro', '49.00') });
    const dream = await commandsOnPostgres(directory);
    await dream('apply');
    await writeFile(join(directory, 'plans.yaml'), '');
    expect((await dream('plan')).stdout).toContain(
      'A guardrail refuses this changeset. To allow exactly these figures: dream apply --env development --allow deletes=1',
    );
    const other = await dream('apply', '--allow', 'deletes=2');
    expect(other.exitCode).toBe(3);
    expect(other.stderr).toContain('maxDeletes allows 0, this changeset has 1, not 2');
    const unknown = await dream('apply', '--allow', 'delets=1');
    expect(unknown.exitCode).not.toBe(0);
    expect(unknown.stderr).toContain('Did you mean `deletes`?');
    expect((await dream('apply', '--allow', 'deletes')).stderr).toContain('deletes does not say how many.');
    expect((await dream('apply', '--allow', 'deletes=0')).stderr).toContain(
      'A figure of 0 breaks no limit: leave it out.',
    );
    const allowed = await dream('apply', '--allow', 'deletes=1');
    expect(allowed).toMatchObject({ exitCode: 0 });
    expect((await dream('history', '2')).stdout).toContain('✓ allowed');
  });

  test('a rollback says where it went back to; a dry run shows what it would need', async () => {
    const directory = projectFolder({ 'dream.yaml': dreamYaml, 'plans.yaml': plan('pro', '49.00') });
    const dream = await commandsOnPostgres(directory);
    await dream('apply');
    await writeFile(join(directory, 'plans.yaml'), plan('pro', '59.00'));
    await dream('apply');
    expect((await dream('rollback', '1')).stdout).toContain(
      'Rolled back to revision 1, as revision 3 of development: 1 updated.',
    );
    const again = await dream('rollback', '1');
    expect(again).toMatchObject({ exitCode: 0, stderr: '' });
    expect(again.stdout).toContain('as it was at revision 1. What the API owns is left alone.');

    await writeFile(join(directory, 'plans.yaml'), plan('plus', '49.00', 'movedFrom: pro\n'));
    const { error } = (await dream('apply', '--json')).json<{ error: { details: { fingerprint: string } } }>();
    expect((await dream('apply', '--approve', error.details.fingerprint)).exitCode).toBe(0);
    const waiting = await dream('rollback', '1', '--dry-run');
    expect(waiting).toMatchObject({ exitCode: 0, stderr: '' });
    expect(waiting.stdout).toContain('→ rename plus → pro');
    expect(waiting.stdout).toMatch(/To approve: dream rollback 1 --env development --approve [0-9a-f]{64}/u);
    expect(waiting.stdout).toContain('would apply once it is approved');
    const json = (await dream('rollback', '1', '--dry-run', '--json')).json<{ guardrails: readonly unknown[] }>();
    expect(json.guardrails).toMatchObject([{ rule: 'requireApproval', outcome: 'needs-approval' }]);
    await writeFile(join(directory, 'more.yaml'), plan('basic', '9.00'));
    await dream('apply');
    const refused = await dream('rollback', '4', '--dry-run');
    expect(refused.exitCode).toBe(3);
    expect(refused.stdout).toContain('maxDeletes allows 0');
    expect(refused.stdout).toContain('this would be refused. Nothing was changed.');

    const beyond = await dream('history', '--page', '99');
    expect(beyond).toMatchObject({ exitCode: 0, stdout: 'No revisions on this page: development has 5 in all.\n' });
  });

  test('a change of settings alone is said in a plan, in an apply and in the history', async () => {
    const directory = projectFolder({ 'dream.yaml': dreamYaml });
    const dream = await commandsOnPostgres(directory);
    await dream('apply');
    await writeFile(join(directory, 'dream.yaml'), dreamYaml.replace('maxDeletes: 0', 'maxDeletes: 1'));
    const planned = await dream('plan', '--detailed-exitcode');
    expect(planned.exitCode).toBe(2);
    expect(planned.stdout).toContain('acme development: settings to change');
    expect((await dream('apply')).stdout).toContain('Applied to development as revision 2: settings changed.');
    expect((await dream('history')).stdout).toMatch(/\b2 .* apply .* settings\n/u);
  });

  test('a plan with nothing but conflicts has changes, and says what they mean', async () => {
    const directory = projectFolder({ 'dream.yaml': dreamYaml });
    const dream = await commandsOnPostgres(directory);
    const server = await dream.serve();
    await dream('apply');
    const { key } = (await dream('keys', 'create', '--name', 'ci', '--json')).json<{ key: string }>();
    const made = await fetch(`${server.url}/v1/resources/Plan/pro`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ body: { name: 'Pro', prices: { USD: { monthly: '49.00' } } } }),
    });
    expect(await made.text()).toContain('"pro"');
    await writeFile(join(directory, 'plans.yaml'), plan('pro', '59.00'));
    const planned = await dream('plan', '--detailed-exitcode');
    expect(planned.exitCode).toBe(2);
    expect(planned.stdout).toContain('acme development: 1 conflict, nothing else to change');
    expect(planned.stdout).toContain('--adopt lets the files own these resources');
    expect((await dream('apply', '--dry-run')).exitCode).toBe(1);
  });

  test('broken files: plan says what is wrong, and a rollback still works', async () => {
    const directory = projectFolder({ 'dream.yaml': dreamYaml, 'plans.yaml': plan('pro', '49.00') });
    const dream = await commandsOnPostgres(directory);
    await dream('apply');
    await writeFile(join(directory, 'plans.yaml'), plan('pro', '59.00'));
    await dream('apply');
    await writeFile(join(directory, 'plans.yaml'), 'kind: Plann\nkey: pro\n');

    const planned = await dream('plan');
    expect(planned).toMatchObject({ exitCode: 1, stdout: '' });
    expect(planned.stderr).toContain('plans.yaml:1:7');
    const json = (await dream('plan', '--json')).json<{
      error: { code: string; details: { diagnostics: readonly { code: string }[] } };
    }>();
    expect(json.error).toMatchObject({
      code: 'cli/invalid-configuration',
      details: { diagnostics: [{ code: 'document/unknown-kind', file: 'plans.yaml' }] },
    });
    expect((await dream('rollback', '1')).stdout).toContain('as revision 3');
  });

  test('an environment that is not there is answered with the one that was meant', async () => {
    const dream = await commandsOnPostgres(projectFolder({ 'dream.yaml': dreamYaml }));
    const { exitCode, stderr } = await dream('status', '--env', 'prodction');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Did you mean `production`?');
  });

  test('pull writes what is live into the files, comments kept', async () => {
    const directory = projectFolder({ 'dream.yaml': dreamYaml, 'plans.yaml': `# Ours.\n${plan('pro', '49.00')}` });
    const dream = await commandsOnPostgres(directory);
    await dream('apply');
    await writeFile(join(directory, 'plans.yaml'), `# Ours.\n${plan('pro', '59.00')}`);
    const dry = await dream('pull', '--dry-run');
    expect(dry.stdout).toContain('Would write 1 file');
    await dream('pull');
    const text = await readFile(join(directory, 'plans.yaml'), 'utf8');
    expect(text).toMatch(/^# Ours\.\n/u);
    expect((await dream('plan')).stdout).toContain('No changes.');
  });
});

test('init refuses a name that the project could not have, and names one that it could', async () => {
  const directory = projectFolder({});
  const dream = await program(directory);
  const { exitCode, stderr } = await dream('init', '--name', 'Bad Name', 'here');
  expect(exitCode).toBe(1);
  expect(stderr).toContain('A project cannot be called "Bad Name".');
  expect(stderr).toContain('Call it bad-name.');
  expect(existsSync(join(directory, 'here'))).toBe(false);
});

test('init writes a project that validates and applies, and never overwrites', async () => {
  const directory = join(projectFolder({}), 'my shop');
  const dream = longRun ? await program('.') : commands(process.cwd());
  const { exitCode, stdout } = await dream('init', directory);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Wrote project my-shop');
  expect((await dream('validate', directory)).stdout).toContain('✓ my-shop is valid');
  expect((await dream('apply', directory)).stdout).toContain('as revision 1');
  const again = await dream('init', directory);
  expect(again).toMatchObject({ exitCode: 1 });
  expect(again.stderr).toContain('nothing was written');
});

test('secrets are read from stdin, listed by name, and never printed', async () => {
  const dream = await commandsOnPostgres(projectFolder({ 'dream.yaml': dreamYaml }));
  const set = await dream.with({ input: 'hunter2\n' })('secrets', 'set', 'TOKEN');
  const listed = await dream('secrets', 'list', '--json');
  expect(listed.json()).toMatchObject({ secrets: [{ name: 'TOKEN' }] });
  expect(set.stdout + set.stderr + listed.stdout).not.toContain('hunter2');
  expect((await dream.with({ input: '' })('secrets', 'set', 'TOKEN')).exitCode).toBe(1);
  expect((await dream('secrets', 'remove', 'TOKEN')).stdout).toContain('Removed TOKEN');
});

test('a key is shown once, then only its hint', async () => {
  const dream = await commandsOnPostgres(projectFolder({ 'dream.yaml': dreamYaml }));
  const created = (await dream('keys', 'create', '--name', 'ci', '--json')).json<{ key: string; id: string }>();
  expect(created.key).toMatch(/^sk_test_/u);
  const listed = await dream('keys', 'list');
  expect(listed.stdout).toContain(created.id);
  expect(listed.stdout).not.toContain(created.key);
  const rotated = (await dream('keys', 'rotate', created.id, '--overlap', '0s', '--json')).json<{
    key: string;
    id: string;
  }>();
  expect(rotated.key).not.toBe(created.key);
  expect((await dream('keys', 'revoke', rotated.id)).stdout).toContain('revoked');
});
