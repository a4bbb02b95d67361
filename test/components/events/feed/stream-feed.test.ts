import { expect, it } from 'vitest';
import { streamFeed } from '../../../../src/components/events/feed/stream-feed.ts';
import { EventTail } from '../../../../src/components/events/feed/tail.ts';
import type { Session, SessionScope } from '../../../../src/db/contract.ts';
import { beginning } from '../../../../src/db/follow/place.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { startWorld } from '../webhooks/world.ts';

eachDatabase((databases) => {
  it('tells every reader what they ask for, whoever reads along and however late they are', async () => {
    const database = await databases.shared();
    const world = await startWorld(database);
    await world.endpoint('nobody', { events: [] });
    const { environmentId, projectId } = world.scope;
    const background = {
      read: <T>(scope: SessionScope, work: (session: Session) => Promise<T>) =>
        database.withEnvironment(scope, 'read', work),
      report: () => undefined,
    };
    const tail = new EventTail({ environmentId, projectId }, background);
    const end = new AbortController();
    const follow = (types: readonly string[] | null, tenantId: string | null) => {
      const asked = { types, tenantId, since: null };
      const reader = { once: false, signal: end.signal, background: background, tail, from: beginning, asked };
      const scope = tenantId === null ? world.scope : { ...world.scope, tenantId };
      return streamFeed({ ...reader, scope })[Symbol.asyncIterator]();
    };
    const readers = { all: follow(null, null), flags: follow(['flag.*'], null), north: follow(null, 'north') };
    const made = {
      all: [] as string[],
      flags: [] as string[],
      north: [] as string[],
    };
    const happen = async (type: string, tenant?: string): Promise<void> => {
      const id = await world.happen(type, tenant === undefined ? {} : { tenant });
      made.all.push(id);
      if (type.startsWith('flag.')) made.flags.push(id);
      if (tenant === 'north') made.north.push(id);
    };
    await happen('flag.made');
    await happen('other', 'north');
    const seen = { all: [] as string[], flags: [] as string[], north: [] as string[] };
    const names = ['all', 'flags', 'north'] as const;
    const catchUp = async (which: readonly (keyof typeof readers)[]): Promise<void> => {
      for (const name of which) {
        while (seen[name].length < made[name].length) {
          const { value } = await readers[name].next();
          seen[name].push((JSON.parse(value?.data ?? '{}') as { id: string }).id);
        }
      }
    };
    await catchUp(names);
    for (let round = 0; round < 6; round += 1) {
      await happen('flag.changed', round % 2 === 0 ? 'north' : 'south');
      await happen('other');
      // One of them is late for some rounds, and reads from the table.
      await catchUp(round < 4 ? ['all', 'north'] : names);
    }
    end.abort();
    expect(seen).toStrictEqual(made);
  });
});
