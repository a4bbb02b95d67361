import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the kernel was built with. */
const ticksPerSecond = 100;

/** CPU seconds that a running process, its threads included, has taken since its start. */
export function cpuSecondsOf(pid: number): number {
  const { own } = usageOf(pid);
  return own;
}

/** The same of a process and all that it started, those that have ended included. */
export function cpuSecondsOfFamily(pid: number): number {
  const running = readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/u.test(name) ? [usageOf(Number(name))] : [];
    } catch {
      // It ended meanwhile, and counts with those that have.
      return [];
    }
  });
  const { own, ended } = usageOf(pid);
  return running.filter(({ parent }) => parent === pid).reduce((sum, child) => sum + child.own, own + ended);
}

function usageOf(pid: number): { readonly parent: number; readonly own: number; readonly ended: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name in parentheses and may hold spaces.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const seconds = (index: number): number => ((fields[index] ?? 0) + (fields[index + 1] ?? 0)) / ticksPerSecond;
  return { parent: fields[1] ?? 0, own: seconds(11), ended: seconds(13) };
}

/** Largest resident memory of a running process so far, in MB. */
export function peakMemoryOf(pid: number): number {
  const line = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}
