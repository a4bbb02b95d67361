import { join } from 'node:path';
import { execa } from 'execa';
import { expect, inject, test } from 'vitest';
import '../support/global-setup.ts';

/** A run of the tests of an SDK in each language, on a machine that has Node and nothing else. */
async function withNodeAlone(env: { readonly CI?: string }) {
  const files = ['test/sdk/python/models.test.ts', 'test/sdk/java/strict.test.ts'];
  return execa(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--maxWorkers', '1', ...files], {
    env: {
      PATH: join(process.cwd(), 'node_modules/no-programs'),
      DREAM_TEST_REPORT: join(inject('temporary'), 'not-tried.json'),
      CI: '',
      ...env,
    },
    reject: false,
  });
}

test('without Python and Java their tests are skipped, and a line for each says so', async () => {
  const { exitCode, stdout } = await withNodeAlone({});
  const last = stdout.split('\n').slice(-3);
  expect([...last.slice(0, 2).toSorted(), last[2], exitCode]).toStrictEqual([
    'Not tried by 1 test: there is no JDK 17 as javac',
    'Not tried by 1 test: there is no Python 3.10 as python3',
    '0 passed, 0 failed, 2 skipped',
    0,
  ]);
});

test.each(['true', '1'])('in CI, which installs both, that is a failure: CI=%s', async (CI) => {
  const { exitCode, stdout } = await withNodeAlone({ CI });
  expect([stdout.split('\n').at(-1), exitCode]).toStrictEqual(['0 passed, 2 failed', 1]);
});
