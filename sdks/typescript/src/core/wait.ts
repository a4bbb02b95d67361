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

/** What `work` comes to, so long as the signal waits for it. What was ended before it began never begins. */
export function unlessAborted<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work();
  return new Promise((resolve, reject) => {
    const end = (): void => reject(abortedBy(signal));
    if (signal.aborted) return end();
    signal.addEventListener('abort', end);
    const done = (): void => signal.removeEventListener('abort', end);
    work().then(resolve, reject).then(done, done);
  });
}
