// A server is killed again and again under a mixed load. Each time another is started on the same database, and
// everything that the API tells is held against everything that was asked.
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DatabaseKind } from '../support/databases.ts';
import { untilAlone } from '../support/until-alone.ts';
import { wrongAlarms, wrongDeliveries } from './kill-record/followers.ts';
import { Load } from './kill-record/load.ts';
import { cutOff } from './kill-record/outage.ts';
import { ownPostgres } from './kill-record/own-postgres.ts';
import { readAll } from './kill-record/record.ts';
import { expectProven } from './kill-record/proof.ts';
import { doneUnheard, wrongIn } from './kill-record/truth.ts';
import { gone, startWorld } from './kill-record/world.ts';

const kills = 20;

async function killUnderLoad(kind: DatabaseKind): Promise<string> {
  const world = await startWorld(kind === 'embedded' ? undefined : (await ownPostgres()).url);
  const load = new Load(world);
  world.receiver.behave('/hook', 'slow');
  let done = 0;
  let reading = await readAll(world);
  const instants = fc.sample(fc.tuple(fc.noBias(fc.nat(100)), fc.noBias(fc.nat(40))), {
    numRuns: kills,
    seed: 20_261_121,
  });
  for (const [index, [requests, instant]] of instants.entries()) {
    const dying = world.server();
    const before = load.asked.length;
    const under = load.run();
    // Counted in requests, so that a busy machine is struck in the midst of them too.
    await load.goesOn(20 + requests);
    if (world.url !== undefined && index % 2 === 0) {
      await cutOff(world.url, 100);
      await load.goesOn(10);
    }
    await pause(instant);
    dying.signal('SIGKILL');
    await Promise.all([under, gone(dying)]);
    if (world.url !== undefined) await untilAlone(world.url);
    await world.serve();
    reading = await readAll(world);
    expect(wrongIn(reading, load.asked)).toEqual([]);
    done += doneUnheard(reading, load.asked.slice(before));
    await load.repeatUnknown();
    expect(await wrongAlarms(world, load.asked, index + 1)).toEqual([]);
    reading = await readAll(world);
    expect(wrongIn(reading, load.asked)).toEqual([]);
    await expectProven(world, reading);
  }
  expect(await wrongDeliveries(world, reading)).toEqual([]);
  return `${kills} kills on ${kind}: ${load.acknowledged} acknowledged, ${load.unanswered} cut off by a kill and ${load.unavailable} times 503, of which ${done} were done all the same, ${reading.entries.length} entries, ${reading.events.length} events, ${world.receiver.calls('/hook').length} calls`;
}

it(`FR-A001 FR-A006 FR-A007 P05 a server killed under load (kill -9, ${kills} times on each database) has every acknowledged request in the record once, and told`, {
  timeout: 60 * 60_000,
}, async () => {
  for (const line of await Promise.all([killUnderLoad('embedded'), killUnderLoad('postgres')])) {
    process.stdout.write(`${line}\n`);
  }
});
