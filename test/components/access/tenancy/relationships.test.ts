import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../support/databases.ts';
import { itemsOf, tuple } from '../../../support/tenancy.ts';
import { startTenancy } from './start.ts';

const path = '/v1/tenants/acme/relationships';

eachDatabase((databases) => {
  async function start() {
    const server = await startTenancy(await databases.shared());
    await server.seed.resources({
      'ResourceType/folder': { actions: ['read'], relations: { owner: 'user' } },
      'ResourceType/document': {
        actions: ['read'],
        relations: { owner: 'user', editor: ['user', 'service-account'], parent: 'folder', reader: 'tenant' },
      },
    });
    await server.seed.tenant('acme');
    return server;
  }

  describe('relationships', () => {
    it('are added and removed in one go, any number of times', async () => {
      const { send } = await start();
      const add = ['document:42 owner user:ada', 'document:42 parent folder:a:b', 'folder:a:b owner user:ben'].map(
        tuple,
      );
      expect((await send('POST', path, { add })).json).toStrictEqual({ added: 3, removed: 0 });
      expect((await send('POST', path, { add })).json).toStrictEqual({ added: 0, removed: 0 });
      expect(itemsOf(await send('GET', path))).toStrictEqual(add);
      const changes = { add: [tuple('document:42 owner user:eve')], remove: [add[0] ?? null, tuple('x:1 y z:2')] };
      expect((await send('POST', path, changes)).json).toStrictEqual({ added: 1, removed: 1 });
      expect(itemsOf(await send('GET', path))).toStrictEqual([changes.add[0], add[1], add[2]]);
    });

    it('P14 are listed by resource, relation and subject, in a stable order with totals', async () => {
      const { send, seed } = await start();
      const tuples = ['document:1 editor user:ada', 'document:1 owner user:ada', 'document:2 owner user:ben'];
      await seed.relate('acme', ...tuples.toReversed(), 'folder:1 owner user:ada');
      const found = async (query: string) => itemsOf(await send('GET', `${path}?${query}`));
      expect(await found('resource=document')).toStrictEqual(tuples.map(tuple));
      expect(await found('resource=document:1')).toStrictEqual(tuples.slice(0, 2).map(tuple));
      expect(await found('relation=owner&resource=document')).toStrictEqual(tuples.slice(1).map(tuple));
      expect(await found('subject=user:ben')).toStrictEqual(tuples.slice(2).map(tuple));
      expect(await found('subject=folder')).toStrictEqual([]);
      const page = await send('GET', `${path}?subject=user&pageSize=3&page=2`);
      expect(itemsOf(page)).toStrictEqual([tuple('folder:1 owner user:ada')]);
      expect(page.json['pagination']).toMatchObject({ totalItems: 4, totalPages: 2, hasNext: false });
    });

    it.each([
      ['documnt:1 owner user:ada', 'relationships/unknown-type', '/add/0/resource/type', 'Did you mean `document`?'],
      ['document:1 ownr user:ada', 'relationships/unknown-relation', '/add/0/relation', 'Did you mean `owner`?'],
      ['document:1 owner folder:1', 'relationships/subject-not-allowed', '/add/0/subject/type', 'There is user.'],
      [
        'document:1 constructor user:ada',
        'relationships/unknown-relation',
        '/add/0/relation',
        'There are owner, editor, parent, reader.',
      ],
      // Read only where acme's documents are asked about, so nobody of globex ever gains by it.
      ['document:1 reader tenant:globex', 'relationships/subject-not-allowed', '/add/0/subject/id', 'There is acme.'],
    ])('refuses %s, and keeps none of the batch', async (wrong, code, param, hint) => {
      const { send } = await start();
      const add = [tuple(wrong), tuple('document:1 owner user:ada')];
      const answer = await send('POST', path, { add });
      expect(answer).toMatchObject({ status: 400, code, json: { error: { param, details: { hint } } } });
      expect(itemsOf(await send('GET', path))).toStrictEqual([]);
    });

    it('name the tenant that they belong to, and of others take away what was written once', async () => {
      const { send } = await start();
      const own = [tuple('document:1 reader tenant:acme')];
      expect((await send('POST', path, { add: own })).json).toStrictEqual({ added: 1, removed: 0 });
      expect((await send('POST', path, { add: [tuple('document:of-old reader tenant:acme')] })).status).toBe(200);
      const database = await databases.shared();
      await database.withControlPlane('write', (tx) =>
        tx.execute(sql`UPDATE relationships SET subject_id = 'globex' WHERE resource_id = 'of-old'`),
      );
      const remove = [tuple('document:of-old reader tenant:globex')];
      expect((await send('POST', path, { remove })).json).toStrictEqual({ added: 0, removed: 1 });
      expect(itemsOf(await send('GET', path))).toStrictEqual(own);
    });

    it('can be taken away when their type is declared no more', async () => {
      const { send, seed } = await start();
      await seed.relate('acme', 'folder:1 owner user:ada');
      await send('DELETE', '/v1/resources/ResourceType/document');
      expect((await send('DELETE', '/v1/resources/ResourceType/folder')).status).toBe(200);
      const remove = [tuple('folder:1 owner user:ada')];
      expect(await send('POST', path, { add: remove })).toMatchObject({ code: 'relationships/unknown-type' });
      expect((await send('POST', path, { remove })).json).toStrictEqual({ added: 0, removed: 1 });
    });

    it('written crosswise at the same moment do not stop each other', async () => {
      const { send } = await start();
      const some = Array.from({ length: 40 }, (_, index) => tuple(`document:${index} owner user:ada`));
      const answers = await Promise.all([
        send('POST', path, { add: some }),
        send('POST', path, { add: some.toReversed() }),
      ]);
      expect(answers.map(({ status }) => status)).toStrictEqual([200, 200]);
      expect(answers.map(({ json }) => json['added']).toSorted((a, b) => Number(a) - Number(b))).toStrictEqual([0, 40]);
    });
  });
});
