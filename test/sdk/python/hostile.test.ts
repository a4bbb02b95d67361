import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { hasPython } from './python-environment.ts';

if (hasPython()) {
  test('P13 no hostile server and no careless user gets at keys, at answers of others, or at an end without an end', () => {
    const env = { ...process.env, PYTHONPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1' };
    const { status, stderr } = spawnSync('python3', ['-W', 'error', 'test/sdk/python/hostile.py'], {
      encoding: 'utf8',
      env,
      timeout: 60_000,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  }, 60_000);
} else {
  test('the SDK for Python is not tried against hostile servers: there is no Python 3.10 as python3', () => {
    expect(process.env['CI']).not.toBe('true');
  });
}
