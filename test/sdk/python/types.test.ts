// The SDK for Python under mypy --strict and pyright, with what must be refused in `uses.py`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { itInLongRuns } from '../../support/it-in-long-runs.ts';
import { pythonEnvironment } from './python-environment.ts';
import { endWithout, notTried } from '../../support/not-tried.ts';

const environment = pythonEnvironment();

if ('missing' in environment) {
  notTried('the types of the SDK for Python are not checked', environment.missing);
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

itInLongRuns('SC-015 pyright, as strict as the settings of the SDK say, finds nothing wrong with it', ({ skip }) => {
  const checker = pythonEnvironment(join(import.meta.dirname, 'pyright-requirements.txt'));
  if ('missing' in checker) return endWithout(checker.missing, skip);
  const { status, stdout } = spawnSync(
    checker.python,
    // Packages are looked for where this Python has them, and not where the first one of the PATH has.
    ['-m', 'pyright', '--pythonpath', checker.python, '--project', 'sdks/python'],
    { encoding: 'utf8' },
  );
  expect(stdout).toMatch(/^0 errors, 0 warnings, 0 informations\s*$/mu);
  expect(status).toBe(0);
});
