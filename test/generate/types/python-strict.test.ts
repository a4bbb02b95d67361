// What strict type checkers of Python make of generated types beyond mypy, which python.test.ts runs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { emitPython } from '../../../src/generate/types/python/emit-python.ts';
import { pythonEnvironment } from '../../sdk/python/python-environment.ts';
import { itInLongRuns } from '../../support/it-in-long-runs.ts';
import { endWithout } from '../../support/not-tried.ts';
import { describedDocuments } from './described.ts';
import { hostileDocuments } from './hostile-documents.ts';

const withoutName = JSON.parse('{ "": { "x": 1 }, "level": 2, "more": { "": "a" } }');
const documents = [{ kind: 'Flag', key: 'odd', variations: { on: { level: 3 }, off: withoutName }, fallthrough: 'on' }];

async function textOf(all: readonly object[]): Promise<string> {
  return emitPython(await describedDocuments(all), 'dream_types.py')[0]?.text ?? '';
}

test('an object with a field without a name may have any fields, and the others keep their types', async () => {
  const text = await textOf(documents);
  expect(text).not.toContain('TypedDict(');
  expect(text.replaceAll(/_[0-9a-f]{6}/gu, '').match(/^\w+: TypeAlias = .*$/gmu)).toStrictEqual([
    'OddFlag: TypeAlias = Mapping[str, Any]',
    'OddFlagMore: TypeAlias = Mapping[str, Any]',
  ]);
  expect(text).toContain('(TypedDict):\n    x: float\n');
  expect(text).toContain('default={"": {"x": 1}, "level": 2, "more": {"": "a"}}');
});

itInLongRuns('pyright, as strict as can be, finds nothing wrong with any names and values', async ({ skip }) => {
  const checker = pythonEnvironment(resolve('test/sdk/python/pyright-requirements.txt'));
  if ('missing' in checker) return endWithout(checker.missing, skip);
  const root = mkdtempSync(join(tmpdir(), 'dream-strict-'));
  try {
    writeFileSync(join(root, 'odd_types.py'), await textOf(documents));
    writeFileSync(join(root, 'hostile_types.py'), await textOf(hostileDocuments));
    const options = { typeCheckingMode: 'strict', pythonVersion: '3.10', extraPaths: [resolve('sdks/python/src')] };
    writeFileSync(join(root, 'pyrightconfig.json'), JSON.stringify(options));
    const args = ['-m', 'pyright', '--pythonpath', resolve(checker.python), '--project', root];
    const { stdout } = spawnSync(checker.python, args, { encoding: 'utf8' });
    expect(stdout).toMatch(/^0 errors, 0 warnings, 0 informations\s*$/mu);
  } finally {
    rmSync(root, { recursive: true });
  }
});
