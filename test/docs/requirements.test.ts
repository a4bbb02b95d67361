import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read, tableRows } from '../support/documents.ts';

const pattern = /^(FR-[A-Z]{1,2}|SC-|IN-|SD-|DA-|CP-|EC-|P)(\d+)$/;
const listed = tableRows(read('docs/requirements.md')).map(([id = '', text = '']) => ({ id, text }));

/** Ids that a string literal of a test file begins with: titles of tests and of groups of tests. */
const titled = globSync(['test/**/*.test.ts', 'sdks/**/*.test.ts'], { exclude: ['**/node_modules/**'] }).flatMap(
  (file) =>
    [...read(file).matchAll(/['"`]((?:FR-[A-Z]{1,2}|SC-|IN-|SD-|DA-|CP-|EC-|P)\d+)(?= )/g)].map(([, id = '']) => ({
      file,
      id,
    })),
);

test('every requirement has an id, which is used once, and says something', () => {
  expect(listed.filter(({ id, text }) => !pattern.test(id) || text.length < 20)).toEqual([]);
  expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
});

test('no family of ids has a gap', () => {
  const families = Map.groupBy(listed, ({ id }) => pattern.exec(id)?.[1] ?? id);
  const sizes = Object.fromEntries([...families].map(([family, members]) => [family, members.length]));
  for (const [family, members] of families) {
    const numbers = members.map(({ id }) => Number(pattern.exec(id)?.[2])).toSorted((a, b) => a - b);
    expect({ family, numbers }).toEqual({ family, numbers: members.map((_, index) => index + 1) });
  }
  expect(sizes).toEqual({
    'FR-B': 12,
    'FR-F': 10,
    'FR-A': 10,
    'FR-N': 9,
    'FR-AN': 8,
    'FR-FS': 8,
    'SC-': 15,
    P: 14,
    'IN-': 5,
    'SD-': 9,
    'DA-': 9,
    'CP-': 7,
    'EC-': 12,
  });
});

test('every id that a test title begins with is a requirement', () => {
  const known = new Set(listed.map(({ id }) => id));
  expect(titled.filter(({ id }) => !known.has(id))).toEqual([]);
  expect(titled.length).toBeGreaterThan(0);
});
