import { expect, test } from 'vitest';
import { formatGeneratedSdks, type GeneratedSdksFacts } from '../../src/views/generated-sdks.ts';
import { plainStyle } from '../../src/views/style.ts';

function sdk(language: string, files: readonly ('unchanged' | 'changed' | 'new' | 'gone')[]) {
  return {
    language,
    directory: `sdks/${language}`,
    operations: 1118,
    types: 206,
    files: files.map((state, index) => ({ path: `src/${index}.ts`, state })),
  };
}

const sdks: GeneratedSdksFacts['sdks'] = [
  sdk('typescript', ['unchanged', 'changed', 'new', 'new', 'gone']),
  sdk('python', ['unchanged', 'unchanged']),
];

test('what was written, and what became of each SDK', () => {
  expect(formatGeneratedSdks({ checked: false, directory: 'sdks', sdks }, plainStyle)).toBe(
    `SDK              OPERATIONS  TYPES  FILES  STATE
sdks/typescript  1,118       206    4      1 written, 2 new, 1 removed
sdks/python      1,118       206    2      unchanged

✓ Wrote 3 files into sdks, and removed 1.`,
  );
});

test('what a check found, file by file, and what to type then', () => {
  expect(formatGeneratedSdks({ checked: true, directory: 'our sdks', sdks }, plainStyle)).toBe(
    `SDK              OPERATIONS  TYPES  FILES  STATE
sdks/typescript  1,118       206    4      1 stale, 2 missing, 1 left over
sdks/python      1,118       206    2      fresh

  sdks/typescript/src/1.ts  stale
  sdks/typescript/src/2.ts  missing
  sdks/typescript/src/3.ts  missing
  sdks/typescript/src/4.ts  left over
✗ our sdks is stale: 4 files of 7.
dream generate sdk --out 'our sdks' writes what the operation table says.`,
  );
});

test('many stale files are counted', () => {
  const many = [
    sdk(
      'typescript',
      Array.from({ length: 12 }, () => 'changed' as const),
    ),
  ];
  expect(formatGeneratedSdks({ checked: true, directory: 'sdks', sdks: many }, plainStyle)).toMatch(
    /\n {2}sdks\/typescript\/src\/9\.ts {2}stale\n {2}and 2 more\n✗ sdks is stale: 12 files of 12\.\n/u,
  );
});

test('where there is nothing to write', () => {
  const fresh = [sdk('python', ['unchanged'])];
  expect(formatGeneratedSdks({ checked: true, directory: 'sdks', sdks: fresh }, plainStyle)).toMatch(
    /\n\n✓ sdks is fresh: nothing to write\.$/u,
  );
});
