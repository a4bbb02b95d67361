import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { javaParameters } from '../java/compiled-java.ts';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { longRun } from '../../support/long-run.ts';
import { hasPython, pythonEnvironment } from '../python/python-environment.ts';

const root = join(import.meta.dirname, '../../..');
const python = ['python3', join(root, 'test/sdk/python/driver.py')];
const python310 = (): string | null => (hasPython() ? null : 'Python 3.10 as python3');

export interface Language {
  readonly name: string;
  /** The folder of its SDK, below `sdks/`. */
  readonly folder: string;
  /** Starts the driver. */
  readonly command: readonly string[];
  /** Makes what the command needs first, and gives the rest of it. */
  readonly prepare?: () => Promise<readonly string[]>;
  /** For people: what the driver needs and is not installed; null where nothing is missing. */
  readonly missing: () => string | null;
}

/** The driver for Python, with the clients of httpx in place of the SDK's own connections. */
function overHttpx(name: string, ...parameters: readonly string[]): Language {
  const environment = pythonEnvironment(join(root, 'test/sdk/python/httpx-requirements.txt'));
  const program = 'missing' in environment ? [] : [join(root, environment.python), ...python.slice(1)];
  return {
    name,
    folder: 'python',
    command: [...program, '--httpx', ...parameters],
    missing: () => ('missing' in environment ? environment.missing : null),
  };
}

const drivers: readonly Language[] = [
  {
    name: 'TypeScript',
    folder: 'typescript',
    command: [process.execPath, join(root, 'test/sdk/typescript/driver.ts')],
    missing: () => null,
  },
  { name: 'Python', folder: 'python', command: python, missing: python310 },
  {
    name: 'Python, asynchronous',
    folder: 'python',
    command: [...python, '--async'],
    missing: python310,
  },
  ...(longRun ? [overHttpx('Python over httpx'), overHttpx('Python over httpx, asynchronous', '--async')] : []),
  {
    name: 'Java',
    folder: 'java',
    command: ['java'],
    prepare: () => javaParameters('Driver'),
    missing: () => (hasJdk() ? null : jdkNeeds),
  },
];

/** The drivers of the SDKs that there are. */
export const languages: readonly Language[] = drivers.filter(({ folder }) => existsSync(join(root, 'sdks', folder)));

/** The language with its whole command. */
export async function prepared(language: Language): Promise<Language> {
  return { ...language, command: [...language.command, ...((await language.prepare?.()) ?? [])] };
}
