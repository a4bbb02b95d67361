import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type Task = 'hold' | 'serve' | 'brief' | 'write' | 'read' | 'race';

export interface Child {
  readonly pid: number;
  readonly lines: readonly string[];
  /** Resolves with the first line that begins so; rejects when the process ends before. */
  line(start: string): Promise<string>;
  /** Resolves when it is gone, however it ended. */
  readonly ended: Promise<void>;
  /** kill -9, and wait until it is gone. */
  kill(): Promise<void>;
}

/** `child.ts`, which opens the database, or `lock-child.ts`, which only takes what has to be taken before. */
export type Script = 'child' | 'lock-child';

export function startChild(task: Task, directory: string, name: Script = 'child'): Child {
  const script = join(import.meta.dirname, `${name}.ts`);
  const child: ChildProcess = spawn(process.execPath, [script, task, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { pid, stdout } = child;
  if (pid === undefined || stdout === null) throw new Error('The process did not start.');
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  createInterface({ input: stdout }).on('line', (line) => {
    lines.push(line);
    for (const listener of listeners) listener();
  });
  return {
    pid,
    lines,
    ended,
    line: (start) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.find((line) => line.startsWith(start));
          if (found !== undefined) resolve(found);
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`Ended without saying "${start}": ${lines.join(' | ')}`)));
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
