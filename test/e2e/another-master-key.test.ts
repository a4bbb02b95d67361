import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { onPostgres, program } from '../support/cli.ts';
import { projectFolder } from '../support/project-folder.ts';

it('a server that does not open the secrets of its database says so in its log when it starts', async () => {
  const dream = await program(projectFolder({}), await onPostgres());
  expect(await dream.with({ input: 'of-a-service' })('secrets', 'set', 'TOKEN')).toMatchObject({ exitCode: 0 });

  const right = await dream.serve();
  expect(right.output()).not.toContain('master key');
  await right.stop();

  const wrong = await dream.with({ env: { DREAM_MASTER_KEY: randomBytes(32).toString('base64') } }).serve();
  expect(wrong.output()).toContain(
    'the master key of this server does not open a secret of the database: start it with the key that sealed them, or set them again; dream status names them',
  );
  const { exitCode, stdout } = await dream('status');
  expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('✓ SecretsPresent') });
  await wrong.stop();
});
