import { destination } from 'pino';
import type { LogStream } from './logging.ts';

/** Characters after which lines are written at once, and milliseconds after which they are written in any case. */
const fullAt = 8_192;
const latest = 50;

export interface LogLines extends LogStream {
  /** Writes what is left, before it returns. */
  flushSync(): void;
}

/**
 * Standard output, to which lines are written some at a time: on a busy server a system call for each line cost more than
 * anything else of a request. What is left is written when the process exits, however it comes to that; only one that is
 * killed from outside loses the lines of its last moment.
 */
export function standardOutput(): LogLines {
  return destination({ dest: 1, sync: false, minLength: fullAt, periodicFlush: latest });
}
