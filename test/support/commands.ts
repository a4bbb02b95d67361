// Commands without a process of their own for each. Usage, as of cli.ts:
//
//   const dream = await commandsOnPostgres(directory);
//   const { exitCode, stdout } = await dream('tenants', 'list');
//
// To start Node and load the program takes a command five times as long as what it then does. So this is for tests of
// what commands say and do; whether the program starts, loads and ends is for those of cli.ts.
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import { join } from 'node:path';
import {
  bind,
  longestRun,
  onPostgres,
  type Outcome,
  outcomeOf,
  type Program,
  runProgram,
  type RunOptions,
  variables,
} from './cli.ts';

export interface CommandRequest {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Written to both streams when the command has ended. */
  readonly end: string;
}

/** The program in a directory, for commands that ask no database. */
export function commands(directory: string): Program {
  return bind({ cwd: directory }, runInTurn);
}

/** The program in a directory, on a PostgreSQL database of its own. */
export async function commandsOnPostgres(directory: string): Promise<Program> {
  return bind({ cwd: directory, env: await onPostgres() }, runInTurn);
}

/** One at a time, since directory and variables are the process's. */
let last: Promise<unknown> = Promise.resolve();

export async function runInTurn(options: RunOptions, args: readonly string[]): Promise<Outcome> {
  // Input ends with its process.
  if (options.input !== undefined) return runProgram(options, args);
  const run = last.then(() => runOn(commandProcess(), options, args));
  last = run.catch(() => undefined);
  return run;
}

let running: ChildProcess | undefined;

/** That of this worker, with which it ends; another one when it has died. */
function commandProcess(): ChildProcess {
  if (running?.connected !== true) {
    running = fork(join(import.meta.dirname, 'command-process.ts'), { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    running.unref();
    running.channel?.unref();
    for (const stream of [running.stdout, running.stderr]) if (stream instanceof Socket) stream.unref();
  }
  return running;
}

async function runOn(
  child: ChildProcess,
  { cwd = '.', env = {} }: RunOptions,
  args: readonly string[],
): Promise<Outcome> {
  const end = `\0${randomUUID()}\0`;
  const texts = { stdout: '', stderr: '' };
  const stops: (() => void)[] = [];
  const read = (name: 'stdout' | 'stderr'): Promise<string> =>
    new Promise((resolve) => {
      const keep = (chunk: Buffer): void => {
        texts[name] += chunk.toString('latin1');
        if (texts[name].endsWith(end)) resolve(Buffer.from(texts[name].slice(0, -end.length), 'latin1').toString());
      };
      child[name]?.on('data', keep);
      stops.push(() => child[name]?.off('data', keep));
    });
  const code = new Promise<number>((resolve, reject) => {
    const ended = (): void => reject(new Error(`dream ${args.join(' ')} ended its process:\n${texts.stderr}`));
    const answered = ({ exitCode }: { readonly exitCode: number }): void => resolve(exitCode);
    const late = setTimeout(() => child.kill('SIGKILL'), longestRun);
    child.once('exit', ended).once('message', answered);
    stops.push(
      () => child.off('exit', ended).off('message', answered),
      () => clearTimeout(late),
    );
  });
  try {
    const request: CommandRequest = { args, cwd, env: { ...variables(), ...env }, end };
    const streams = [read('stdout'), read('stderr')];
    child.send(request);
    const exitCode = await code;
    const [stdout = '', stderr = ''] = await Promise.all(streams);
    return outcomeOf(exitCode, stdout, stderr);
  } finally {
    for (const stop of stops) stop();
  }
}
