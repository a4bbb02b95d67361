import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { emitJava } from '../../../../src/generate/sdk/java/index.ts';
import { hasJdk, javaFlags, jdkNeeds } from '../../../sdk/java/jdk.ts';
import { compiledTree } from './compiled-tree.ts';
import { pets } from './pets-api.ts';
import { notTried } from '../../../support/not-tried.ts';

const root = mkdtempSync(join(tmpdir(), 'dream-java-'));

afterAll(() => {
  rmSync(root, { recursive: true });
});

/** As `Uses.java` tells it, in its order. */
const told = [
  ['Rex', '2026-01-02T03:04:05.678Z', 'Tom', 'red'],
  ['true', 'true', 'true', '[small, very-big]'],
  ['aviary', 'true'],
  ['4', 'Optional[4]', 'Optional.empty', 'Optional.empty'],
  ['Optional.empty', 'false'],
  ['1.50', 'true'],
  ['tiny', 'false', 'Optional.empty', 'Optional.empty'],
  ['true', '2'],
  ['true', 'Optional.empty', 'Optional[many]'],
  ['Pet: the answer has no name of the form it must have'],
  ['{}', '7', 'Optional.empty'],
  ['{}', '[Pet[], null, Pet[name]]', '[7,null,{"name":"Rex"}]'],
  ['true'],
  ['Renaming: name, why are required'],
  [
    '{"name":"Max","why":"a whim","nick":null,"size":"odd","age":3,"toys":[{"is":"toy","toyName":"ball"}],"more":"1970-01-01T00:00:00.000Z"}',
  ],
  [
    '{"name":"Moritz","why":"a whim","nick":null,"size":"odd","toys":[{"is":"toy","toyName":"ball"}],"more":"1970-01-01T00:00:00.000Z"}',
  ],
  ['{"is":"toy","toyName":"b","new":[1]}'],
];

if (hasJdk()) {
  test('classes read what comes and write what is said, whatever else there is', async () => {
    const uses = { path: 'Uses.java', text: readFileSync('test/generate/sdk/java/Uses.java', 'utf8') };
    const { classPath, messages } = await compiledTree(root, [...emitJava(pets, []), uses]);
    expect(messages).toBe('');
    const ran = spawnSync('java', [...javaFlags, '-cp', classPath, 'Uses'], { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    expect(
      ran.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toStrictEqual(told);
  });
} else {
  notTried('what is written for Java is not run', jdkNeeds);
}
