import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { wholeDocument } from '../../src/app/generate/api-files.ts';
import { productParts } from '../../src/app/generate/product-parts.ts';
import type { Component } from '../../src/components/contract.ts';
import { components } from '../../src/components/index.ts';
import { toJson } from '../../src/engine/to-json.ts';
import { createHost } from '../../src/host/create-host.ts';
import { undeclared } from '../support/declared-events.ts';

const host = createHost();
const data = { title: 'RewardData', type: 'object', required: ['points'], properties: { points: { type: 'integer' } } };
const loyalty: Component = {
  name: 'loyalty',
  api: {
    summary: 'What is given to tenants that stay.',
    tags: {},
    events: { 'reward.given': { summary: 'A reward was given.', data }, 'reward.lost': 'A reward was lost.' },
  },
  models: [],
  validators: {},
};

test('what a component declares stands among the webhooks, and in its own document alone', () => {
  const parts = productParts(host, [...components, loyalty]);
  const { document } = wholeDocument(parts, '1.2.3');
  const webhooks = toJson(document['webhooks']);
  expect(webhooks).toMatchObject({
    'reward.given': {
      post: {
        summary: 'A reward was given.',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/RewardGivenEvent' } } } },
        responses: { '2XX': {}, '410': {} },
      },
    },
    'flag.archived': {},
    'tenant.created': {},
    'workflow.updated': {},
  });
  expect(document).toMatchObject({
    components: {
      parameters: { 'X-Platform-Signature': { in: 'header', required: true } },
      schemas: {
        RewardGivenEvent: {
          properties: { type: { const: 'reward.given' }, data: { $ref: '#/components/schemas/RewardData' } },
        },
        RewardLostEvent: { properties: { data: { $ref: '#/components/schemas/BeforeAndAfter' } } },
      },
    },
  });
});

test('a document with webhooks is valid by the official schema of OpenAPI 3.1', async () => {
  const { document } = wholeDocument(productParts(host, [...components, loyalty]), '1.2.3');
  const { errors = [], valid } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
  expect({ errors, valid }).toStrictEqual({ errors: [], valid: true });
});

test('an event of another type or form is told from one that is declared', () => {
  const author = 'ada';
  expect(undeclared([{ type: 'tenant.created', payload: { before: null, after: {}, author } }])).toStrictEqual([]);
  expect(undeclared([{ type: 'tenant.created', payload: { after: {}, author } }])).toHaveLength(1);
  expect(undeclared([{ type: 'tenant.sung', payload: {} }])).toStrictEqual(['tenant.sung is not declared']);
});
