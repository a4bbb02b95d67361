// The flags of the SDK for Python under mypy --strict, and what importing them costs.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { pythonEnvironment } from '../python/python-environment.ts';
import { withPython } from './with-python.ts';
import { notTried } from '../../support/not-tried.ts';

const environment = pythonEnvironment();

if ('missing' in environment) {
  notTried('the types of flags in Python are not checked', environment.missing);
} else {
  test('mypy --strict finds nothing wrong with flags, and refuses every use that is', () => {
    const files = ['sdks/python/src/dream_sdk/flags', 'test/sdk/python-flags'];
    const { status, stdout, stderr } = spawnSync(
      environment.python,
      ['-m', 'mypy', '--strict', '--python-version', '3.10', '--cache-dir', '/dev/null', ...files],
      { encoding: 'utf8', env: { ...process.env, MYPYPATH: 'sdks/python/src' } },
    );
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Success: no issues found in \d+ source files\n$/u);
    expect(status).toBe(0);
  }, 120_000);
}

withPython('importing', () => {
  test('who asks for no flags loads none of it, and constants of flags load next to nothing', () => {
    const program =
      'import sys; sys.path.insert(0, "sdks/python/src"); import dream_sdk; dream_sdk.Dream(base_url="http://127.0.0.1"); ' +
      'print(*(name for name in sys.modules if "flags" in name)); from dream_sdk.flags import FlagKey; ' +
      'FlagKey("x", default=False); print(*sorted(name for name in sys.modules if "flags" in name)); ' +
      'print(*(name for name in sys.modules if name in ("ssl", "http", "asyncio", "socket", "ipaddress", "json")))';
    const { stdout, stderr } = spawnSync('python3', ['-I', '-S', '-B', '-c', program], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual(['', 'dream_sdk.flags dream_sdk.flags._key dream_sdk.flags._own_copy', '', '']);
  });
});
