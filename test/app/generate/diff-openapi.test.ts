import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diffOpenApi } from '../../../src/app/generate/diff-openapi.ts';
import { generateOpenApi } from '../../../src/app/generate/generate-openapi.ts';
import { components } from '../../../src/components/index.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { projectFolder } from '../../support/project-folder.ts';

const host = createHost();
const few = components.filter(({ name }) => name === 'billing' || name === 'analytics');
const diff = async (old: string) => diffOpenApi({ host, old, components: few });

test('a directory, the document in it, and the document of one component are compared with what they describe', async () => {
  const directory = projectFolder({});
  await generateOpenApi({ host, directory, check: false, components: few });
  const same = { breaking: 0, compatible: 0, differences: [] };
  expect(await diff(directory)).toMatchObject({ ...same, title: 'Dream', old: join(directory, 'openapi.yaml') });
  const billing = join(directory, 'billing/billing.yaml');
  expect(await diff(billing)).toMatchObject({ ...same, title: 'Dream: billing' });
  expect(await diff(join(directory, 'billing'))).toMatchObject({ ...same, title: 'Dream: billing', old: billing });

  const text = readFileSync(billing, 'utf8');
  writeFileSync(billing, text.replace('/v1/tenants/{tenant}/plan:', '/v1/tenants/{tenant}/tier:'));
  const moved = await diff(billing);
  expect(moved).toMatchObject({ breaking: 3, compatible: 0 });
  expect(moved.differences.map(({ code, felt, is }) => [code, felt, is])).toStrictEqual([
    ['operation-moved', ['tenantPlans.remove'], 'DELETE /v1/tenants/{tenant}/plan'],
    ['operation-moved', ['tenantPlans.get'], 'GET /v1/tenants/{tenant}/plan'],
    ['operation-moved', ['tenantPlans.set'], 'PUT /v1/tenants/{tenant}/plan'],
  ]);
});

/** A billion values in ten lines. */
const manyTimes = `a0: &a0 [x]\n${Array.from({ length: 9 }, (_, nth) => {
  const aliases = Array.from({ length: 10 }, () => `*a${nth}`);
  return `a${nth + 1}: &a${nth + 1} [${aliases.join(', ')}]\n`;
}).join('')}`;

test.each([
  ['paths: [', /cannot be read: line \d+: /u],
  ['{"openapi": "3.1.1", "info": {"title": "Petshop"}, "paths": {}}', /describes another API than that of Dream/u],
  ['openapi: 3.0.3\n', /is OpenAPI 3\.0\.3, and only 3\.1 can be compared/u],
  ['kind: Plan\n', /is no OpenAPI document/u],
  ['# nothing\n', /cannot be read: /u],
  ['openapi: &a [*a]\n', /cannot be read: its aliases stand for each other without an end/u],
  [manyTimes, /cannot be read: its aliases stand for each other without an end/u],
  ['\u0000', /is no text/u],
])('what is no document of ours is refused: %j', async (text, message) => {
  const old = join(projectFolder({ 'old.yaml': text }), 'old.yaml');
  await expect(diff(old)).rejects.toMatchObject({
    code: 'cli/no-openapi-document',
    message: expect.stringMatching(message),
  });
});
