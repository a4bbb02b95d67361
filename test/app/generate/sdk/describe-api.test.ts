import { expect, test } from 'vitest';
import { wholeDocument } from '../../../../src/app/generate/api-files.ts';
import { productParts } from '../../../../src/app/generate/product-parts.ts';
import { describeApi } from '../../../../src/app/generate/sdk/describe-api.ts';
import type { Component } from '../../../../src/components/contract.ts';
import { components } from '../../../../src/components/index.ts';
import type {
  SdkOperation,
  SdkResource,
  SdkResult,
  TypeReference,
} from '../../../../src/generate/sdk/api-description.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { wholeTable } from '../../../support/whole-table.ts';

const host = createHost();
const description = describeApi(productParts(host, components), '1.2.3');
const resources = allOf(description.resources);
const operations = resources.flatMap((resource) => resource.operations);

function allOf(some: readonly SdkResource[]): readonly SdkResource[] {
  return some.flatMap((resource) => [resource, ...allOf(resource.resources)]);
}

function operation(id: string): SdkOperation {
  const found = operations.find((one) => one.id === id);
  if (found === undefined) throw new TypeError(`no ${id}`);
  return found;
}

/** Every name that stands anywhere in a value, whatever that is: not by the walk that is to be tested. */
function namesIn(value: unknown): readonly string[] {
  return [...JSON.stringify(value).matchAll(/\{"kind":"named","name":"([^"]*)"\}/gu)].map(([, name = '']) => name);
}

test('CP-05 every operation of the table stands there once, but for those of a standard', () => {
  const table = wholeTable(host, null).filter(({ foreignProtocol }) => foreignProtocol === undefined);
  const expected = table.map(({ id, method, path }) => `${id} ${method} ${path}`).toSorted();
  expect(operations.map(({ id, method, route }) => `${id} ${method} ${route}`).toSorted()).toStrictEqual(expected);
  expect(expected.length).toBeGreaterThan(90);
});

test('CP-05 fields and parameters are those that OpenAPI has', () => {
  const { components: named, paths } = Object(wholeDocument(productParts(host, components), '1.2.3').document);
  for (const { fields, name } of description.types) {
    const { properties, required = [] } = named.schemas[name];
    expect({ name, fields: fields.map((field) => field.name) }).toStrictEqual({
      name,
      fields: Object.keys(properties),
    });
    const needed = fields.filter(({ isRequired }) => isRequired).map((field) => field.name);
    expect({ name, needed: needed.toSorted() }).toStrictEqual({ name, needed: required.toSorted() });
  }
  for (const { id, method, pathParameters, queryParameters, route } of operations) {
    const { parameters, requestBody } = paths[route][method.toLowerCase()];
    const wanted = (place: string): unknown =>
      parameters
        .filter((parameter: { in?: string }) => parameter.in === place)
        .map(({ name, required }: { name: string; required: boolean }) => ({ name, required }));
    const own = [pathParameters, queryParameters].map((some) =>
      some.map(({ isRequired, name }) => ({ name, required: isRequired })),
    );
    expect({ id, own }).toStrictEqual({ id, own: [wanted('path'), wanted('query')] });
    expect({ id, body: operation(id).body !== undefined }).toStrictEqual({ id, body: requestBody !== undefined });
  }
});

test('SC-015 every component that has operations is there', () => {
  const parts = productParts(host, components).filter((part) => part.operations.length > 0);
  expect(new Set(operations.map(({ component }) => component))).toStrictEqual(new Set(parts.map(({ name }) => name)));
});

test('names are such as every language can write, and none stands for two things', () => {
  const groups = [
    description.resources.map(({ name }) => name),
    ...resources.map((resource) => [...resource.operations, ...resource.resources].map(({ name }) => name)),
  ];
  for (const names of groups) {
    expect(names.filter((name) => !/^[a-z][A-Za-z0-9]*$/u.test(name))).toStrictEqual([]);
    expect(new Set(names).size).toBe(names.length);
  }
  expect(resources.filter(({ name, path }) => path.at(-1) !== name)).toStrictEqual([]);
  for (const { operations: own, path } of resources) {
    expect(own.map(({ id }) => id)).toStrictEqual(own.map(({ name }) => [...path, name].join('.')).toSorted());
  }
});

test('CP-05 an id of one word has no place in an SDK, and is refused by its name', () => {
  const [part] = productParts(host, components);
  const [given] = part?.operations ?? [];
  if (part === undefined || given === undefined) throw new TypeError('no operation');
  const ping = { ...part, operations: [{ ...given, id: 'ping' }] };
  expect(() => describeApi([ping], '1.2.3')).toThrow(
    new RangeError("ping: an id says the resource first: 'things.get'"),
  );
});

test('every type that is named is there, and every one that is there is named', () => {
  const names = description.types.map(({ name }) => name);
  expect(names).toStrictEqual([...new Set(names)].toSorted());
  expect(new Set(namesIn(description))).toStrictEqual(new Set(names));
  expect(names.filter((name) => /^(Authzen|Ofrep)/u.test(name))).toStrictEqual([]);
});

test('a type says whether it is sent or answered', () => {
  const both = new Map(description.types.map(({ isAnswered, isSent, name }) => [name, [isSent, isAnswered]]));
  expect(both.get('TenantsCreateBody')).toStrictEqual([true, false]);
  expect(both.get('Tenant')).toStrictEqual([false, true]);
  expect(both.get('Changeset')).toStrictEqual([true, true]);
  for (const { name, isAnswered, isSent, fields } of description.types) {
    expect(isSent || isAnswered, name).toBe(true);
    for (const inner of namesIn(fields)) {
      if (isSent) expect(both.get(inner)?.[0], `${name} holds ${inner}`).toBe(true);
      if (isAnswered) expect(both.get(inner)?.[1], `${name} holds ${inner}`).toBe(true);
    }
  }
});

test('P06 every event that receivers are told of is there, with what its data is in the OpenAPI document', () => {
  const { components: named, webhooks } = Object(wholeDocument(productParts(host, components), '1.2.3').document);
  const { kinds = [], name } = description.events ?? {};
  expect(name).toBe('Event');
  expect(kinds.map(({ type }) => type)).toStrictEqual(Object.keys(webhooks).toSorted());
  for (const { data, summary, type } of kinds) {
    const { requestBody, summary: said } = webhooks[type].post;
    const { $ref } = requestBody.content['application/json'].schema;
    const { properties } = named.schemas[$ref.slice('#/components/schemas/'.length)];
    expect([summary, data]).toStrictEqual([said, namedBy(properties.data.$ref)]);
  }
});

test('where nobody is told of anything, there are no events', () => {
  const parts = productParts(host, components).map(({ api, ...part }) => ({
    ...part,
    api: api === undefined ? undefined : { summary: api.summary, tags: api.tags },
  }));
  expect(describeApi(parts, '1.2.3').events).toBeUndefined();
  expect(describeApi([], '1.2.3').events).toBeUndefined();
});

test('P13 lists say how they go on', () => {
  const forms: readonly (readonly [string, SdkResult])[] = [
    ['tenants.list', { form: 'pages', page: named('TenantPage'), item: named('Tenant') }],
    ['audit.entries.list', part('AuditEntry', 'cursor')],
    ['events.list', part('Event', 'after')],
    // The page that is asked for stands in its body.
    ['access.who', { form: 'value', type: named('AccessWhoResult') }],
  ];
  for (const [id, form] of forms) expect(operation(id).result).toStrictEqual(form);
  for (const { id, name, result } of operations) {
    if (name === 'list') expect(['pages', 'parts'], id).toContain(result.form);
  }
});

test('what is no list has a form of its own', () => {
  expect(operation('tenants.delete').result).toStrictEqual({ form: 'nothing' });
  expect(operation('events.stream').result).toStrictEqual({ form: 'events', data: named('Event') });
  expect(operation('audit.export').result).toMatchObject({ form: 'bytes' });
  // 200 and 201 are the same; 304 is none.
  expect(operation('grants.set').result).toStrictEqual({ form: 'value', type: named('CrossTenantGrant') });
  expect(operation('flags.ruleset').result).toStrictEqual({ form: 'value', type: named('VersionedRuleset') });
});

test('an operation is described whole', () => {
  expect(operation('members.get')).toStrictEqual({
    id: 'members.get',
    name: 'get',
    component: 'access',
    method: 'GET',
    route: '/v1/tenants/{tenant}/members/{user}',
    summary: expect.any(String),
    auth: ['secret'],
    pathParameters: [
      { name: 'tenant', type: { kind: 'text' }, isRequired: true, description: expect.stringMatching(/^Id of the/u) },
      { name: 'user', type: { kind: 'text' }, isRequired: true, description: expect.stringMatching(/^Id of the/u) },
    ],
    queryParameters: [],
    result: { form: 'value', type: named('Member') },
    isMutation: false,
    isAboutTenant: true,
    errors: expect.arrayContaining([expect.stringMatching(/^\w+\/[a-z-]+$/u)]),
  });
  expect(operation('tenants.create')).toMatchObject({ isMutation: true, body: named('TenantsCreateBody') });
  expect(operation('access.can')).toMatchObject({ method: 'POST', isMutation: false });
});

test('a resource has the description of its tag, unless several meet there', () => {
  const about = new Map(resources.map(({ description: text, path }) => [path.join('.'), text]));
  expect(about.get('members')).toBe('Who belongs to a tenant, and with which roles.');
  expect(about.get('access')).toBeUndefined();
});

test('the same parts give the same description', () => {
  const again = describeApi(productParts(createHost(), components), '1.2.3');
  expect(JSON.stringify(again)).toBe(JSON.stringify(description));
  expect(description).toMatchObject({ version: '1.2.3', apiVersion: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u) });
});

test('CP-05 a component that is added has its resource and its types, and the others stay as they are', () => {
  const loyalty: Component = {
    name: 'loyalty',
    api: { summary: 'What is given to tenants that stay.', tags: { Rewards: 'What a tenant was given.' } },
    models: [],
    validators: {},
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
  const more = describeApi(productParts(host, [...components, loyalty]), '1.2.3');
  expect(more.resources.filter(({ name }) => name !== 'rewards')).toStrictEqual(description.resources);
  expect(more.types.filter(({ name }) => name !== 'GivenReward')).toStrictEqual(description.types);
  expect(more.resources.find(({ name }) => name === 'rewards')).toMatchObject({
    description: 'What a tenant was given.',
    operations: [{ id: 'rewards.get', component: 'loyalty', result: { form: 'value', type: named('GivenReward') } }],
  });
  expect(more.types.find(({ name }) => name === 'GivenReward')).toStrictEqual({
    name: 'GivenReward',
    fields: [{ name: 'key', type: { kind: 'text' }, isRequired: false }],
    isSent: false,
    isAnswered: true,
  });
});

function namedBy(reference: string): TypeReference {
  return named(reference.slice('#/components/schemas/'.length));
}

function named(name: string): TypeReference {
  return { kind: 'named', name };
}

function part(name: string, cursorParameter: string): SdkResult {
  return { form: 'parts', part: named(`${name}Part`), item: named(name), cursorParameter };
}
