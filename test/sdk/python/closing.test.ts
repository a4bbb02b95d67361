import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { hasPython } from './python-environment.ts';
import { longRun } from '../../support/long-run.ts';
import { notTried } from '../../support/not-tried.ts';

if (hasPython()) {
  test.each([
    ['a stream that is closed from elsewhere ends at once and without an error, and its connection too', 'closing.py'],
    ['a signal that comes when all is over lets no connection go unclosed', 'late_signals.py'],
    [
      'a signal that is given in the middle of what a thread does with it is waited for by nobody',
      'reentrant_signals.py',
    ],
    ['who waits is woken by what interrupts the wait, wherever it does', 'interrupted_waits.py'],
    // Thousands of instants of a call, one after the other.
    ...(longRun
      ? [['a call ends, and spoils no other, wherever its thread is interrupted by its signal', 'interrupted_calls.py']]
      : []),
  ])(
    'P13 %s',
    (_, program) => {
      const env = { ...process.env, PYTHONPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1' };
      const { status, stderr } = spawnSync('python3', ['-W', 'error', `test/sdk/python/${program}`], {
        encoding: 'utf8',
        env,
        timeout: 180_000,
      });
      expect(stderr).toBe('');
      expect(status).toBe(0);
    },
    180_000,
  );
} else {
  notTried('streams of the SDK for Python are not closed', 'Python 3.10 as python3');
}
