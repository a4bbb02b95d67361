import { program, type Program, type RunOptions } from '../../support/cli.ts';
import { commands } from '../../support/commands.ts';
import { longRun } from '../../support/long-run.ts';

export interface Finished {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One run of the program, in a pipe, as a value to compare. */
export async function runDream(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return finished(await program(options.cwd ?? '.'), args, options);
}

/** The same of a command, which has a process of its own in long runs alone: of many of them one tells as much. */
export async function runCommand(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return longRun ? runDream(args, options) : finished(commands(options.cwd ?? process.cwd()), args, options);
}

async function finished(dream: Program, args: readonly string[], options: RunOptions): Promise<Finished> {
  const { exitCode, stderr, stdout } = await dream.with(options)(...args);
  return { code: exitCode, err: stderr, out: stdout };
}
