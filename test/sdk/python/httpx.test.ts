// The SDK for Python over clients of httpx; the cases of test/conformance/sdk/ are run with them as well.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { itInLongRuns } from '../../support/it-in-long-runs.ts';
import { endWithout } from '../../support/not-tried.ts';
import { pythonEnvironment } from './python-environment.ts';

const programs = [
  ['P13 calls over httpx end when they are to, and are signed by the SDK alone', 'over_httpx.py'],
  ['P13 calls over a client of httpx harm no other request of it, and keep none of its connections', 'shared_httpx.py'],
  [
    'P13 a call over httpx ends, and spoils no other, wherever its thread is interrupted',
    'interrupted_calls.py',
    'httpx',
  ],
  ['P13 no report of an error over httpx shows a key that was sent back', 'hidden_keys.py', 'httpx'],
  ['P13 no report of a task that was cancelled shows a key, over httpx either', 'cancelled_calls.py', 'httpx'],
  ['P13 no report of what ends a process in a call over httpx shows a key', 'told_to_end.py', 'httpx'],
] as const;

for (const [title, program, ...kind] of programs)
  itInLongRuns(title, ({ skip }) => {
    const environment = pythonEnvironment(join(import.meta.dirname, 'httpx-requirements.txt'));
    if ('missing' in environment) return endWithout(environment.missing, skip);
    const { stdout, stderr } = spawnSync(environment.python, ['-W', 'error', `test/sdk/python/${program}`, ...kind], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1' },
    });
    expect(stderr).toBe('');
    expect(stdout).toBe('every part was run');
  });

test('the package needs nothing, and httpx where it is asked for', () => {
  const project = readFileSync('sdks/python/pyproject.toml', 'utf8');
  expect(project).toContain('\ndependencies = []\n');
  expect(project).toMatch(/\n\[project\.optional-dependencies\]\nhttpx = \["httpx>=[\d.]+"\]\n/u);
});
