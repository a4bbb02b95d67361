import { expect, test } from 'vitest';
import { generateOpenApi } from '../../src/app/generate/generate-openapi.ts';
import { createHost } from '../../src/host/create-host.ts';

test('openapi/ is what the operation table and the models say; if not: npm run generate', async () => {
  const { documents } = await generateOpenApi({ host: createHost(), directory: 'openapi', check: true });
  expect(documents.length).toBeGreaterThan(7);
  expect(documents.filter(({ state }) => state !== 'unchanged').map(({ path, state }) => `${path}: ${state}`)).toEqual(
    [],
  );
});
