import { expect, test } from 'vitest';
import { commandsOnPostgres } from '../support/commands.ts';
import { projectFolder } from '../support/project-folder.ts';

test('DA-01 keys create gives each type of key its scopes, and names the scope that was probably meant', async () => {
  const dream = await commandsOnPostgres(projectFolder({}));
  const secret = await dream('keys', 'create', '--name', 'ci', '--json');
  expect(secret.json()).toMatchObject({ type: 'secret', mode: 'test', scopes: ['*'] });
  const tenant = await dream('keys', 'create', '--name', 'worker', '--tenant', 'acme');
  expect(tenant).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('The environment has no tenant acme.') });
  const publishable = await dream(
    'keys',
    'create',
    '--name',
    'website',
    '--type',
    'publishable',
    '--expires-in',
    '90d',
  );
  expect(publishable).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/\bpk_test_\w{49}\b/u) });
  expect(publishable.stdout).toContain(
    ', test mode, for access:read, catalogue:read, entitlements:read, flags:read and me:read',
  );
  const unknown = await dream(
    'keys',
    'create',
    '--name',
    'ci',
    '--scope',
    'keys:read',
    '--scope',
    'configurations:read',
  );
  expect(unknown.exitCode).toBe(1);
  expect(unknown.stderr).toContain("'configurations:read' is not a scope of this server.");
  expect(unknown.stderr).toContain('Did you mean `configuration:read`?');
});

test('DA-01 keys create names the option by which a key would never be valid', async () => {
  const dream = await commandsOnPostgres(projectFolder({}));
  const never = await dream('keys', 'create', '--name', 'ci', '--expires-in', '0d');
  expect(never.exitCode).toBe(1);
  expect(never.stderr).toContain('--expires-in is zero: the key would never be valid.');
});
