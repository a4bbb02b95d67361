// The middleware of Python in frameworks and servers of others, and under mypy --strict.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { itInLongRuns } from '../../support/it-in-long-runs.ts';
import { pythonEnvironment } from '../python/python-environment.ts';
import { endWithout, notTried } from '../../support/not-tried.ts';

const typed = pythonEnvironment();

if ('missing' in typed) {
  notTried('the types of the middleware in Python are not checked', typed.missing);
} else {
  test('mypy --strict finds nothing wrong with the middleware, and refuses every use that is', () => {
    const files = ['sdks/python/src/dream_sdk/middleware', 'test/sdk/python-middleware'];
    const options = ['--strict', '--python-version', '3.10', '--cache-dir', '/dev/null', '--exclude', 'frameworks'];
    const { status, stdout, stderr } = spawnSync(typed.python, ['-m', 'mypy', ...options, ...files], {
      encoding: 'utf8',
      env: { ...process.env, MYPYPATH: 'sdks/python/src' },
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Success: no issues found in \d+ source files\n$/u);
    expect(status).toBe(0);
  });
}

const programs = [
  ['P02 Flask, and Starlette behind Uvicorn, let through who may, and answer in one form', 'frameworks.py'],
  ['P02 FastAPI lets through who may, and answers in one form', 'frameworks_fastapi.py'],
  ['P02 Django that speaks WSGI lets through who may, and answers in one form', 'frameworks_django.py', 'wsgi'],
  ['P02 Django that speaks ASGI lets through who may, and answers in one form', 'frameworks_django.py', 'asgi'],
] as const;

for (const [title, program, ...kind] of programs)
  itInLongRuns(title, ({ skip }) => {
    const environment = pythonEnvironment(join(import.meta.dirname, 'requirements.txt'));
    if ('missing' in environment) return endWithout(environment.missing, skip);
    const { stdout, stderr } = spawnSync(environment.python, [`test/sdk/python-middleware/${program}`, ...kind], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1' },
    });
    expect(stderr).toBe('');
    expect(stdout).toBe('every part was run');
  });
