import { program, type RunOptions } from '../../support/cli.ts';

export interface Finished {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One run of the program, in a pipe, as a value to compare. */
export async function runDream(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const dream = await program(options.cwd ?? '.');
  const { exitCode, stderr, stdout } = await dream.with(options)(...args);
  return { code: exitCode, err: stderr, out: stdout };
}
