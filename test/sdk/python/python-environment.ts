import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ofTypes = join(import.meta.dirname, 'requirements.txt');

/** Whether there is a Python that the SDK runs on. */
export function hasPython(): boolean {
  return spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']).status === 0;
}

/**
 * The Python of a virtual environment with what the requirements name, made once and kept; or why there is none.
 */
export function pythonEnvironment(requirements = ofTypes): { readonly python: string } | { readonly missing: string } {
  if (!hasPython()) return { missing: 'Python 3.10 as python3' };
  const cache = join('node_modules', '.cache');
  const directory = join(cache, `python-${hash('sha256', readFileSync(requirements)).slice(0, 12)}`);
  const python = join(directory, 'bin', 'python');
  if (existsSync(python)) return { python };
  mkdirSync(cache, { recursive: true });
  const making = `${directory}-${process.pid}`;
  const made = spawnSync('python3', ['-m', 'venv', making], { encoding: 'utf8' });
  if (made.status !== 0) return { missing: 'the venv module of Python' };
  const installed = spawnSync(
    join(making, 'bin', 'python'),
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements],
    { encoding: 'utf8' },
  );
  if (installed.status !== 0) {
    rmSync(making, { recursive: true });
    return { missing: `an index of Python packages: ${installed.stderr.trim().split('\n').at(-1) ?? ''}` };
  }
  // What runs beside this may have made it meanwhile; python itself finds its packages wherever the folder stands.
  if (existsSync(directory)) rmSync(making, { recursive: true });
  else renameSync(making, directory);
  return { python };
}
