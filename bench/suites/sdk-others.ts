import { execa } from 'execa';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repository, temporaryDirectory } from '../fixtures/workspace.ts';
import { interleave } from '../measure/interleave.ts';
import { boundRow, ratioRow, type Row } from '../measure/row.ts';
import { runCommand } from '../measure/run-command.ts';

const imports = 21;

/** What the SDKs for Python and Java cost those who use them. */
export async function sdkOthersSuite(): Promise<readonly Row[]> {
  return [...(await pythonRows()), ...(await javaRows())];
}

async function pythonRows(): Promise<readonly Row[]> {
  const python = (program: string) => ({
    program: 'python3',
    args: ['-c', program],
    variables: { PYTHONPATH: join(repository, 'sdks/python/src'), PYTHONDONTWRITEBYTECODE: '' },
  });
  const use = "import dream_sdk; dream_sdk.Dream(base_url='http://127.0.0.1', secret_key='sk_test_x')";
  const count = `import sys; before = len(sys.modules); ${use}; print(len(sys.modules) - before)`;
  const { stdout } = await execa('python3', python(count).args, { env: python(count).variables });
  const started = await interleave(
    imports,
    async () => (await runCommand(python(use))).cpu * 1000,
    async () => (await runCommand(python('pass'))).cpu * 1000,
  );
  return [
    ratioRow(
      'SDK for Python: import it and make a client, against a Python that does nothing',
      'CPU ms',
      started,
      null,
    ),
    boundRow('the same: what that takes more', 'CPU ms', started.ours - started.peer, 35),
    boundRow('the same: modules', 'modules', Number(stdout), 60),
  ];
}

async function javaRows(): Promise<readonly Row[]> {
  const directory = temporaryDirectory('sdk-java');
  const root = join(repository, 'sdks/java/src/main/java');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.java'))
    .map((path) => join(root, path));
  await execa('javac', ['-encoding', 'UTF-8', '--release', '17', '-d', join(directory, 'classes'), ...sources]);
  await execa('jar', ['--create', '--file', join(directory, 'sdk.jar'), '-C', join(directory, 'classes'), '.']);
  return [boundRow('SDK for Java: its jar', 'KB', statSync(join(directory, 'sdk.jar')).size / 1000, 900)];
}
