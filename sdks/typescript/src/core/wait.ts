import { abortedBy, longestTimer } from './deadline.ts';

/** Waits; the signal ends it at once with an `AbortedError`. */
export function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      if (signal?.aborted === true) reject(abortedBy(signal));
      else resolve();
    };
    const timer = setTimeout(end, Math.min(milliseconds, longestTimer));
    if (signal?.aborted === true) end();
    else signal?.addEventListener('abort', end);
  });
}
