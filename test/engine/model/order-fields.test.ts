import { expect, it } from 'vitest';
import type { ModelSchema } from '../../../src/engine/model/model.ts';
import { orderFields } from '../../../src/engine/model/order-fields.ts';

const price: ModelSchema = { type: 'object', properties: { monthly: { type: 'string' }, annual: { type: 'string' } } };
const schema: ModelSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    prices: { type: 'object', additionalProperties: price },
    tiers: { type: 'array', items: price },
  },
};

it('puts fields in the order of the model, and names of the user in the alphabet', () => {
  const tier = { annual: '9', monthly: '1' };
  const body = { zeta: 1, tiers: [tier], prices: { USD: tier, EUR: tier }, alpha: 2, name: 'Pro' };
  const text = JSON.stringify(orderFields(body, schema));
  const inOrder = '{"monthly":"1","annual":"9"}';
  expect(text).toBe(
    `{"name":"Pro","prices":{"EUR":${inOrder},"USD":${inOrder}},"tiers":[${inOrder}],"alpha":2,"zeta":1}`,
  );
});
