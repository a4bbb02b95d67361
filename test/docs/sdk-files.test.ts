import { expect, test } from 'vitest';
import { generateSdk } from '../../src/app/generate/generate-sdk.ts';
import { createHost } from '../../src/host/create-host.ts';

test('CP-05 sdks/ is what the operation table and the templates say; if not: npm run generate', async () => {
  const { sdks } = await generateSdk({ host: createHost(), directory: 'sdks', check: true });
  expect(sdks.length).toBeGreaterThan(0);
  for (const { directory, files } of sdks) {
    const stale = files.filter(({ state }) => state !== 'unchanged').map(({ path, state }) => `${path}: ${state}`);
    expect({ directory, stale }).toStrictEqual({ directory, stale: [] });
  }
});
