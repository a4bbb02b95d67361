import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { javaParameters } from '../java/compiled-java.ts';
import { jdkNeeds, jdkProbe } from '../java/jdk.ts';
import { longRun } from '../../support/long-run.ts';
import { pythonEnvironment } from '../python/python-environment.ts';

const root = join(import.meta.dirname, '../../..');
const python = ['python3', join(root, 'test/sdk/python/driver.py')];
const python310 = ['python3', '-c', 'import sys; sys.exit(sys.version_info < (3, 10))'];

export interface Language {
  readonly name: string;
  /** The folder of its SDK, below `sdks/`. */
  readonly folder: string;
  /** Starts the driver. */
  readonly command: readonly string[];
  /** Makes what the command needs first, and gives the rest of it. */
  readonly prepare?: () => Promise<readonly string[]>;
  /** Ends well where all that the driver needs is installed. */
  readonly probe: readonly string[];
  /** For people who lack it. */
  readonly needs: string;
}

/** The driver for Python, with the clients of httpx in place of the SDK's own connections. */
function overHttpx(name: string, ...parameters: readonly string[]): Language {
  const prepare = async () => {
    const environment = pythonEnvironment(join(root, 'test/sdk/python/httpx-requirements.txt'));
    if ('missing' in environment) throw new Error(`${name} needs ${environment.missing}`);
    return [join(root, environment.python), ...python.slice(1), '--httpx', ...parameters];
  };
  return { name, folder: 'python', command: [], prepare, probe: python310, needs: 'Python 3.10 as python3' };
}

const drivers: readonly Language[] = [
  {
    name: 'TypeScript',
    folder: 'typescript',
    command: [process.execPath, join(root, 'test/sdk/typescript/driver.ts')],
    probe: [process.execPath, '--version'],
    needs: 'Node',
  },
  { name: 'Python', folder: 'python', command: python, probe: python310, needs: 'Python 3.10 as python3' },
  {
    name: 'Python, asynchronous',
    folder: 'python',
    command: [...python, '--async'],
    probe: python310,
    needs: 'Python 3.10 as python3',
  },
  ...(longRun ? [overHttpx('Python over httpx'), overHttpx('Python over httpx, asynchronous', '--async')] : []),
  {
    name: 'Java',
    folder: 'java',
    command: ['java'],
    prepare: () => javaParameters('Driver'),
    probe: jdkProbe,
    needs: jdkNeeds,
  },
];

/** The drivers of the SDKs that there are. */
export const languages: readonly Language[] = drivers.filter(({ folder }) => existsSync(join(root, 'sdks', folder)));

/** The language with its whole command. */
export async function prepared(language: Language): Promise<Language> {
  return { ...language, command: [...language.command, ...((await language.prepare?.()) ?? [])] };
}

export function isInstalled({ probe: [program = '', ...parameters] }: Language): boolean {
  return spawnSync(program, parameters, { stdio: 'ignore' }).status === 0;
}
