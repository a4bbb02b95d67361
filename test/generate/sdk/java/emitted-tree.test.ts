import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { emitJava } from '../../../../src/generate/sdk/java/index.ts';
import { hasJdk, jdkNeeds } from '../../../sdk/java/jdk.ts';
import { longRun } from '../../../support/long-run.ts';
import { awkwardApi } from '../typescript/awkward-api.ts';
import { eventfulApi } from '../typescript/eventful-api.ts';
import { hostileNames } from '../typescript/hostile-names.ts';
import { compiledTree } from './compiled-tree.ts';
import { hostileApi } from './hostile-api.ts';
import { notTried } from '../../../support/not-tried.ts';

const root = mkdtempSync(join(tmpdir(), 'dream-java-'));

afterAll(() => {
  rmSync(root, { recursive: true });
});

if (hasJdk()) {
  test.each([
    ['awkward', awkwardApi],
    ['hostile', hostileNames],
    ['eventful', eventfulApi],
  ])('CP-05 what is written of any API compiles without a warning: %s', async (name, api) => {
    expect((await compiledTree(join(root, name), emitJava(api, []))).messages).toBe('');
  });

  test('no name and no description gets out of its place', async () => {
    for (const [index, api] of fc.sample(hostileApi, longRun ? 20 : 1).entries()) {
      const { messages } = await compiledTree(join(root, `any-${index}`), emitJava(api, []));
      expect(messages).toBe('');
    }
  });
} else {
  notTried('what is written for Java is not compiled', jdkNeeds);
}
