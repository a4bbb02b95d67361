import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from '../support/documents.ts';

test('only the listed files work outside an environment', () => {
  const listed = [
    ...read('docs/decisions/0007-who-works-outside-an-environment.md').matchAll(/^\| `(src\/[^`]+)`/gm),
  ].map(([, path]) => String(path));
  const calling = globSync('src/**/*.ts').filter((path) =>
    /(?:database|from|to|target)\s*\.withControlPlane\(/.test(readFileSync(path, 'utf8')),
  );
  expect(new Set(calling)).toStrictEqual(new Set(listed));
});
