import { execa } from 'execa';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { largerProduct } from '../fixtures/larger-product.ts';
import { node, repository, temporaryDirectory } from '../fixtures/workspace.ts';
import { interleave } from '../measure/interleave.ts';
import { boundRow, ratioRow, type Row } from '../measure/row.ts';
import { runCommand } from '../measure/run-command.ts';

const imports = 21;
const operations = 200;

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

/** That of Dream's own API, and that of one of 200 operations. */
async function javaRows(): Promise<readonly Row[]> {
  const directory = temporaryDirectory('sdk-java');
  const larger = await largerProduct(operations);
  await execa(node, [larger, 'generate', 'sdk', '--lang', 'java', '--out', join(directory, 'sdks')]);
  const own = join(repository, 'sdks/java');
  return [
    boundRow('SDK for Java: its jar', 'KB', await jarSize(own), 900),
    boundRow(`the same: jar at ${operations} operations`, 'KB', await jarSize(join(directory, 'sdks/java')), 900),
    boundRow('the same: jar of its flags', 'KB', await jarSize(join(own, 'flags'), join(own, 'src/main/java')), 250),
  ];
}

/**
 * Compiled as `pom.xml` has it: with lines and names of files, which is what `javac` writes by itself.
 *
 * @param needed the sources of another artifact that it needs, which do not count
 */
async function jarSize(artifact: string, needed?: string): Promise<number> {
  const directory = temporaryDirectory('sdk-jar');
  const path: string[] = [];
  if (needed !== undefined) {
    const classes = join(directory, 'needed');
    await compile(needed, classes);
    path.push('--module-path', classes);
  }
  await compile(join(artifact, 'src/main/java'), join(directory, 'classes'), path);
  await execa('jar', ['--create', '--file', join(directory, 'sdk.jar'), '-C', join(directory, 'classes'), '.']);
  return statSync(join(directory, 'sdk.jar')).size / 1000;
}

async function compile(root: string, classes: string, path: readonly string[] = []): Promise<void> {
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.java'))
    .map((file) => join(root, file));
  await execa('javac', ['-encoding', 'UTF-8', '--release', '17', ...path, '-d', classes, ...sources]);
}
