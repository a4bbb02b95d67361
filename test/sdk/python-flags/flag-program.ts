// A Python program with a client of flags that does as it is told, ended after the test. Usage:
//
//   const program = startFlagProgram('sync');
//   await program.ask({ do: 'make', kind: 'sync', options: { secret_key, base_url } });
//   expect(await program.ask({ do: 'ready' })).toBe(true);
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, onTestFinished } from 'vitest';

export type ClientKind = 'sync' | 'async';

/** What a client has told so far. */
export interface ClientState {
  readonly status: string;
  readonly problems: readonly string[];
  /** Each with what was wrong. */
  readonly statuses: readonly (readonly [string, string | null])[];
  /** Keys of the flags that changed together. */
  readonly changes: readonly (readonly string[])[];
  /** Names of the threads in which statuses were told. */
  readonly threads: readonly string[];
}

export interface FlagProgram {
  /** Sends a command and gives its answer; rejects with what the program complained of where it ended. */
  ask(command: { readonly do: string; readonly [argument: string]: unknown }): Promise<unknown>;
  make(options: { readonly [name: string]: unknown }): Promise<unknown>;
  state(): Promise<ClientState>;
  /** Waits until the client has the status. */
  until(status: string): Promise<void>;
  /** The value of a flag for Ada, with `false` as the default. */
  value(key: string): Promise<unknown>;
}

export function startFlagProgram(kind: ClientKind): FlagProgram {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('DREAM_'));
  const python = spawn('python3', ['-W', 'error', 'test/sdk/python-flags/flag_program.py', kind], {
    env: { ...Object.fromEntries(inherited), PYTHONPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1' },
    stdio: 'pipe',
  });
  let complaints = '';
  python.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = new Promise<never>((_, reject) => {
    python.once('close', () => reject(new Error(`the program ended: ${complaints}`)));
  });
  ended.catch(() => undefined);
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  onTestFinished(async () => {
    python.stdin.end();
    await ended.catch(() => undefined);
    expect(complaints).toBe('');
  });
  const ask: FlagProgram['ask'] = async (command) => {
    python.stdin.write(`${JSON.stringify(command)}\n`);
    const line = await Promise.race([lines.next(), ended]);
    return line.done === true ? ended : JSON.parse(line.value);
  };
  const state = async (): Promise<ClientState> => (await ask({ do: 'state' })) as ClientState;
  return {
    ask,
    make: (options) => ask({ do: 'make', kind, options }),
    state,
    until: (status) => expect.poll(async () => (await state()).status, { timeout: 60_000 }).toBe(status),
    value: (key) => ask({ do: 'variation', key, context: { user: { key: 'ada' } }, default: false }),
  };
}
