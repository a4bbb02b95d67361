import { expect, test } from 'vitest';
import { productParts } from '../../../../src/app/generate/product-parts.ts';
import { describeApi } from '../../../../src/app/generate/sdk/describe-api.ts';
import { sdkLanguages } from '../../../../src/app/generate/sdk/languages.ts';
import type { Component } from '../../../../src/components/contract.ts';
import { components } from '../../../../src/components/index.ts';
import type { SdkFile } from '../../../../src/generate/sdk/api-description.ts';
import { parityPage } from '../../../../src/generate/sdk/parity-page.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { pageQuery, pageSchema } from '../../../../src/server/page.ts';

const host = createHost();
const reward = {
  title: 'GivenReward',
  type: 'object',
  required: ['key', 'why'],
  properties: { key: { type: 'string' }, why: { type: 'string', enum: ['stayed', 'came-back'] } },
} as const;
const shared = {
  tag: 'Rewards',
  auth: ['secret'],
  scope: 'configuration:read',
  transaction: 'read',
  errors: [],
  handle: async () => ({ status: 200, body: {} }),
} as const;
const loyalty: Component = {
  name: 'loyalty',
  api: { summary: 'What is given to tenants that stay.', tags: { Rewards: 'What a tenant was given.' } },
  models: [],
  validators: {},
  operations: () => [
    {
      ...shared,
      id: 'rewards.get',
      method: 'GET',
      path: '/v1/rewards/{key}',
      summary: 'Get a reward',
      responses: { 200: { description: 'The reward.', schema: reward } },
    },
    {
      ...shared,
      id: 'rewards.given.list',
      method: 'GET',
      path: '/v1/rewards',
      summary: 'List what was given',
      query: pageQuery,
      responses: { 200: { description: 'A page.', schema: pageSchema(reward) } },
    },
  ],
};

function emitted(some: readonly Component[], { emit, templates }: (typeof sdkLanguages)[number]): readonly SdkFile[] {
  return emit(describeApi(productParts(host, some), '1.2.3'), templates());
}

const more = [...components, loyalty];

test.each(sdkLanguages)(
  'SC-015 a component that is added is in the SDK for $title with its calls and types, without a line of an emitter',
  (language) => {
    const before = new Map(emitted(components, language).map(({ path, text }) => [path, text]));
    const after = emitted(more, language);
    const different = after.filter(({ path, text }) => before.get(path) !== text);
    expect(after.filter(({ path }) => !before.has(path)).length).toBeGreaterThan(0);
    expect([...before.keys()].filter((path) => after.every((file) => file.path !== path))).toStrictEqual([]);
    // Files of resources that were there say what they said.
    const others = different.filter(({ path }) => before.has(path) && /tenants|webhooks|flags/iu.test(path));
    expect(others.map(({ path }) => path)).toStrictEqual([]);
    const text = different.map((file) => file.text).join('\n');
    for (const name of ['GivenReward', 'came-back', '/v1/rewards/{key}', 'What a tenant was given.']) {
      expect(text).toContain(name);
    }
  },
);

test('SC-015 a component that is added has a row for each of its operations in the page of all SDKs', () => {
  const sdks = sdkLanguages.map((language) => ({ title: language.title, files: emitted(more, language) }));
  const page = parityPage(describeApi(productParts(host, more), '1.2.3'), sdks, []);
  const rows = page.split('\n').filter((line) => line.startsWith('| `rewards.'));
  expect(rows.map((row) => row.split(' | ').length)).toStrictEqual([sdks.length + 1, sdks.length + 1]);
});

test('SC-015 every SDK of the product has every operation', () => {
  const description = describeApi(productParts(host, components), '1.2.3');
  const sdks = sdkLanguages.map((language) => ({ title: language.title, files: emitted(components, language) }));
  expect(parityPage(description, sdks, []).match(/^\| `/gmu)?.length).toBeGreaterThan(90);
});

test.each(sdkLanguages)('the SDK for $title is the same whenever it is written', (language) => {
  expect(emitted(components, language)).toStrictEqual(emitted(components, language));
});
