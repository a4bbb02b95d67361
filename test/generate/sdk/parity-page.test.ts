import { expect, test } from 'vitest';
import type { ApiDescription, SdkOperation } from '../../../src/generate/sdk/api-description.ts';
import { parityPage } from '../../../src/generate/sdk/parity-page.ts';
import type { WrittenSdk } from '../../../src/generate/sdk/sdk-calls.ts';

function operation(id: string, request: string, component: string): SdkOperation {
  const [method, route = ''] = request.split(' ');
  return {
    id,
    name: id.split('.').at(-1) ?? '',
    component,
    method: method === 'GET' ? 'GET' : 'POST',
    route,
    summary: 'Do it',
    auth: ['secret'],
    pathParameters: [],
    queryParameters: [],
    result: { form: 'nothing' },
    isMutation: false,
    isAboutTenant: false,
    errors: [],
  };
}

const description: ApiDescription = {
  version: '1.2.3',
  apiVersion: '2026-11-01',
  types: [],
  resources: [
    {
      name: 'pets',
      path: ['pets'],
      operations: [operation('pets.list', 'GET /v1/pets', 'zoo')],
      resources: [
        {
          name: 'toys',
          path: ['pets', 'toys'],
          operations: [operation('pets.toys.add', 'POST /v1/pets/{pet}/toys', 'shop')],
          resources: [],
        },
      ],
    },
  ],
};

function sdk(title: string, ...calls: readonly (readonly [string, string])[]): WrittenSdk {
  const rows = calls.map(([call, request]) => `| \`${call}\` | \`${request}\` | What it does. |`);
  return { title, files: [{ path: 'api.md', text: ['# Every call', '| call | sends |', ...rows].join('\n') }] };
}

const logo = sdk('Logo', ['PETS.LIST', 'GET /v1/pets'], ['PETS.TOYS.ADD', 'POST /v1/pets/{pet}/toys']);
const basic = sdk('Basic', ['pets_list()', 'GET /v1/pets'], ['pets_toys_add(pet)', 'POST /v1/pets/{pet}/toys']);

test('SC-015 every operation stands beside its call in each SDK, and what none has beside the reason', () => {
  const leftOut = [{ id: 'birds.sing', request: 'POST /birds/{bird}', reason: 'birds sing by themselves' }];
  expect(parityPage(description, [logo, basic], leftOut)).toBe(`# Every operation in every SDK

Written by \`node scripts/sdk-parity.ts\` from the operation table and the SDKs; do not edit.

2 operations, each a call in Logo and Basic. [How the SDKs behave](sdk-behaviour.md) is the same in all.

## shop

| operation | Logo | Basic |
| --- | --- | --- |
| \`pets.toys.add\` | \`PETS.TOYS.ADD\` | \`pets_toys_add(pet)\` |

## zoo

| operation | Logo | Basic |
| --- | --- | --- |
| \`pets.list\` | \`PETS.LIST\` | \`pets_list()\` |

## Left out

In no SDK, on purpose.

| operation | request | why |
| --- | --- | --- |
| \`birds.sing\` | \`POST /birds/{bird}\` | birds sing by themselves |
`);
});

const list = ['PETS.LIST', 'GET /v1/pets'] as const;
const add = ['PETS.TOYS.ADD', 'POST /v1/pets/{pet}/toys'] as const;
const partial: readonly (readonly [string, WrittenSdk, string])[] = [
  ['lacks an operation', sdk('Half', list), 'POST /v1/pets/{pet}/toys'],
  ['has one that the API has not', sdk('Half', list, add, ['BIRDS', 'GET /v1/birds']), 'GET /v1/birds'],
  ['has one twice', sdk('Half', list, add, ['LIST', 'GET /v1/pets']), 'GET /v1/pets'],
  ['has no index', { title: 'Half', files: [] }, 'GET /v1/pets'],
];

test.each(partial)('SC-015 an SDK that %s has no place beside the others', (_, half, request) => {
  expect(() => parityPage(description, [logo, half], [])).toThrow(
    new RangeError(`Half: ${request} is not one call in its api.md`),
  );
});
