import type { Platform } from '../platform.ts';

export interface Waiting {
  /** Milliseconds before the first further attempt; doubled for each one after it. */
  readonly first: number;
  /** Milliseconds that no wait is longer than, whatever a server asks for. */
  readonly longest: number;
}

/**
 * How long to wait before trying again: twice as long after each failure, and somewhere between half of that and all of
 * it, so that clients who lost the same server do not come back at the same moment. `asked` is what the server asked
 * for, which is waited for in full.
 */
export function waitAfter(
  failures: number,
  { first, longest }: Waiting,
  random: () => number,
  asked: number | undefined,
): number {
  const doubled = Math.min(longest, first * 2 ** Math.min(Math.max(failures - 1, 0), 30));
  const own = doubled * (0.5 + random() / 2);
  return asked === undefined ? own : Math.min(longest, Math.max(asked, own));
}

/** Resolves after the time, or at once when the signal is aborted. Never rejects. */
export function sleep(platform: Platform, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const wake = (): void => {
      cancel();
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const cancel = platform.after(milliseconds, wake);
    signal.addEventListener('abort', wake);
  });
}
