import { expect, test } from 'vitest';
import { generateDocs } from '../../src/app/generate/generate-docs.ts';
import { createHost } from '../../src/host/create-host.ts';

test('CP-05 docs/api/ is what the operation table says; if not: npm run generate', async () => {
  const { files } = await generateDocs({ host: createHost(), directory: 'docs/api', check: true });
  expect(files.length).toBeGreaterThan(7);
  expect(files.filter(({ state }) => state !== 'unchanged').map(({ path, state }) => `${path}: ${state}`)).toEqual([]);
});
