import { expect, it } from 'vitest';
import { anyDatabase } from '../../../support/databases.ts';
import { retaining } from './retaining.ts';

const day = 86_400_000;

anyDatabase((databases) => {
  it('FR-A004 deletes nothing that is past its time by the clock of one server only', async () => {
    const { add, apply, left, prune, server } = await retaining(await databases.shared());
    await apply({ all: { keep: '90d', immutable: true } });
    // Of now by the clock of the database, which is not the test's to set.
    const today = new Date().toISOString().slice(0, 10);
    await add([
      ['2025-03-02', 'globex', 'auth.login'],
      [today, 'globex', 'auth.login'],
      [today, 'globex', 'auth.logout'],
    ]);
    server.clock.advance(Date.now() + 130 * day - server.clock.now().getTime());
    expect(await prune()).toEqual([]);
    expect(await left('globex')).toEqual(['2 auth.login', '3 auth.logout']);
  });

  it('FR-A004 removes no archive whose time is over by the clock of one server only', async () => {
    const { add, apply, archives, prune, server, written } = await retaining(await databases.shared());
    await apply({ all: { keep: '90d', archive: { to: archives, keep: '30d' } } });
    await add([['2025-03-02', 'globex', 'auth.login']]);
    server.clock.advance(Date.now() - server.clock.now().getTime());
    expect(await prune()).toEqual([]);
    expect(written().size).toBe(1);
    server.clock.advance(730 * day);
    expect(await prune()).toEqual([]);
    expect(written().size).toBe(1);
  });
});
