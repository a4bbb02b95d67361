import { expect, it } from 'vitest';
import { runKillSeries } from '../support/kill-series.ts';
import { longRun } from '../support/long-run.ts';

// 60 on each database, or a sample of the same sequence; it begins with an instant in the midst of a transaction.
const seed = 20_261_189;
const everyPair = [
  ['embedded', 'command'],
  ['postgres', 'server'],
  ['embedded', 'server'],
  ['postgres', 'command'],
] as const;
// What a sample tries is the database that dies with the command: PostgreSQL lives on in a process of its own.
const series = (longRun ? everyPair : everyPair.slice(0, 1)).map((pair) => [...pair, longRun ? 30 : 1] as const);

it.for(series)(
  'an apply on %s whose %s is killed (kill -9, random instants: %i) is there whole or not at all, and the next start works',
  { timeout: 60 * 60_000 },
  async ([database, victim, count]) => {
    const { before, inside, after } = await runKillSeries({ database, victim, kills: count, seed });
    process.stdout.write(
      `kill -9 of the ${victim} on ${database}: ${before} before, ${inside} inside, ${after} after the transaction\n`,
    );
    expect(before + inside + after).toBe(count);
    // A series that never hit the transaction would prove little.
    if (longRun) expect(inside).toBeGreaterThanOrEqual(count / 10);
  },
);
