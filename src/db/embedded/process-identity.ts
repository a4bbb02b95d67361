import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Names one process among all there have been, on all machines: a number alone is given out again. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When the process began, in the system's own words; null where the system does not tell. */
  readonly started: string | null;
  /** One start of one machine, and one container on it: where `pid` has its meaning. */
  readonly machine: string;
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid), machine: machine() };
}

/**
 * Whether the process still runs. `undefined` when that cannot be known from here: it belongs to another
 * container or machine that shares the directory, or to this machine before its last start.
 */
export function isAlive(identity: ProcessIdentity): boolean | undefined {
  if (identity.machine !== machine()) return undefined;
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    const notOurs = error instanceof Error && 'code' in error && error.code === 'EPERM';
    if (!notOurs) return false;
  }
  const started = startOf(identity.pid);
  return started === null || identity.started === null || started === identity.started;
}

function machine(): string {
  const boot = read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? hostname();
  const container = read(() => readlinkSync('/proc/self/ns/pid')) ?? '';
  return `${boot} ${container}`.trim();
}

function startOf(pid: number): string | null {
  const stat = read(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat !== undefined) {
    // The second field is the command in brackets, which may hold spaces; the start is the 22nd field. A
    // killed process whose parent has not looked yet (state Z) still has an entry, and is dead all the same.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'dead' : (fields[19] ?? null);
  }
  if (process.platform === 'win32' || process.platform === 'linux') return null;
  return (
    read(() =>
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim(),
    ) ?? null
  );
}

function read<T>(from: () => T): T | undefined {
  try {
    return from();
  } catch {
    return undefined;
  }
}
