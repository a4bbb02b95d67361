// The program as users run it: bin/run.js in a process of its own. Usage:
//
//   const dream = await program(directory);
//   const { exitCode, stdout } = await dream('plan', '--detailed-exitcode');
//   const server = await dream.serve();
//
// Whatever a command is given, it must end by itself and never show a stack trace: every run is held to that.
import { EventEmitter } from 'node:events';
import { rmSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { expect, inject, onTestFinished } from 'vitest';
import type { Json } from '../../src/engine/json.ts';
import { newPostgresDatabase } from './databases.ts';

const binary = resolve(import.meta.dirname, '../../bin/run.js');

/** Of {@link onPostgres}, and of tests that start servers again. */
export const masterKey = Buffer.alloc(32, 9).toString('base64');

/** Milliseconds, for a busy machine; a command that takes longer hangs. */
export const longestRun = 400_000;

export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What `--json` printed. */
  json<T = Json>(): T;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface Program {
  (...args: readonly string[]): Promise<Outcome>;
  with(options: RunOptions): Program;
  /** `dream serve` on a free port, or another command that listens; stopped after the test. */
  serve(command?: readonly string[], options?: StartOptions): Promise<RunningServer>;
  /** A run that the caller ends. */
  start(args: readonly string[], options?: StartOptions): RunningProgram;
}

export interface StartOptions {
  /** Loads kill-witness.ts into it. */
  readonly witness?: boolean;
}

export interface RunningProgram {
  readonly pid: number;
  readonly ended: Promise<Outcome>;
  /** All it has written so far, both streams. */
  output(): string;
  /** Calls back with each letter that the witness of kill-witness.ts writes. */
  onWitness(told: (letter: string) => void): void;
  signal(name: NodeJS.Signals): void;
}

export interface RunningServer extends RunningProgram {
  readonly url: string;
  /** Ends it as a supervisor would, and waits. */
  stop(): Promise<Outcome>;
}

/** A directory of its own below the temporary one, gone after the test. */
export function temporaryDirectory(): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'dream-e2e-')));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** The program in a directory. The variables of whoever runs the tests do not reach it. */
export async function program(directory: string, env: Readonly<Record<string, string>> = {}): Promise<Program> {
  await freshBuild();
  return bind({ cwd: directory, env });
}

/**
 * The variables of a program on a PostgreSQL database of its own, for tests that are not about the embedded one: to open
 * that costs more than all else a command does, whether it opens it by itself or a server has to be started.
 */
export async function onPostgres(): Promise<Readonly<Record<string, string>>> {
  return { DATABASE_URL: await newPostgresDatabase(), DREAM_MASTER_KEY: masterKey };
}

export async function freshBuild(): Promise<void> {
  const answer = await fetch(inject('freshBuild'));
  if (!answer.ok) throw new Error(await answer.text());
}

/** @throws AssertionError when a text shows where in the program's own code something went wrong. */
export function expectNoStackTrace(text: string): void {
  expect(text).not.toMatch(/^\s+at .*(?::\d+:\d+|native|<anonymous>)/mu);
  expect(text).not.toMatch(/\[object Object\]|\bundefined\b|UnhandledPromiseRejection|node:internal/u);
}

/** One whole run. */
export type Run = (options: RunOptions, args: readonly string[]) => Promise<Outcome>;

/** In a process of its own. */
export const runProgram: Run = async (options, args) => {
  await freshBuild();
  return startProgram(options, args, false).ended;
};

export function bind(bound: RunOptions, runWith: Run = runProgram): Program {
  const start: Program['start'] = (args, { witness = false } = {}) => startProgram(bound, args, witness);
  const run = async (...args: readonly string[]): Promise<Outcome> => runWith(bound, args);
  const withMore = (more: RunOptions): Program =>
    bind({ ...bound, ...more, env: { ...bound.env, ...more.env } }, runWith);
  return Object.assign(run, {
    with: withMore,
    start,
    serve: async (command: readonly string[] = ['serve', '--port', '0'], options: StartOptions = {}) => {
      await freshBuild();
      return serve(start(command, options));
    },
  });
}

/** What the program finds when nothing else is said. */
export function variables(): Readonly<Record<string, string>> {
  return { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', DREAM_AUTHOR: 'ada@acme.com' };
}

/** @throws AssertionError when the program showed where in its own code something went wrong. */
export function outcomeOf(exitCode: number, stdout: string, stderr: string): Outcome {
  expectNoStackTrace(stdout);
  expectNoStackTrace(stderr);
  const json = <T>(): T => {
    const value: T = JSON.parse(stdout);
    return value;
  };
  return { exitCode, stdout, stderr, json };
}

function startProgram({ cwd, env = {}, input }: RunOptions, args: readonly string[], witness: boolean): RunningProgram {
  const preload = resolve(import.meta.dirname, 'kill-witness.ts');
  const child = execa(process.execPath, [...(witness ? ['--import', preload] : []), binary, ...args], {
    cwd: cwd ?? '.',
    env: { ...variables(), ...env },
    extendEnv: false,
    reject: false,
    stripFinalNewline: false,
    ...(input === undefined ? {} : { input }),
    cleanup: true,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe', ...(witness ? ['pipe' as const] : [])],
    ...(command(args) === 'serve' || command(args) === 'dev' ? {} : { timeout: longestRun }),
    maxBuffer: 256 * 1024 * 1024,
  });
  let written = '';
  const keep = (chunk: Buffer): void => {
    written += chunk.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const told: ((letter: string) => void)[] = [];
  const letters: unknown = child.stdio.at(3);
  if (letters instanceof EventEmitter) {
    letters.on('data', (chunk: Buffer) => {
      for (const letter of chunk.toString()) for (const tell of told) tell(letter);
    });
  }
  const ended = child.then((result) => {
    const stdout = String(result.stdout ?? '');
    const stderr = String(result.stderr ?? '');
    if (result.timedOut) throw new Error(`dream ${args.join(' ')} did not end:\n${stdout}\n${stderr}`);
    return outcomeOf(result.exitCode ?? (result.signal === 'SIGKILL' ? 137 : 1), stdout, stderr);
  });
  if (child.pid === undefined) throw new Error('the program did not start');
  return {
    pid: child.pid,
    ended,
    output: () => written,
    onWitness: (tell) => told.push(tell),
    signal: (name) => {
      child.kill(name);
    },
  };
}

function command(args: readonly string[]): string | undefined {
  return args.find((arg) => !arg.startsWith('-'));
}

async function serve(running: RunningProgram): Promise<RunningServer> {
  const url = await new Promise<string>((found, failed) => {
    const look = setInterval(() => {
      const address = /Dream listens on (http:\/\/\S+)/u.exec(running.output())?.[1];
      if (address !== undefined) end(() => found(address));
    }, 10);
    const end = (then: () => void): void => {
      clearInterval(look);
      then();
    };
    void running.ended.then(
      ({ stderr, stdout }) => end(() => failed(new Error(`the server ended:\n${stdout}${stderr}`))),
      (error: Error) => end(() => failed(error)),
    );
  });
  const stop = async (): Promise<Outcome> => {
    running.signal('SIGTERM');
    return running.ended;
  };
  onTestFinished(async () => {
    running.signal('SIGKILL');
    await running.ended.catch(() => undefined);
  });
  return { ...running, url, stop };
}
