import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { read } from '../support/documents.ts';

const files = globSync('docs/decisions/*.md').toSorted();

test('decisions are numbered without gaps, by file name and by title', () => {
  const numbers = files.map((file) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(basename(file))?.[1]));
  expect(numbers).toEqual(files.map((_, index) => index + 1));
  const titles = files.map((file) => Number(/^# (\d+)\. /.exec(read(file))?.[1]));
  expect(titles).toEqual(numbers);
});

test.each(files)('%s gives background, decision and consequence on half a page', (file) => {
  const text = read(file);
  expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
    'Background',
    'Decision',
    'Consequence',
  ]);
  expect(text.split(/\s+/).length).toBeLessThan(450);
});
