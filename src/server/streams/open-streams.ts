import { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import { makeError } from '../../engine/platform-error/index.ts';
import type { Clock } from '../../host/contract.ts';
import { serverErrors } from '../server-errors.ts';

/** A stream costs about as much memory as a connection; more of them than this are for another server. */
const mostStreams = 20_000;
/** Milliseconds in which a reader for whom something waits has to take some of it. */
const patience = 30_000;
/** Milliseconds between two looks at all of them. */
const interval = 250;

/** One whose reader can be seen taking it. */
interface Watched {
  readonly socket: Socket;
  readonly breakOff: () => void;
  /** Since when its reader has taken nothing of what waits; null: nothing waits. */
  since: number | null;
  /** Bytes that had been taken then. */
  taken: number;
}

/**
 * Those of one server that are being read now. One whose reader leaves the connection open and takes nothing is broken
 * off: it would keep what it reads from, which may be a connection to the database, for as long as it likes.
 */
export class OpenStreams {
  readonly #clock: Clock;
  readonly #watched = new Set<Watched>();
  #timer: NodeJS.Timeout | undefined;
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get count(): number {
    return this.#count;
  }

  /** Throws `server/unavailable` when there are too many. The stream counts until the signal is aborted. */
  add(reply: FastifyReply, signal: AbortSignal): void {
    if (this.#count >= mostStreams) {
      throw makeError(serverErrors.unavailable, { message: 'This server has as many streams open as it can.' });
    }
    this.#count += 1;
    signal.addEventListener('abort', () => (this.#count -= 1), { once: true });
    this.#watch(reply);
  }

  /** Breaks off what nobody takes. Called by itself; to be called besides does no harm. */
  look(): void {
    const now = this.#clock.now().getTime();
    for (const watched of this.#watched) {
      const { breakOff, since, socket } = watched;
      if (socket.writableLength === 0) {
        watched.since = null;
        continue;
      }
      const taken = socket.bytesWritten - socket.writableLength;
      if (since === null || taken !== watched.taken) {
        watched.taken = taken;
        watched.since = now;
      } else if (now - since >= patience) breakOff();
    }
  }

  /** Until the last byte has left, which is later than when the last one was made. */
  #watch({ raw, request }: FastifyReply): void {
    const { socket } = request.raw;
    // The in-process client has no connection.
    if (!(socket instanceof Socket)) return;
    const breakOff = (): void => {
      request.log.warn(`a reader took nothing for ${patience / 1000} seconds; its answer was broken off`);
      raw.destroy();
    };
    const watched: Watched = { socket, breakOff, since: null, taken: 0 };
    this.#watched.add(watched);
    this.#timer ??= setInterval(() => this.look(), interval).unref();
    raw.once('close', () => {
      this.#watched.delete(watched);
      if (this.#watched.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    });
  }
}
