import { expect, it } from 'vitest';
import { eachDatabase } from '../../../support/databases.ts';
import { beforeReadingBack, kept, retaining } from './retaining.ts';

eachDatabase((databases) => {
  it('FR-A004 deletes nothing one by one that a hold came for while it was archived', async () => {
    const all = await retaining(await databases.shared());
    const { add, apply, archives, prune } = all;
    const everything = { keep: '365d', archive: { to: archives } };
    await apply({ all: everything });
    await add([['2025-03-02', 'globex', 'auth.login', 'ada']]);
    const held = { all: { ...everything, legalHold: true } };
    const problems = await prune(beforeReadingBack(all, () => apply(held)));
    expect(problems.map(String)).toEqual([expect.stringContaining('have changed since they were read')]);
    expect(await prune()).toEqual([]);
    expect(await kept(all)).toEqual({ entries: 1, personal: 1, prunings: 0, turns: 0 });
  });
});
