// What dies in a series of kills: the command that applies, with the control plane inside it, or the server that it
// talks to. Either way one apply goes on under a witness, and afterwards somebody goes on with the work.
import { type Outcome, type Program, type RunningProgram, type RunningServer } from './cli.ts';

export interface WitnessedApply {
  readonly outcome: Outcome;
  /** What the witness told while the apply ran. */
  readonly letters: string;
  /** Milliseconds from the start of the command, and from the lock of its transaction, to the command's end. */
  readonly whole: number;
  readonly transaction: number;
}

/** Kills `victim` when it likes; resolves when it has, or when the apply has ended before. */
export type Strike = (victim: RunningProgram, ended: Promise<unknown>) => Promise<void>;

export interface Victim {
  apply(strike?: Strike): Promise<WitnessedApply>;
  /** The program as its user goes on with it after a kill. */
  recover(): Promise<Program>;
}

export function commandAsVictim(dream: Program): Victim {
  return {
    apply: (strike) => {
      const running = dream.start(['apply', '--json'], { witness: true });
      return watch(running, running, strike);
    },
    recover: () => Promise.resolve(dream),
  };
}

/** `connect` gives the program as a client of a server. */
export async function serverAsVictim(dream: Program, connect: (server: RunningServer) => Program): Promise<Victim> {
  const start = (): Promise<RunningServer> => dream.serve(['serve', '--port', '0'], { witness: true });
  let server = await start();
  return {
    apply: (strike) => watch(server, connect(server).start(['apply', '--json']), strike),
    recover: async () => {
      if (await hasEnded(server)) server = await start();
      return connect(server);
    },
  };
}

async function watch(
  victim: RunningProgram,
  command: RunningProgram,
  strike: Strike | undefined,
): Promise<WitnessedApply> {
  const began = performance.now();
  let letters = '';
  let locked = began;
  victim.onWitness((letter) => {
    if (letter === 'L') locked = performance.now();
    letters += letter;
  });
  const [outcome] = await Promise.all([command.ended, strike?.(victim, command.ended)]);
  const ended = performance.now();
  return { outcome, letters, whole: ended - began, transaction: ended - locked };
}

async function hasEnded(running: RunningProgram): Promise<boolean> {
  return Promise.race([
    running.ended.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 20)),
  ]);
}
