import { expect, test } from 'vitest';
import { program } from '../support/cli.ts';
import { projectFolder } from '../support/project-folder.ts';

test('an empty DATABASE_URL is none, and a wrong one is refused with a sentence that keeps the password', async () => {
  const dream = await program(projectFolder({}));
  const { stdout, exitCode } = await dream.with({ env: { DATABASE_URL: '', DREAM_API_KEY: '' } })('status', '--json');
  expect({ exitCode, status: JSON.parse(stdout) }).toMatchObject({ exitCode: 0, status: { revision: 0 } });
  const wrong = dream.with({ env: { DATABASE_URL: 'mysql://ada:canary@127.0.0.1/acme' } });
  for (const command of ['status', 'serve']) {
    const refused = await wrong(command);
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain('The address of the database begins with mysql://; Dream needs PostgreSQL.');
    expect(refused.stderr).toContain('postgres://user:password@host:5432/database');
    expect(refused.stderr).not.toContain('canary');
  }
});
