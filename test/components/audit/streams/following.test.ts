import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { ChainTail } from '../../../../src/components/audit/streams/following/chain-tail.ts';
import { followChain } from '../../../../src/components/audit/streams/following/follow-chain.ts';
import { selectSize } from '../../../../src/components/audit/streams/following/queries.ts';
import type { StreamEvent } from '../../../../src/server/operation-result.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { prepare } from './setting.ts';

const path = '/v1/audit/entries/stream?tenant=globex';

/** Of each event its name, its id and what of the entry tells which it is. */
function told(text: string): readonly string[] {
  return text
    .split('\n\n')
    .filter((block) => block.includes('data:'))
    .map((block) => {
      const field = (name: string): string => new RegExp(`^${name}: ?(.*)$`, 'mu').exec(block)?.[1] ?? '';
      const data = JSON.parse(field('data')) as {
        readonly id?: string;
        readonly first?: number;
        readonly last?: number;
      };
      return `${field('event')} ${field('id')} ${data.id ?? `${data.first}-${data.last}`}`;
    });
}

eachDatabase((databases) => {
  describe('following a chain', () => {
    it('FR-A005 goes on behind the last entry that was seen, and says what has been deleted', async () => {
      const setting = await prepare(await databases.shared(), {});
      const ids = await setting.add(4);
      const { admin, call } = setting.test;
      const follow = async (headers: Readonly<Record<string, string>> = {}, query = ''): Promise<readonly string[]> =>
        told((await call('GET', path + query, { headers: { ...admin(), ...headers } })).text);
      expect(await follow()).toEqual([]);
      expect(await follow({}, '&after=2')).toEqual([`entry 3 ${ids[2]}`, `entry 4 ${ids[3]}`]);
      expect(await follow({ 'last-event-id': '3' }, '&after=0')).toEqual([`entry 4 ${ids[3]}`]);
      await setting.database.withControlPlane('write', async (tx) => {
        await tx.execute(sql`SET LOCAL ROLE NONE`);
        await tx.execute(sql`DELETE FROM audit_entries WHERE id = ${ids[0]}`);
        await tx.execute(sql`DELETE FROM audit_seals WHERE entry_id = ANY(${sql.param([ids[1], ids[3]])}::text[])`);
      });
      expect(await follow({ 'last-event-id': '0' })).toEqual([
        'pruned 1 1-1',
        'pruned 2 2-2',
        `entry 3 ${ids[2]}`,
        'pruned 4 4-4',
      ]);
      const refused = await call('GET', path, { headers: { ...admin(), 'last-event-id': 'evt_1' } });
      expect([refused.status, refused.code]).toEqual([400, 'audit/unreadable-place']);
      expect(await follow({ 'last-event-id': '4' })).toEqual([]);
      for (const ahead of ['5', '999999999']) {
        const inHeader = await call('GET', path, { headers: { ...admin(), 'last-event-id': ahead } });
        const inQuery = await call('GET', `${path}&after=${ahead}`, { headers: admin() });
        expect([inHeader.code, inQuery.code]).toEqual(['audit/unreadable-place', 'audit/unreadable-place']);
        expect(inHeader.text).toContain(`${ahead} is ahead of the chain, which has 4 entries here`);
      }
    });

    it('FR-A005 tells a reader that stays what is sealed, each entry once and in order', async () => {
      const setting = await prepare(await databases.shared(), {});
      const first = await setting.add(1);
      const { database, scope } = setting;
      const background = {
        read: <T>(of: typeof scope, work: Parameters<typeof database.withEnvironment<T>>[2]): Promise<T> =>
          database.withEnvironment(of, 'read', work),
        report: (problem: unknown) => {
          throw problem;
        },
      };
      const reader = new AbortController();
      const tail = new ChainTail(scope, 'globex', background);
      const after = await background.read(scope, (session) => selectSize(session, 'globex'));
      const { signal } = reader;
      const events = followChain({
        signal,
        once: false,
        scope,
        tenantId: 'globex',
        background,
        tail,
        after: after - 1,
      });
      const next = async (): Promise<string | undefined> => {
        const { value } = await events.next();
        return (value as StreamEvent | undefined)?.id;
      };
      expect([first.length, await next()]).toEqual([1, '1']);
      const waiting = next();
      await setting.add(205);
      const rest = [await waiting];
      while (rest.length < 205) rest.push(await next());
      expect(rest).toEqual(Array.from({ length: 205 }, (_, index) => String(index + 2)));
      reader.abort();
      expect(await next()).toBeUndefined();
    });
  });
});
