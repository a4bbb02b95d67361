// The SDK for Python under mypy --strict, with what must be refused in `uses.py`.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { pythonEnvironment } from './python-environment.ts';

const environment = pythonEnvironment();

if ('missing' in environment) {
  test(`the types of the SDK for Python are not checked: there is no ${environment.missing}`, () => {
    expect(process.env['CI']).not.toBe('true');
  });
} else {
  test('SC-015 mypy --strict finds nothing wrong with the SDK, and refuses every use that is', () => {
    const { status, stdout, stderr } = spawnSync(
      environment.python,
      [
        '-m',
        'mypy',
        '--strict',
        '--python-version',
        '3.10',
        '--cache-dir',
        '/dev/null',
        'sdks/python/src',
        'test/sdk/python/uses.py',
      ],
      { encoding: 'utf8', env: { ...process.env, MYPYPATH: 'sdks/python/src' } },
    );
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Success: no issues found in [12]\d\d source files\n$/);
    expect(status).toBe(0);
  }, 60_000);
}
