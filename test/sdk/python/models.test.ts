import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { hasPython } from './python-environment.ts';
import { notTried } from '../../support/not-tried.ts';

if (hasPython()) {
  test('answers are read, compared, kept and shown without secrets, and never changed', () => {
    const env = { ...process.env, PYTHONPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1' };
    const { status, stderr } = spawnSync('python3', ['test/sdk/python/models.py'], { encoding: 'utf8', env });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
} else {
  notTried('answers of the SDK for Python are not tried', 'Python 3.10 as python3');
}
