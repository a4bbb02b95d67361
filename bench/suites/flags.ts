import { join } from 'node:path';
import { build } from 'esbuild';
import { createEvaluator } from '../../src/components/features/evaluation/index.ts';
import { clientOverhead } from '../fixtures/flags/client-overhead.ts';
import { configCatEngine } from '../fixtures/flags/configcat-engine.ts';
import { dreamEngine } from '../fixtures/flags/dream-engine.ts';
import type { Engine } from '../fixtures/flags/engine.ts';
import { flagdEngine } from '../fixtures/flags/flagd-engine.ts';
import { growthBookEngine } from '../fixtures/flags/growthbook-engine.ts';
import { launchDarklyEngine } from '../fixtures/flags/launchdarkly-engine.ts';
import { crowd, manyFlags, people, ruleset, type Scenario, scenarios } from '../fixtures/flags/scenarios.ts';
import { unleashEngine } from '../fixtures/flags/unleash-engine.ts';
import { repository } from '../fixtures/workspace.ts';
import { allocatedBytes } from '../measure/allocated.ts';
import type { Comparison } from '../measure/interleave.ts';
import { interleave } from '../measure/interleave.ts';
import { roundRobin } from '../measure/round-robin.ts';
import { boundRow, ratioRow, type Row } from '../measure/row.ts';
import { median } from '../measure/statistics.ts';

const rounds = 9;

interface Aim {
  readonly subject: string;
  /** At most so many of a peer's time: LaunchDarkly's, and that of the fastest of them. */
  readonly launchDarkly: number | null;
  readonly fastest: number | null;
}

const aims: Readonly<Record<Scenario, Aim>> = {
  plain: { subject: 'a plain flag', launchDarkly: 1 / 50, fastest: 1 / 3 },
  ladder: { subject: '5 rules of 3 conditions, the last fits', launchDarkly: 1 / 20, fastest: 1 / 5 },
  split: { subject: 'a split in three', launchDarkly: 1 / 12, fastest: 1 / 3 },
  pair: { subject: 'a rule on user and tenant', launchDarkly: 1 / 20, fastest: 1 / 3 },
  crowd: { subject: '10,000 users by name', launchDarkly: null, fastest: null },
  all: { subject: '1,000 flags at once', launchDarkly: 1 / 15, fastest: 1 / 3 },
};

/** Evaluating in process beside five libraries with the same flags and people; nanoseconds of processor time each. */
export async function flagSuite(): Promise<readonly Row[]> {
  const ours = dreamEngine();
  const peers = [
    await launchDarklyEngine(),
    flagdEngine(),
    unleashEngine(),
    growthBookEngine(),
    await configCatEngine(),
  ];
  for (const peer of peers) await agree(ours, peer);
  const rows: Row[] = [];
  for (const scenario of scenarios) {
    const comparisons = await roundRobin(
      rounds,
      await timed(ours, scenario),
      await Promise.all(peers.map((peer) => timed(peer, scenario))),
    );
    rows.push(...scenarioRows(scenario, peers, comparisons));
  }
  rows.push(await besideSet(ours));
  for (const scenario of ['plain', 'ladder', 'split', 'pair', 'crowd'] as const) {
    const ask = ours.ask[scenario];
    const bytes = allocatedBytes(20_000, (time) => ask(time % people.length));
    rows.push(boundRow(`flags, ${aims[scenario].subject}: allocated`, 'bytes', bytes, 16));
  }
  for (const { comparison, what } of await clientOverhead(rounds)) {
    rows.push(ratioRow(`flags, a client ${what}, beside the evaluator alone`, 'ns', comparison, 2));
  }
  rows.push(boundRow('flags, the evaluator minified', 'KB', (await minifiedSize()) / 1000, 30));
  rows.push(boundRow('flags, 1,000 flags compiled', 'ms', compileTime(), 30));
  for (const peer of peers) await peer.close();
  return rows;
}

function scenarioRows(
  scenario: Scenario,
  peers: readonly Engine[],
  comparisons: readonly Comparison[],
): readonly Row[] {
  const { fastest, launchDarkly, subject } = aims[scenario];
  const [first] = comparisons;
  const best = comparisons.reduce((one, other) => (other.peer < one.peer ? other : one));
  const name = peers[comparisons.indexOf(best)]?.name ?? '';
  if (first === undefined) return [];
  return [
    ratioRow(`flags, ${subject}, beside LaunchDarkly`, 'ns', first, launchDarkly),
    ratioRow(`flags, ${subject}, beside ${name}, the fastest of five`, 'ns', best, fastest),
  ];
}

/** The same people get the same answers, where those do not depend on a product's own hash. */
async function agree(ours: Engine, peer: Engine): Promise<void> {
  for (const scenario of ['plain', 'ladder', 'pair', 'crowd'] as const) {
    for (const person of people.keys()) {
      if ((await peer.ask[scenario](person)) !== ours.ask[scenario](person)) {
        throw new Error(`${peer.name} says otherwise of ${scenario}`);
      }
    }
  }
}

/** Nanoseconds of processor time per question, over as many as take some 20 milliseconds. */
async function timed(engine: Engine, scenario: Scenario): Promise<() => Promise<number>> {
  const ask = engine.ask[scenario];
  const mask = maskOf(scenario);
  const once = ask(0) instanceof Promise ? askInTurn : askAtOnce;
  let times = 64;
  for (let taken = 0; taken < 20_000_000; times *= 2) taken = (await once(ask, times, mask)) * times;
  return () => once(ask, times, mask);
}

/** Who asks in turn: a few, or of the crowd all, so that it is not always the same ones that are looked up. */
function maskOf(scenario: Scenario): number {
  return scenario === 'crowd' ? people.length - 1 : 63;
}

async function askAtOnce(ask: (person: number) => unknown, times: number, mask: number): Promise<number> {
  const before = process.cpuUsage();
  let answered = 0;
  for (let time = 0; time < times; time += 1) if (ask(time & mask) !== undefined) answered += 1;
  return nanoseconds(before, answered);
}

async function askInTurn(ask: (person: number) => unknown, times: number, mask: number): Promise<number> {
  const before = process.cpuUsage();
  let answered = 0;
  for (let time = 0; time < times; time += 1) if ((await ask(time & mask)) !== undefined) answered += 1;
  return nanoseconds(before, answered);
}

function nanoseconds(before: NodeJS.CpuUsage, times: number): number {
  const { system, user } = process.cpuUsage(before);
  return ((system + user) * 1000) / times;
}

/** What somebody would write who had no flags: `named.has(context.user.key)`. */
async function besideSet(ours: Engine): Promise<Row> {
  const named = new Set(crowd);
  const contexts = people.map(({ key, role }) => ({ user: { key, role } }));
  const bare = (person: number): unknown => named.has(contexts[person]?.user.key ?? '');
  const comparison = await interleave(
    rounds,
    () => askAtOnce(ours.ask.crowd, 400_000, maskOf('crowd')),
    () => askAtOnce(bare, 400_000, maskOf('crowd')),
  );
  return ratioRow('flags, 10,000 users by name, beside a bare Set', 'ns', comparison, 2);
}

async function minifiedSize(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [join(repository, 'src/components/features/evaluation/index.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]?.contents.length ?? Number.NaN;
}

/** Milliseconds of processor time; the flags are other objects each time, as they come from the wire. */
function compileTime(): number {
  const text = JSON.stringify({ ...ruleset, flags: manyFlags() });
  const figures = Array.from({ length: rounds }, () => {
    const parsed: unknown = JSON.parse(text);
    const before = process.cpuUsage();
    createEvaluator(parsed);
    const { system, user } = process.cpuUsage(before);
    return (system + user) / 1000;
  });
  return median(figures);
}
