import { longestTimer } from '../core/deadline.ts';

/** Does it once, unless it is called off before. No reason to keep a process running. */
export function later(milliseconds: number, work: () => void): () => void {
  const timer: unknown = setTimeout(work, Math.min(milliseconds, longestTimer));
  // Node's timers are objects that can be told so, those of other platforms are numbers.
  if (isNodeTimer(timer)) timer.unref();
  return () => clearTimeout(timer as ReturnType<typeof setTimeout>);
}

function isNodeTimer(timer: unknown): timer is { unref(): void } {
  return typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function';
}
