import { execa } from 'execa';
import { expect } from 'vitest';

/** What a program of this folder writes; it may complain of nothing. */
export async function pythonOutput(
  program: string,
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<string> {
  const { stdout, stderr } = await execa('python3', ['-W', 'error', `test/sdk/python-permissions/${program}`], {
    env: { PYTHONPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1', ...env },
    input,
  });
  expect(stderr).toBe('');
  return stdout;
}
