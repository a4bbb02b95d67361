// `npm run check [-- GATE …]`: runs every gate, two at a time, then prints a table and what the failing ones said.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter, resolve } from 'node:path';
import { gates, type Gate } from './check/gates.ts';

interface Outcome {
  readonly gate: Gate;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !gates.some((gate) => gate.name === name));
if (unknown.length > 0) {
  console.error(`no gate is called ${unknown.join(', ')}; there are ${gates.map((gate) => gate.name).join(', ')}`);
  process.exit(1);
}

const outcomes = await runAll(wanted.length === 0 ? gates : gates.filter((gate) => wanted.includes(gate.name)));
for (const { gate, output } of outcomes.filter((outcome) => !outcome.passed)) {
  console.log(`\n── ${gate.name}: ${gate.command.join(' ')}\n${output.trim()}\n   To mend: ${gate.mend}`);
}
console.log(`\n${table(outcomes)}`);
process.exitCode = outcomes.every((outcome) => outcome.passed) ? 0 : 1;

/** Results in the order of `chosen`, however the gates finish. */
async function runAll(chosen: readonly Gate[]): Promise<readonly Outcome[]> {
  const results = new Map<Gate, Outcome>();
  const waiting = [...chosen];
  const worker = async (): Promise<void> => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) results.set(gate, await run(gate));
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  return chosen.flatMap((gate) => results.get(gate) ?? []);
}

function run(gate: Gate): Promise<Outcome> {
  const started = performance.now();
  const [program = '', ...options] = gate.command;
  const path = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter);
  const child = spawn(program, options, { env: { ...process.env, PATH: path }, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((done) => {
    const finish = (passed: boolean): void => {
      const seconds = (performance.now() - started) / 1000;
      done({ gate, passed, seconds, output: Buffer.concat(chunks).toString('utf8') });
    };
    child.on('error', (error) => {
      chunks.push(Buffer.from(error.message));
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

function table(rows: readonly Outcome[]): string {
  const width = Math.max(...rows.map(({ gate }) => gate.name.length));
  const lines = rows.map(
    ({ gate, passed, seconds }) =>
      `${passed ? '✓' : '✗'} ${gate.name.padEnd(width)}  ${seconds.toFixed(1).padStart(5)} s  ${gate.proves}`,
  );
  const failed = rows.filter((row) => !row.passed).length;
  return [...lines, failed === 0 ? `${rows.length} gates passed` : `${failed} of ${rows.length} gates failed`].join(
    '\n',
  );
}
