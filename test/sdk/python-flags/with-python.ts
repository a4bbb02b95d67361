import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import { hasPython } from '../python/python-environment.ts';
import { notTried } from '../../support/not-tried.ts';

/** The tests, where there is a Python that they can be run with; elsewhere one that says so, and fails in CI. */
export function withPython(what: string, tests: () => void): void {
  if (hasPython()) tests();
  else notTried(`${what} in Python is not tried`, 'Python 3.10 as python3');
}

/** What a program of this folder writes, given lines of JSON; it may complain of nothing. */
export function pythonOutput(program: string, lines: readonly unknown[] = []): string {
  const { status, stderr, stdout } = spawnSync('python3', ['-W', 'error', `test/sdk/python-flags/${program}`], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1' },
    input: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    maxBuffer: 1024 * 1024 * 1024,
  });
  expect([stderr, status]).toEqual(['', 0]);
  return stdout;
}

/** One line of JSON for each that was given. */
export function pythonAnswers(program: string, lines: readonly unknown[]): readonly unknown[] {
  const answers = pythonOutput(program, lines).trimEnd().split('\n');
  expect(answers).toHaveLength(lines.length);
  return answers.map((line): unknown => JSON.parse(line));
}
