import { makeError } from '../../engine/platform-error/index.ts';
import { serverErrors } from '../errors.ts';

/** A stream costs about as much memory as a connection; more of them than this are for another server. */
const mostStreams = 20_000;

/** Those of one server that are being read now. */
export class OpenStreams {
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Throws `server/unavailable` when there are too many. The stream counts until the signal is aborted. */
  add(signal: AbortSignal): void {
    if (this.#count >= mostStreams) {
      throw makeError(serverErrors.unavailable, { message: 'This server has as many streams open as it can.' });
    }
    this.#count += 1;
    signal.addEventListener('abort', () => (this.#count -= 1), { once: true });
  }
}
