import { execa } from 'execa';

/** What one finished process took, its children included. */
export interface Usage {
  /** User and system seconds. */
  readonly cpu: number;
  /** Seconds from start to end. */
  readonly wall: number;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly directory?: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** Exit codes that count as success; 0 alone unless told otherwise. */
  readonly accept?: readonly number[];
}

/**
 * Runs a command to its end under bash's `time`, which counts what the kernel charged to the process and
 * its children. Rejects when it fails, since the time of a failure measures nothing.
 */
export async function runCommand({ program, args, directory, variables, accept = [0] }: Command): Promise<Usage> {
  const script = 'TIMEFORMAT="%U %S %R"; exec 3>&2; { time "$@" >/dev/null 2>&3; } 2>&1';
  const { stdout, stderr, exitCode } = await execa('bash', ['-c', script, 'bash', program, ...args], {
    ...(directory === undefined ? {} : { cwd: directory }),
    ...(variables === undefined ? {} : { env: variables }),
    reject: false,
    stdin: 'ignore',
  });
  if (exitCode === undefined || !accept.includes(exitCode)) {
    throw new Error(`${program} ${args.join(' ')} exited with ${String(exitCode)}\n${stderr}`);
  }
  const [user = Number.NaN, system = Number.NaN, wall = Number.NaN] = stdout.trim().split(/\s+/u).slice(-3).map(Number);
  return { cpu: user + system, wall };
}
