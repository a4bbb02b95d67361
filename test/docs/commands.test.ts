import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { markdownFiles, read } from '../support/documents.ts';

test('every npm script that a document names exists', () => {
  const scripts = new Set(Object.keys(packageJson.scripts));
  const named = [...markdownFiles(), '.ci/run'].flatMap((file) =>
    [...read(file).matchAll(/\bnpm run (?:--silent )?([a-z][a-z:-]*)/g)].map(([, script = '']) => ({ file, script })),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ script }) => !scripts.has(script))).toEqual([]);
});

test('contributors find every script they need in CONTRIBUTING.md', () => {
  const text = read('CONTRIBUTING.md');
  const own = ['build', 'prepare', 'types', 'lint'];
  const expected = Object.keys(packageJson.scripts).filter((script) => !own.includes(script));
  expect(expected.filter((script) => !text.includes(script === 'test' ? 'npm test' : `npm run ${script}`))).toEqual([]);
});
