import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { hasPython } from './python-environment.ts';
import { notTried } from '../../support/not-tried.ts';

if (hasPython()) {
  test('P01 a call, its pages and its reconnections belong to whoever was signed in when it was made', () => {
    const env = { ...process.env, PYTHONPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1' };
    const { status, stderr } = spawnSync('python3', ['-W', 'error', 'test/sdk/python/signed_in.py'], {
      encoding: 'utf8',
      env,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
} else {
  notTried('nobody signs in to the SDK for Python', 'Python 3.10 as python3');
}
