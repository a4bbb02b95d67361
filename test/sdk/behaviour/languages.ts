import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const driver = (...path: readonly string[]): string => join(import.meta.dirname, '..', ...path);

export interface Language {
  readonly name: string;
  /** Starts the driver. */
  readonly command: readonly string[];
  /** Ends well where all that the driver needs is installed. */
  readonly probe: readonly string[];
  /** For people who lack it. */
  readonly needs: string;
}

/** The languages that have an SDK. */
export const languages: readonly Language[] = [
  {
    name: 'TypeScript',
    command: [process.execPath, driver('typescript/driver.ts')],
    probe: [process.execPath, '--version'],
    needs: 'Node',
  },
];

export function isInstalled({ probe: [program = '', ...parameters] }: Language): boolean {
  return spawnSync(program, parameters, { stdio: 'ignore' }).status === 0;
}
