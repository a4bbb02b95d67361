import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

export interface ScriptRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs scripts/generate.ts as its users do, in a process of its own. */
export function runGenerateScript(...options: readonly string[]): Promise<ScriptRun> {
  return new Promise((done) => {
    execFile(process.execPath, [resolve('scripts/generate.ts'), ...options], (error, stdout, stderr) => {
      done({ exitCode: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, stdout, stderr });
    });
  });
}
