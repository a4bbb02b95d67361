import { expect, test } from 'vitest';
import { productParts } from '../../../../src/app/generate/product-parts.ts';
import { describeApi } from '../../../../src/app/generate/sdk/describe-api.ts';
import { sdkLanguages } from '../../../../src/app/generate/sdk/languages.ts';
import type { Component } from '../../../../src/components/contract.ts';
import { components } from '../../../../src/components/index.ts';
import type { SdkFile } from '../../../../src/generate/sdk/api-description.ts';
import { operationCases } from '../../../../src/generate/sdk/cases/operation-cases.ts';
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
const spent = {
  title: 'SpentReward',
  type: 'object',
  required: ['points', 'on'],
  properties: { points: { type: 'integer' }, on: { title: 'Purchase', type: 'object', properties: {} } },
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
  api: {
    summary: 'What is given to tenants that stay.',
    tags: { Rewards: 'What a tenant was given.' },
    events: {
      'reward.given': { summary: 'A reward was given.', data: spent },
      'reward.spent': { summary: 'A reward was spent.', data: spent },
      'reward.lost': 'A reward was lost.',
    },
  },
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

test.each([
  [
    'typescript',
    [
      ["  /** A reward was given. */\n  readonly 'reward.given': SpentReward;", 'src/types.ts'],
      ["  readonly 'reward.lost': BeforeAndAfter;", 'src/types.ts'],
      ['export interface SpentReward {\n  readonly points: number;\n  readonly on: Purchase;\n}', 'src/types.ts'],
    ],
  ],
  [
    'python',
    [
      ['class SpentRewardEvent(Model):', 'src/dream_sdk/types/_events.py'],
      ['    type: Literal["reward.given", "reward.spent"]', 'src/dream_sdk/types/_events.py'],
      ['    data: SpentReward', 'src/dream_sdk/types/_events.py'],
      ['    "reward.lost": BeforeAndAfterEvent,', 'src/dream_sdk/types/_events.py'],
      ['    SpentRewardEvent,\n', 'src/dream_sdk/types/_events.py'],
      ['    "SpentRewardEvent",\n', 'src/dream_sdk/types/__init__.py'],
    ],
  ],
  [
    'java',
    [
      ['    public SpentReward data() {', 'types/SpentRewardEvent.java'],
      ['public final class SpentRewardEvent extends DreamEvent {', 'types/SpentRewardEvent.java'],
      ['case "reward.given" -> new SpentRewardEvent(json);', 'types/DreamEvent.java'],
      ['case "reward.lost" -> new BeforeAndAfterEvent(json);', 'types/DreamEvent.java'],
    ],
  ],
])('SC-015 what a component that is added tells of is typed by its data in the SDK for %s', (name, expected) => {
  const language = sdkLanguages.find((one) => one.name === name);
  if (language === undefined) throw new TypeError(`no language ${name}`);
  const [before, after] = [components, more].map((some) => emitted(some, language));
  for (const [text = '', path = ''] of expected) {
    const [without, withEvents] = [before, after].map((files) => files?.find((file) => file.path.endsWith(path))?.text);
    expect(withEvents).toContain(text);
    expect(without ?? '').not.toContain(text);
  }
});

test('SC-015 a component that is added has a row for each of its operations in the page of all SDKs', () => {
  const sdks = sdkLanguages.map((language) => ({ title: language.title, files: emitted(more, language) }));
  const page = parityPage(describeApi(productParts(host, more), '1.2.3'), sdks, []);
  const rows = page.split('\n').filter((line) => line.startsWith('| `rewards.'));
  expect(rows.map((row) => row.split(' | ').length)).toStrictEqual([sdks.length + 1, sdks.length + 1]);
});

test('SC-015 a component that is added has a behaviour case for each of its operations, in a file of its own', () => {
  const [before, after] = [components, more].map((some) =>
    operationCases(describeApi(productParts(host, some), '1.2.3')),
  );
  const added = after?.filter(({ path }) => path === 'loyalty.json') ?? [];
  expect(after?.filter((file) => !added.includes(file))).toStrictEqual(before);
  const { cases } = JSON.parse(added[0]?.text ?? '');
  expect(cases).toMatchObject([
    {
      id: 'operations/rewards-get',
      steps: [{ call: 'rewards.get', path: { key: 'key 1' }, use: 'await' }],
      server: [{ status: 200, json: { key: 'key 1', why: 'stayed' } }],
      expect: {
        outcomes: [{ value: { key: 'key 1', why: 'stayed' } }],
        requests: [{ method: 'GET', path: ['v1', 'rewards', 'key 1'] }],
      },
    },
    {
      id: 'operations/rewards-given-list',
      steps: [{ call: 'rewards.given.list', query: { page: 7, pageSize: 7 }, use: 'pages' }],
      expect: {
        requests: [
          {
            query: [
              ['page', '7'],
              ['pageSize', '7'],
            ],
          },
        ],
      },
    },
  ]);
});

test('SC-015 every SDK of the product has every operation', () => {
  const description = describeApi(productParts(host, components), '1.2.3');
  const sdks = sdkLanguages.map((language) => ({ title: language.title, files: emitted(components, language) }));
  expect(parityPage(description, sdks, []).match(/^\| `/gmu)?.length).toBeGreaterThan(90);
});

test.each(sdkLanguages)('the SDK for $title is the same whenever it is written', (language) => {
  expect(emitted(components, language)).toStrictEqual(emitted(components, language));
});
