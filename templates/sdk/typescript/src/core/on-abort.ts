import { ConfigurationError } from './errors.ts';

interface Waiting {
  readonly ends: Set<() => void>;
  readonly listener: () => void;
}

const waiting = new WeakMap<AbortSignal, Waiting>();

/**
 * Calls `end` when the signal comes, at once where it has come already; what is given back takes that back. The signal has
 * one listener of ours, however many calls it is given to: platforms take more than ten for a leak, and say so.
 */
export function onAbort(signal: AbortSignal | null | undefined, end: () => void): () => void {
  const nothing = (): void => undefined;
  if (signal === undefined || signal === null) return nothing;
  if (typeof signal.addEventListener !== 'function') throw new ConfigurationError('signal must be an AbortSignal');
  if (signal.aborted) {
    end();
    return nothing;
  }
  const { ends, listener } = waiting.get(signal) ?? listen(signal);
  ends.add(end);
  return () => {
    ends.delete(end);
    if (ends.size > 0) return;
    signal.removeEventListener('abort', listener);
    waiting.delete(signal);
  };
}

function listen(signal: AbortSignal): Waiting {
  const ends = new Set<() => void>();
  const listener = (): void => {
    for (const end of ends) end();
  };
  signal.addEventListener('abort', listener);
  const all = { ends, listener };
  waiting.set(signal, all);
  return all;
}
