import { abortedBy, longestTimer } from './deadline.ts';
import { onAbort } from './on-abort.ts';

/** Waits; the signal ends it at once with an `AbortedError`. */
export function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      leave();
      resolve();
    };
    const timer = setTimeout(end, Math.min(milliseconds, longestTimer));
    const leave = onAbort(signal, () => {
      clearTimeout(timer);
      if (signal !== undefined) reject(abortedBy(signal));
    });
  });
}
