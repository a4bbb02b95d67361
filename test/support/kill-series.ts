// A series of applies each killed at a random instant. After each kill the database is read by another process than
// the killed one: it must hold the whole apply or nothing of it, and the program must go on from there.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Database } from '../../src/db/contract.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { type Program, program, type RunningProgram, temporaryDirectory } from './cli.ts';
import { newPostgresDatabase, testRandom } from './databases.ts';
import { readWrittenState, stateOfGeneration, writeGeneration, type WrittenState } from './kill-project.ts';
import { untilAlone } from './until-alone.ts';
import { commandAsVictim, serverAsVictim, type Strike, type Victim, type WitnessedApply } from './kill-victims.ts';

const reader = join(import.meta.dirname, 'kill-reader.ts');

export interface KillSeries {
  readonly database: Database['kind'];
  /** Which process dies: the command, which runs the control plane itself, or the server it talks to. */
  readonly victim: 'command' | 'server';
  readonly kills: number;
  readonly seed: number;
}

/** How many kills fell where. */
export interface KillCount {
  /** Before the transaction of the apply had begun. */
  before: number;
  /** Between its lock on the environment and its commit. */
  inside: number;
  /** After the commit, whether it was answered or not. */
  after: number;
}

/** Runs the series and asserts at each step; the count is for the report. */
export async function runKillSeries(series: KillSeries): Promise<KillCount> {
  const directory = temporaryDirectory();
  const databaseUrl = series.database === 'postgres' ? await newPostgresDatabase() : undefined;
  writeGeneration(directory, 1);
  const dream = await program(directory, databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl });
  const victim = await victimOf(series, dream, directory);
  const count: KillCount = { before: 0, inside: 0, after: 0 };
  let pace = await victim.apply();
  expect(pace.outcome.json()).toMatchObject({ revision: 1 });

  for (const [index, instant] of randomInstants(series).entries()) {
    const generation = index + 2;
    writeGeneration(directory, generation);
    // Every other one is aimed at the transaction: most of a command's life is its start.
    const { outcome, letters } = await victim.apply(
      index % 2 === 0 ? strikeInTransaction(instant, pace) : strikeAnywhere(instant, pace),
    );
    const state = await readWith(databaseUrl, directory);
    const committed = state.environmentRevision === generation;
    // Where a server died before it began, the command may have gone on without one, and committed by itself.
    count[!letters.includes('L') ? 'before' : committed ? 'after' : 'inside'] += 1;

    expect(state).toEqual(stateOfGeneration(committed ? generation : generation - 1));
    // What the user was told lasts.
    if (outcome.exitCode === 0) expect(committed).toBe(true);
    else if (series.victim === 'server') expect(outcome.json()).toMatchObject(serverIsGone);

    const next = await victim.recover();
    const planned = await next('plan', '--detailed-exitcode');
    expect([planned.exitCode, planned.stderr]).toEqual([committed ? 0 : 2, '']);
    const applied = await victim.apply();
    expect(applied.outcome.json()).toMatchObject({ revision: generation });
    if (!committed) pace = applied;
  }
  return count;
}

/** What the command says whose server died; a dying one may still seem to hold the directory. */
const serverIsGone = {
  success: false,
  error: { code: expect.stringMatching(/^(?:client\/unreachable|db\/directory-in-use)$/u) },
};

/** Evenly between 0 and 1. Of whole numbers, since `fc.double` is even over bit patterns, and so mostly next to zero. */
function randomInstants({ kills, seed }: KillSeries): readonly number[] {
  const steps = 1_000_000;
  return fc.sample(fc.noBias(fc.nat(steps)), { numRuns: kills, seed }).map((step) => step / steps);
}

async function victimOf({ database, victim }: KillSeries, dream: Program, directory: string): Promise<Victim> {
  if (victim === 'command') return commandAsVictim(dream);
  // Without a server, in the same directory: the command finds the one that holds it.
  if (database === 'embedded') return serverAsVictim(dream, () => dream);
  const { key } = (await dream('keys', 'create', '--name', 'kills', '--json')).json<{ readonly key: string }>();
  const client = await program(directory);
  return serverAsVictim(dream, ({ url }) => client.with({ env: { DREAM_SERVER: url, DREAM_API_KEY: key } }));
}

/** Over the whole command and a little beyond. */
function strikeAnywhere(instant: number, { whole }: WitnessedApply): Strike {
  return async (victim, ended) => {
    await Promise.race([sleep(instant * whole * 1.1), ended]);
    await kill(victim);
  };
}

/** From the first moment of the transaction to a little beyond the answer. */
function strikeInTransaction(instant: number, { transaction }: WitnessedApply): Strike {
  return async (victim, ended) => {
    const locked = new Promise<void>((resolve) => {
      victim.onWitness((letter) => {
        if (letter === 'L') resolve();
      });
    });
    await Promise.race([locked.then(() => sleep(instant * transaction * 1.1)), ended]);
    await kill(victim);
  };
}

/** Resolves when the process is gone: for as long as it dies, its lock is a living one's. */
async function kill(victim: RunningProgram): Promise<void> {
  victim.signal('SIGKILL');
  await victim.ended;
}

async function readWith(databaseUrl: string | undefined, directory: string): Promise<WrittenState> {
  return databaseUrl === undefined ? readEmbedded(join(directory, '.dream')) : readPostgres(databaseUrl);
}

/** By a process for each time: sixty databases one after the other would be much for the memory of this one. */
async function readEmbedded(directory: string): Promise<WrittenState> {
  const { stdout } = await execa(process.execPath, [reader, directory]);
  const state: WrittenState = JSON.parse(stdout);
  return state;
}

async function readPostgres(url: string): Promise<WrittenState> {
  await untilAlone(url);
  const database = await openDatabase({ host: { random: testRandom }, postgres: { url, connections: 1 } });
  try {
    return await readWrittenState(database);
  } finally {
    await database.close();
  }
}
