import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read, tableRows } from '../support/documents.ts';

const [product = '', code = ''] = read('docs/glossary.md').split("## The code's words");
const productWords = tableRows(product).map(([word = '', means = '']) => ({ word, means }));
const codeWords = tableRows(code).map(([word = '', means = '', type = '']) => ({ word, means, type }));

test('the words that must not be mixed up stand in the glossary, once each', () => {
  const words = [...productWords, ...codeWords].map(({ word }) => word);
  expect(words).toEqual([...new Set(words)]);
  expect(words).toEqual(
    expect.arrayContaining(
      'kind,model,resource,resource type,plan,changeset,revision,environment,tenant,flag,option,event,entry,db'.split(
        ',',
      ),
    ),
  );
  expect([...productWords, ...codeWords].filter(({ means }) => means === '')).toEqual([]);
});

test('every type that the glossary names exists', () => {
  const sources = globSync(['src/**/*.ts', 'scripts/**/*.ts']).map(read).join('\n');
  const types = codeWords.map(({ type }) => type.replaceAll('`', '')).filter((type) => type !== '');
  expect(types.length).toBeGreaterThan(5);
  expect(types.filter((type) => !new RegExp(`^export (interface|type|class) ${type}\\b`, 'm').test(sources))).toEqual(
    [],
  );
});
