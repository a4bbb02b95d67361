import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { hasPython } from './python-environment.ts';
import { notTried } from '../../support/not-tried.ts';

if (hasPython()) {
  test('P06 an event is of the class that its type tells of, whatever it lacks, and no class is loaded before', () => {
    const env = { ...process.env, PYTHONPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1' };
    const { status, stderr } = spawnSync('python3', ['test/sdk/python/events.py'], { encoding: 'utf8', env });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('P06 a body is read once for each secret, however many signatures came with it', () => {
    const env = { ...process.env, PYTHONPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1' };
    const program = 'test/sdk/python/webhook_signatures.py';
    const { stdout, stderr } = spawnSync('python3', ['-W', 'error', program], { encoding: 'utf8', env });
    expect(stderr).toBe('');
    expect(stdout).toBe('every part was run');
  });
} else {
  notTried('events of the SDK for Python are not tried', 'Python 3.10 as python3');
}
