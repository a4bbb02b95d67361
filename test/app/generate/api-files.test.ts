import { Validator } from '@seriousme/openapi-schema-validator';
import { load } from 'js-yaml';
import { describe, expect, it, test } from 'vitest';
import { apiFiles } from '../../../src/app/generate/api-files.ts';
import { productParts } from '../../../src/app/generate/product-parts.ts';
import type { Component } from '../../../src/components/contract.ts';
import { components } from '../../../src/components/index.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../src/engine/json.ts';
import { openApiHead } from '../../../src/engine/load/written-openapi.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { openApiDocument } from '../../../src/server/openapi/openapi.ts';
import { aboutAll } from '../../../src/app/control-plane/api-parts.ts';
import { wholeTable } from '../../support/whole-table.ts';

const host = createHost();
const validator = new Validator();
const parts = productParts(host, components);
const files = apiFiles(parts, '1.2.3');
const documents = files.map(({ component, path, text }) => ({ component, path, document: parsed(text) }));

function parsed(text: string): JsonObject {
  const document: unknown = load(text);
  if (!isObject(document)) throw new TypeError('no document');
  return document;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function members(value: Json | undefined): readonly (readonly [string, JsonObject])[] {
  const entries = isJsonObject(value ?? null) ? Object.entries(Object(value)) : [];
  return entries.flatMap(([name, member]) => (isObject(member) ? [[name, member] as const] : []));
}

/** `GET /v1/plans` with what the document says of it. */
function operationsOf({ paths }: JsonObject): readonly (readonly [string, JsonObject])[] {
  return members(paths).flatMap(([path, item]) =>
    members(item).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  );
}

function tagsOf({ tags }: JsonObject): readonly Json[] {
  return Array.isArray(tags) ? tags : [];
}

// That of everything is held to it in test/server/openapi.test.ts.
test.each(documents.filter(({ component }) => component !== null))(
  '$path is valid by the official schema of OpenAPI 3.1',
  async ({ document }) => {
    expect((await validator.validate(structuredClone(document))).errors ?? []).toStrictEqual([]);
  },
);

describe.each(documents)('$path', ({ document }) => {
  it('refers only to what it holds, and holds nothing besides', () => {
    const text = JSON.stringify(document);
    const referred = new Set([...text.matchAll(/"#\/components\/(\w+\/[^"/]+)"/gu)].map(([, name]) => name));
    for (const [, { security }] of operationsOf(document)) {
      for (const either of Array.isArray(security) ? security : []) {
        for (const scheme of Object.keys(Object(either))) referred.add(`securitySchemes/${scheme}`);
      }
    }
    const held = members(document['components']).flatMap(([section, objects]) =>
      Object.keys(objects).map((name) => `${section}/${name}`),
    );
    expect(referred).toStrictEqual(new Set(held));
    for (const [, pointer = ''] of text.matchAll(/"#(\/x-kinds\/[^"]+)"/gu)) {
      const found = pointer
        .slice(1)
        .split('/')
        .reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), document);
      expect(isObject(found), pointer).toBe(true);
    }
  });

  it('says what every tag, and the document itself, is for', () => {
    const used = new Set(operationsOf(document).flatMap(([, { tags }]) => tags));
    expect(new Set(tagsOf(document).map((tag) => Object(tag).name))).toStrictEqual(used);
    for (const tag of [...tagsOf(document), { description: Object(document['info']).summary }]) {
      expect(tag).toStrictEqual(expect.objectContaining({ description: expect.stringMatching(/^[A-Z].{20,}\.$/u) }));
    }
  });
});

test('every operation of the table stands in one document of a component, and in that of everything', () => {
  const table = wholeTable(host, null)
    .map(({ id, method, path }) => `${method} ${path} "${id}"`)
    .toSorted();
  const described = (whole: boolean): readonly string[] =>
    documents
      .filter(({ component }) => (component === null) === whole)
      .flatMap(({ document }) => operationsOf(document))
      .map(([request, { operationId }]) => `${request} ${JSON.stringify(operationId)}`)
      .toSorted();
  expect(described(false)).toStrictEqual(table);
  expect(described(true)).toStrictEqual(table);
});

test('every kind stands in the document of its component, and all of them in that of everything', () => {
  const kindsOf = (of: string | null): readonly string[] =>
    documents
      .filter(({ component }) => component === of)
      .flatMap(({ document }) => members(document['x-kinds']).map(([kind]) => kind));
  for (const { name, models } of components) expect(kindsOf(name)).toStrictEqual(models.map(({ kind }) => kind));
  expect(kindsOf(null)).toStrictEqual(components.flatMap(({ models }) => models.map(({ kind }) => kind)));
});

test('no component describes a tag that none of its operations has', () => {
  for (const { api, name, operations } of parts) {
    const used = [...new Set(operations.map(({ tag }) => tag))].toSorted();
    expect({ name, tags: Object.keys(api?.tags ?? {}).toSorted() }).toStrictEqual({ name, tags: used });
  }
  const all = parts.flatMap(({ api }) => Object.keys(api?.tags ?? {}));
  expect(new Set(all).size).toBe(all.length);
});

test('what is read from a file is what the server serves', () => {
  const served = openApiDocument(wholeTable(host, new Uint8Array(32)), '1.2.3', aboutAll(parts));
  expect(JSON.stringify(documents[0]?.document)).toBe(JSON.stringify(served));
});

test('a schema of a name says the same in every document', () => {
  const [whole, ...others] = documents;
  const all = Object(whole?.document['components']).schemas;
  for (const { document } of others) {
    const schemas = Object(document['components']).schemas;
    expect(Object.keys(schemas)).not.toStrictEqual([]);
    for (const [name, schema] of Object.entries(schemas)) expect(schema).toStrictEqual(all[name]);
  }
});

test('the same parts give the same bytes', () => {
  expect(apiFiles(productParts(createHost(), components), '1.2.3')).toStrictEqual(files);
  expect(files.filter(({ text }) => !text.startsWith(`${openApiHead}\n`))).toStrictEqual([]);
});

describe('a component that is added', () => {
  const [meter] = components.find(({ name }) => name === 'billing')?.models ?? [];
  if (meter === undefined) throw new TypeError('billing has no kinds');
  const loyalty: Component = {
    name: 'loyalty',
    api: {
      summary: 'What is given to tenants that stay.',
      tags: { Rewards: 'What a tenant was given, and what for.' },
    },
    models: [
      {
        ...meter,
        kind: 'Reward',
        plural: 'rewards',
        component: 'loyalty',
        summary: 'Something given to tenants that stay.',
      },
    ],
    validators: { Reward: () => true },
    operations: () => [
      {
        id: 'rewards.get',
        method: 'GET',
        path: '/v1/rewards/{key}',
        summary: 'Get a reward',
        tag: 'Rewards',
        auth: ['secret'],
        scope: 'configuration:read',
        transaction: 'read',
        responses: {
          200: {
            description: 'The reward.',
            schema: { title: 'GivenReward', type: 'object', properties: { key: { type: 'string' } } },
          },
        },
        errors: [],
        handle: async () => ({ status: 200, body: {} }),
      },
    ],
  };
  const more = apiFiles(productParts(host, [...components, loyalty]), '1.2.3');

  it('has a document of its own, and a place in that of everything; the others stay as they are', () => {
    const changed = more.filter((file) => files.every(({ text }) => text !== file.text)).map(({ path }) => path);
    expect(changed).toStrictEqual(['openapi.yaml', 'loyalty/loyalty.yaml']);
  });

  it('is described by its operations, schemas, tags, errors and kinds', async () => {
    const document = parsed(more.find(({ component }) => component === 'loyalty')?.text ?? '');
    expect((await validator.validate(structuredClone(document))).errors ?? []).toStrictEqual([]);
    expect(operationsOf(document).map(([request]) => request)).toStrictEqual(['GET /v1/rewards/{key}']);
    expect(document).toMatchObject({
      info: { title: 'Dream: loyalty', summary: 'What is given to tenants that stay.' },
      tags: [{ name: 'Rewards', description: 'What a tenant was given, and what for.' }],
      components: {
        securitySchemes: { secretKey: { type: 'http' } },
        schemas: { GivenReward: { type: 'object' }, ApiError: { type: 'object' } },
      },
      'x-kinds': { Reward: { plural: 'rewards', schema: { type: 'object' } } },
    });
    expect(Object.keys(Object(Object(document['components']).schemas))).toStrictEqual([
      'ApiError',
      'ErrorDetails',
      'GivenReward',
      // Of its kind, what webhooks are told.
      'ResourceChange',
      'RewardCreatedEvent',
      'RewardDeletedEvent',
      'RewardUpdatedEvent',
    ]);
  });
});
