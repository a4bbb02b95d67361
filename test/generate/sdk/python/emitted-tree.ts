import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SdkFile } from '../../../../src/generate/sdk/api-description.ts';

/** The SDK as it was written, in a folder. */
export function writeTree(directory: string, files: readonly SdkFile[]): void {
  for (const { path, text } of files) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** What `mypy --strict` says of what was generated; of what was written by hand for another API, it says nothing. */
export function typeErrors(python: string, directory: string, generated: readonly SdkFile[]): string {
  const modules = generated.filter(({ path }) => path.endsWith('.py')).map(({ path }) => join(directory, path));
  // What several trees have in common, such as the standard library, is read once.
  const options = ['--strict', '--python-version', '3.10', '--cache-dir', join(directory, '..', 'mypy')];
  const { status, stderr, stdout } = spawnSync(
    python,
    ['-m', 'mypy', ...options, '--follow-imports', 'silent', ...modules],
    {
      encoding: 'utf8',
      env: { ...process.env, MYPYPATH: join(directory, 'src') },
    },
  );
  return status === 0 ? stderr : `${stdout}${stderr}`;
}

/** What a program writes that imports the SDK of the folder, warnings being errors. */
export function pythonOutput(directory: string, program: string): string {
  const { stderr, stdout } = spawnSync('python3', ['-W', 'error', '-c', program], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONPATH: join(directory, 'src'), PYTHONDONTWRITEBYTECODE: '1' },
  });
  return stdout + stderr;
}
