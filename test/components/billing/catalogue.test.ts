import { expect, it } from 'vitest';
import { eachDatabase } from '../../support/databases.ts';
import { startServer } from '../../support/test-server.ts';
import { seedsOn } from '../../support/tenancy.ts';
import { wholeTable } from '../../support/whole-table.ts';

eachDatabase((databases) => {
  it('DA-01 a publishable key alone reads the plans that are on sale and meant to be seen', async () => {
    const { admin, call, key } = await startServer(await databases.shared(), { operations: wholeTable });
    await seedsOn({ call, headers: admin() }).resources({
      'Plan/free': { name: 'Free', rank: 0, default: true },
      'Plan/agreed': { name: 'By agreement' },
      'Plan/pro': {
        name: 'Pro',
        rank: 10,
        prices: { USD: { monthly: '49.00' } },
        highlights: ['Everything in Free'],
        transition: { existing: 'now' },
        labels: { team: 'growth' },
        afterCancel: 'free',
      },
      'Plan/hidden': { public: false },
      'Plan/old': { state: 'legacy' },
    });
    const { headers } = await key({ type: 'publishable', scopes: ['catalogue:read'] });
    const answer = await call('GET', '/v1/catalogue/plans', { headers });
    expect(answer.json['data']).toStrictEqual([
      { key: 'free', name: 'Free', rank: 0 },
      { key: 'pro', name: 'Pro', prices: { USD: { monthly: '49.00' } }, highlights: ['Everything in Free'], rank: 10 },
      { key: 'agreed', name: 'By agreement' },
    ]);
    const second = await call('GET', '/v1/catalogue/plans?page=2&pageSize=2', { headers });
    expect(second.json).toMatchObject({ data: [{ key: 'agreed' }], pagination: { totalItems: 3, totalPages: 2 } });
    // Of another environment nothing is seen.
    const elsewhere = await key({ type: 'publishable', scopes: ['catalogue:read'], environment: 'staging' });
    expect((await call('GET', '/v1/catalogue/plans', { headers: elsewhere.headers })).json['data']).toStrictEqual([]);
  });
});
