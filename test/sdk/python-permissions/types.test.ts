// Permissions and entitlements of the SDK for Python under mypy --strict, and what importing them costs.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { pythonEnvironment } from '../python/python-environment.ts';
import { withPython } from '../python-flags/with-python.ts';
import { notTried } from '../../support/not-tried.ts';

const environment = pythonEnvironment();
const source = 'sdks/python/src/dream_sdk';

if ('missing' in environment) {
  notTried('the types of permissions in Python are not checked', environment.missing);
} else {
  test('mypy --strict finds nothing wrong with permissions and entitlements, and refuses every use that is', () => {
    const files = [`${source}/permissions`, `${source}/entitlements`, 'test/sdk/python-permissions'];
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
  test('who asks for no permissions loads none of it, and matching loads neither clients nor asyncio', () => {
    const program = [
      'import sys; sys.path.insert(0, "sdks/python/src"); import dream_sdk',
      'dream_sdk.Dream(base_url="http://127.0.0.1")',
      'loaded = lambda *parts: print(*sorted(name for name in sys.modules if any(part in name for part in parts)))',
      'loaded("dream_sdk.permissions", "dream_sdk.entitlements")',
      'from dream_sdk.permissions import matches_permission',
      'loaded("dream_sdk.permissions", "dream_sdk.entitlements")',
      'from dream_sdk.permissions import PermissionClient; from dream_sdk.entitlements import EntitlementClient',
      'loaded("asyncio", "_async_keeper")',
    ].join('\n');
    const { stdout, stderr } = spawnSync('python3', ['-I', '-S', '-B', '-c', program], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual(['', 'dream_sdk.permissions dream_sdk.permissions._matching', '', '']);
  });
});
