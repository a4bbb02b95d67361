import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { notTried } from '../../support/not-tried.ts';
import { hasPython } from './python-environment.ts';

if (hasPython()) {
  test.each([
    [
      'no hostile server and no careless user gets at keys, at answers of others, or at an end without an end',
      'hostile.py',
    ],
    ['what cannot be an answer is none, an early one is heard, and what connects can be ended', 'wire.py'],
    ['a server that refuses early is heard over TLS as well', 'over_tls.py'],
    ['sizes that nobody can mean are a broken answer, and no room is asked for that', 'sizes.py'],
    ['errors say what the server said, and show no key, with the variables of all frames neither', 'told_errors.py'],
    ['no report of an error shows a key that was sent back', 'hidden_keys.py'],
    ['no report of a task that was cancelled shows a key, or what was said so far', 'cancelled_calls.py'],
    ['no report of what ends a process in the middle of a call does', 'told_to_end.py'],
    ['what a program gives is what is sent, what cannot be meant is told, and keys are those of the code', 'given.py'],
    ['nothing that a program gives to a client of flags makes it raise', 'given_flags.py'],
  ])(
    'P13 %s',
    (_, program) => {
      const env = { ...process.env, PYTHONPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1' };
      const { status, stderr, stdout } = spawnSync('python3', ['-W', 'error', `test/sdk/python/${program}`], {
        encoding: 'utf8',
        env,
        timeout: 60_000,
      });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      expect(stdout).toBe('every part was run');
    },
    60_000,
  );
} else {
  notTried('the SDK for Python is not tried against hostile servers', 'Python 3.10 as python3');
}
