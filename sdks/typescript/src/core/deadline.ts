import { AbortedError, ConnectionError, DreamError, ResponseError, TimeoutError } from './errors.ts';
import { type Hide, hiddenCause, hiddenHeaders } from './hide.ts';
import { onAbort } from './on-abort.ts';

/** Timers of every platform end at once when they are set for longer. */
export const longestTimer = 2_147_483_647;

/** What may end an attempt before its answer does: the caller's signal, and the clock. */
export class Deadline {
  /** What the errors of the attempt must not tell; set as soon as that is known. */
  hide: Hide = (text) => text;
  readonly #controller = new AbortController();
  readonly #callers: AbortSignal | undefined;
  readonly #timeout: number;
  readonly #leaveCallers: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(timeout: number, callers: AbortSignal | undefined) {
    this.#timeout = timeout;
    this.#callers = callers;
    this.#leaveCallers = onAbort(callers, () => this.#controller.abort());
    if (timeout > longestTimer) return;
    this.#timer = setTimeout(() => {
      this.#isOver = true;
      this.#controller.abort();
    }, timeout);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /**
   * What `work` comes to, unless the attempt has ended: a `fetch` of one's own may take no notice of the signal. What was
   * ended before it began never begins.
   */
  race<T>(work: () => Promise<T>): Promise<T> {
    const { signal } = this;
    return new Promise((resolve, reject) => {
      const end = (): void => reject(new Error('The attempt has ended'));
      if (signal.aborted) return end();
      const done = onAbort(signal, end);
      work().then(resolve, reject).then(done, done);
    });
  }

  /** A stream has begun: from now on it may take as long as it likes. */
  stopClock(): void {
    clearTimeout(this.#timer);
  }

  release(): void {
    this.stopClock();
    this.#leaveCallers();
  }

  /** What was thrown, as an error of ours. */
  explain(thrown: unknown): DreamError {
    const { hide } = this;
    if (thrown instanceof ResponseError) {
      const { body, headers, message, status } = thrown;
      return new ResponseError(hide(message), { status, headers: hiddenHeaders(headers, hide), body: hide(body) });
    }
    if (thrown instanceof DreamError) return thrown;
    if (this.#callers?.aborted === true) return abortedBy(this.#callers);
    const cause = hiddenCause(thrown, hide);
    if (this.#isOver) return new TimeoutError(`No answer came within ${this.#timeout} ms`, { cause });
    return new ConnectionError(`No answer came, or it broke off: ${innermost(cause)}`, { cause });
  }
}

export function abortedBy(signal: AbortSignal): AbortedError {
  return new AbortedError('The call was ended by its signal', { cause: signal.reason });
}

/** `fetch failed` says nothing; what it was caused by does. */
function innermost(thrown: unknown, depth = 0): string {
  if (!(thrown instanceof Error)) return String(thrown);
  if (thrown.cause instanceof Error && depth < 9) return innermost(thrown.cause, depth + 1);
  return thrown.message || thrown.name;
}
