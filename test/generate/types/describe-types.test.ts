import { describe, expect, test } from 'vitest';
import type { ConfigurationTypes, FlagType } from '../../../src/generate/types/configuration-types.ts';
import { describedDocuments, describedExample } from './described.ts';

const text = (value: string): object => ({ kind: 'literal', value });

async function flagOf(flag: object): Promise<FlagType | undefined> {
  return (await describedDocuments([{ kind: 'Flag', key: 'a', ...flag }])).flags[0];
}

function objectTypeOf({ objectTypes }: ConfigurationTypes, id: string): object | undefined {
  return objectTypes.find((objectType) => objectType.id === id);
}

describe('the default of a flag', () => {
  test.each([
    ['is its off variation', { variations: { x: 'one', y: 'two' }, offVariation: 'y' }, 'two'],
    [
      'is the variation named off, where no other is its off variation',
      { variations: { x: 'one', off: 'two' } },
      'two',
    ],
    ['is false of a switch without one', { variations: { yes: true, no: false } }, false],
    ['is false of a switch that can only be true', { variations: { yes: true } }, false],
    ['is what is written first otherwise', { variations: { x: 'one', a: 'two' } }, 'one'],
    ['is null where that is its off variation', { variations: { off: null, x: { a: 1 } } }, null],
  ])('%s', async (_, flag, expected) => {
    expect((await flagOf(flag))?.default).toStrictEqual(expected);
  });

  test('is that of the first live environment', async () => {
    const flag = {
      variations: { x: 'one', y: 'two' },
      offVariation: 'x',
      environments: { production: { offVariation: 'y' } },
    };
    expect((await flagOf(flag))?.default).toBe('two');
  });
});

describe('the type of a flag', () => {
  test.each([
    ['texts are themselves', { x: 'b', y: 'a' }, { kind: 'union', members: [text('b'), text('a')] }],
    ['one text is itself', { x: 'b', y: 'b' }, text('b')],
    ['numbers are any number', { x: 1, y: 2.5 }, { kind: 'number' }],
    ['true alone is true and false', { x: true }, { kind: 'boolean' }],
    [
      'null may stand beside others',
      { x: null, y: [1] },
      { kind: 'nullable', of: { kind: 'list', items: { kind: 'number' } } },
    ],
    ['nothing in a list may be anything', { x: [] }, { kind: 'list', items: { kind: 'json' } }],
    ['an object without fields may have any', { x: {} }, { kind: 'map', values: { kind: 'json' } }],
    ['null alone is null', { x: null }, { kind: 'null' }],
  ])('%s', async (_, variations, expected) => {
    expect((await flagOf({ variations }))?.type).toStrictEqual(expected);
  });

  test('has the fields of all objects, those optional that some lack, one type within another', async () => {
    const types = await describedDocuments([
      {
        kind: 'Flag',
        key: 'a',
        variations: { x: { n: 1, deep: [{ t: 'p' }] }, y: { n: 2, deep: [{ t: 'q', u: true }] } },
      },
      { kind: 'Flag', key: 'b', variations: { x: { n: 1 }, y: { n: 1, m: 'k' } } },
    ]);
    expect(types.flags.map(({ type }) => type)).toStrictEqual([
      { kind: 'named', name: 'Flag/a' },
      { kind: 'named', name: 'Flag/b' },
    ]);
    expect(objectTypeOf(types, 'Flag/a')).toMatchObject({
      wish: 'a flag',
      isSent: false,
      fields: [
        { name: 'n', type: { kind: 'number' }, isRequired: true },
        { name: 'deep', type: { kind: 'list', items: { kind: 'named', name: 'Flag/a/"deep"[]' } }, isRequired: true },
      ],
    });
    expect(objectTypeOf(types, 'Flag/a/"deep"[]')).toMatchObject({
      fields: [
        { name: 't', type: { kind: 'union', members: [text('p'), text('q')] }, isRequired: true },
        { name: 'u', type: { kind: 'boolean' }, isRequired: false },
      ],
    });
    expect(objectTypeOf(types, 'Flag/b')).toMatchObject({
      fields: [{ isRequired: true }, { name: 'm', isRequired: false }],
    });
  });

  test('holds what any environment may serve', async () => {
    const flag = { variations: { x: 'one' }, environments: { development: { variations: { try: 'two' } } } };
    expect((await flagOf(flag))?.type).toStrictEqual({ kind: 'union', members: [text('one'), text('two')] });
  });
});

test('what is archived is marked so, and comments are one line without anything hidden', async () => {
  const { flags, groups } = await describedDocuments([
    { kind: 'Flag', key: 'old', state: 'archived', variations: { x: 1 }, expires: '2027-01-31' },
    { kind: 'Plan', key: 'past', state: 'archived', name: 'Past\u202e  plan', description: 'Two\n\nlines\u0007 here' },
  ]);
  const deprecated = 'Archived in the configuration.';
  expect(flags[0]?.notes).toStrictEqual({ text: 'To be gone from the code by 2027-01-31.', deprecated });
  expect(groups.find(({ name }) => name === 'plans')?.constants[0]?.notes).toStrictEqual({
    text: 'Past plan. Two lines here.',
    deprecated,
  });
});

test('permissions are the actions of resource types, wholly and within each scope, and all of them', async () => {
  const { families } = await describedDocuments([
    {
      kind: 'ResourceType',
      key: 'employee',
      actions: ['update', 'read'],
      scopes: { self: 'resource.userId == user.key' },
    },
  ]);
  const [permissions] = families;
  expect(permissions?.groups.map(({ constants }) => constants.map(({ value, wish }) => [value, wish]))).toStrictEqual([
    [
      ['employee:*', 'wildcard'],
      ['employee:read', 'read'],
      ['employee:read:self', 'read self'],
      ['employee:update', 'update'],
      ['employee:update:self', 'update self'],
    ],
  ]);
});

test('what is told of somebody is what the tenancy keeps and what contexts declare, which goes before it', async () => {
  const types = await describedDocuments([
    {
      kind: 'Tenancy',
      key: 'default',
      attributes: { user: { level: 'string', team: { type: 'list', required: true } } },
    },
    { kind: 'ContextKind', key: 'user', attributes: { level: { type: 'number', sensitive: true }, born: 'date' } },
  ]);
  expect(objectTypeOf(types, 'ContextKind/user')).toMatchObject({
    isSent: true,
    fields: [
      {
        name: 'level',
        type: { kind: 'number' },
        description: 'Sensitive: it never leaves the process that evaluates.',
      },
      { name: 'team', type: { kind: 'list' }, isRequired: false },
      { name: 'born', type: { kind: 'text' } },
    ],
  });
});

test('every kind whose keys people choose has its constants, and a workflow what it is started with', async () => {
  const { groups, tables } = await describedExample('acme');
  expect(groups.map(({ name }) => name)).toStrictEqual([
    'alert-rules',
    'audit-streams',
    'context-kinds',
    'entitlements',
    'events',
    'identity-providers',
    'meters',
    'plans',
    'resource-types',
    'retention-policies',
    'roles',
    'segments',
    'templates',
    'topics',
    'webhook-endpoints',
    'workflows',
  ]);
  const payloads = tables.find(({ name }) => name === 'workflow-payloads')?.rows;
  expect(payloads?.find(({ name }) => name === 'comment-notification')?.type).toStrictEqual({
    kind: 'named',
    name: 'EventSchema/comment.created',
  });
});

test('equal configurations give equal descriptions, in whatever order they are written', async () => {
  const documents = [
    { kind: 'Plan', key: 'pro' },
    { kind: 'Flag', key: 'b', variations: { x: 1 } },
    { kind: 'Plan', key: 'free' },
    { kind: 'Flag', key: 'a', variations: { x: { deep: { er: 1 } } } },
    { kind: 'EventSchema', key: 'z', properties: { a: 'string' } },
  ];
  const described = await describedDocuments(documents);
  expect(await describedDocuments(documents.toReversed())).toStrictEqual(described);
});
