import { describe, expect, it } from 'vitest';
import { keepUnmanaged } from '../../../src/engine/diff/unmanaged.ts';
import type { ModelSchema } from '../../../src/engine/model/model.ts';

const schema: ModelSchema = {
  type: 'object',
  properties: {
    fallthrough: { type: 'string' },
    prices: { type: 'object', additionalProperties: { type: 'object' } },
    steps: {
      type: 'array',
      'x-list-key': 'key',
      items: { type: 'object', properties: { key: { type: 'string' }, after: { type: 'string' } } },
    },
  },
};

const keep = (unmanaged: readonly string[], desired: object, live: object, environment = 'production') =>
  keepUnmanaged({ ...desired, unmanaged: [...unmanaged] }, { ...live }, environment, schema);

describe('unmanaged fields', () => {
  it('stand as they are live, present or absent', () => {
    expect(keep(['fallthrough'], { fallthrough: 'off' }, { fallthrough: 'on' })).toMatchObject({ fallthrough: 'on' });
    expect(keep(['fallthrough'], { fallthrough: 'off' }, {})).not.toHaveProperty('fallthrough');
    expect(keep(['fallthrough'], {}, { fallthrough: 'on' })).toMatchObject({ fallthrough: 'on' });
  });

  it('belong to the files again outside the environment they name', () => {
    const paths = ['environments.production.fallthrough'];
    expect(keep(paths, { fallthrough: 'off' }, { fallthrough: 'on' })).toMatchObject({ fallthrough: 'on' });
    expect(keep(paths, { fallthrough: 'off' }, { fallthrough: 'on' }, 'staging')).toMatchObject({ fallthrough: 'off' });
  });

  it('may lie deep, and beside managed ones', () => {
    const live = { prices: { USD: { monthly: '1.00', annual: '9.00' } } };
    const desired = { prices: { USD: { monthly: '2.00', annual: '8.00' } } };
    expect(keep(['prices.USD.monthly'], desired, live)).toMatchObject({
      prices: { USD: { monthly: '1.00', annual: '8.00' } },
    });
  });

  it('of a list item are found by its key, wherever it stands', () => {
    const live = { steps: [{ key: 'mail', after: '1h' }, { key: 'bell' }] };
    const desired = { steps: [{ key: 'bell' }, { key: 'mail', after: '24h' }] };
    expect(keep(['steps[mail].after'], desired, live)).toMatchObject({
      steps: [{ key: 'bell' }, { key: 'mail', after: '1h' }],
    });
  });

  it('are not invented where the files have no such place', () => {
    expect(
      keep(['prices.EUR.monthly'], { prices: { USD: {} } }, { prices: { EUR: { monthly: '1.00' } } }),
    ).toMatchObject({ prices: { USD: {} } });
  });
});
