import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json } from '../../src/engine/json.ts';
import { pageBounds, toPage } from '../../src/server/page.ts';
import { eachDatabase } from '../support/databases.ts';
import { startServer } from '../support/test-server.ts';

describe('P14 pages', () => {
  it('P14 together hold every item once, and agree on the totals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }), (total, pageSize) => {
        const items = Array.from({ length: total }, (_, index) => index);
        const seen: number[] = [];
        let page = 1;
        for (let more = true; more; page += 1) {
          const { limit, offset } = pageBounds({ page, pageSize });
          const { data, pagination } = toPage(items.slice(offset, offset + limit), total, { page, pageSize });
          expect(pagination).toMatchObject({
            page,
            pageSize,
            totalItems: total,
            totalPages: Math.ceil(total / pageSize),
            hasPrevious: page > 1,
          });
          seen.push(...data);
          more = pagination.hasNext;
        }
        expect(seen).toStrictEqual(items);
      }),
    );
  });
});

eachDatabase((databases) => {
  it('P14 a list is paged by page and pageSize, in a stable order, with totals', async () => {
    const { call, admin } = await startServer(await databases.shared());
    for (const name of ['E', 'B', 'D', 'A', 'C']) {
      await call('PUT', `/v1/secrets/${name}`, { headers: admin(), body: { value: 'x' } });
    }
    const page = async (query: string) => (await call('GET', `/v1/secrets${query}`, { headers: admin() })).json;
    const names = ({ data }: { readonly [name: string]: Json }) =>
      Array.isArray(data) ? data.map((item) => (isJsonObject(item) ? item['name'] : null)) : null;
    const first = await page('?pageSize=2');
    expect(names(first)).toStrictEqual(['A', 'B']);
    expect(first['pagination']).toStrictEqual({
      page: 1,
      pageSize: 2,
      totalItems: 5,
      totalPages: 3,
      hasNext: true,
      hasPrevious: false,
    });
    const last = await page('?pageSize=2&page=3');
    expect(names(last)).toStrictEqual(['E']);
    expect(last['pagination']).toMatchObject({ hasNext: false, hasPrevious: true });
    const beyond = await page('?pageSize=2&page=4');
    expect(names(beyond)).toStrictEqual([]);
    expect(beyond['pagination']).toStrictEqual({
      page: 4,
      pageSize: 2,
      totalItems: 5,
      totalPages: 3,
      hasNext: false,
      hasPrevious: true,
    });
    expect((await page(''))['pagination']).toMatchObject({ page: 1, pageSize: 50 });
    expect((await call('GET', '/v1/secrets?pageSize=201', { headers: admin() })).status).toBe(400);
  });
});
