import { type Attempt, failed } from './attempt.ts';
import { EventReader, type ServerEvent } from './event-reader.ts';
import { paths } from './paths.ts';
import { poll, pollOnce, type Polling } from './poll.ts';
import { patched, readVersioned } from './read-versioned.ts';
import { sleep, waitAfter } from './waiting.ts';

export interface Streaming extends Polling {
  /** Milliseconds of silence after which a stream counts as dead: servers say every 15 seconds that they are there. */
  readonly silence: number;
  /** Milliseconds without a word of a stream that has just been asked for, after which the ruleset is asked for beside it. */
  readonly firstWord: number;
  /** Milliseconds after which a question is given up. */
  readonly timeout: number;
  /** Failed attempts in a row after which the ruleset is polled until a stream works again. */
  readonly patience: number;
}

/** What one stream told before it ended. */
interface Told {
  /** It worked: what is held is right, or was. */
  works: boolean;
  /** What it sent did not fit: the next one begins with everything. */
  lost: boolean;
  retry: number | undefined;
}

/**
 * Follows the stream, and comes back to it whenever it ends, until the signal is aborted or the server refuses. While it
 * cannot be had, the ruleset is polled. Never rejects.
 */
export async function stream(streaming: Streaming, signal: AbortSignal): Promise<void> {
  const { interval, keeper, patience, server, timeout, waiting } = streaming;
  const { platform } = server;
  const substitute = new Substitute(streaming, signal);
  const inBetween = new InBetween(streaming, signal);
  let failures = 0;
  /** Streams in a row that worked, and were over before one question would have been given up. */
  let short = 0;
  let lost = false;
  while (!signal.aborted) {
    const told: Told = { works: false, lost: false, retry: undefined };
    const began = platform.now();
    if (!substitute.isRunning) inBetween.start();
    const attempt = await follow(streaming, lost, signal, (event, retry) => {
      inBetween.stop();
      told.retry = retry;
      told.works = take(streaming, event, told) || told.works;
      if (told.works) substitute.stop();
      return !told.lost;
    });
    inBetween.stop();
    if (signal.aborted) break;
    if (attempt.outcome === 'refused') {
      keeper.turnOff(attempt.problem);
      break;
    }
    const worked = told.works && !told.lost;
    failures = worked ? 1 : failures + 1;
    if (worked) short = platform.now() - began < timeout ? short + 1 : 1;
    lost = told.lost;
    if (!substitute.isRunning) keeper.interrupt(attempt.outcome === 'failed' ? attempt.problem : 'the stream ended');
    if (failures > patience) substitute.start();
    const first = Math.max(waiting.first, told.retry ?? 0);
    const asked = attempt.outcome === 'failed' ? attempt.retryAfter : undefined;
    // Behind what cuts streams off, what changes is heard of as late as by polling, and no later.
    const longest = worked ? Math.min(waiting.longest, Math.max(interval, first)) : waiting.longest;
    await sleep(platform, waitAfter(worked ? short : failures, { first, longest }, platform.random, asked), signal);
  }
  substitute.stop();
}

/** One connection, to its end. `onEvent` says whether to go on; undefined stands for bytes that complete no event. */
async function follow(
  { keeper, server, silence }: Streaming,
  fromScratch: boolean,
  signal: AbortSignal,
  onEvent: (event: ServerEvent | undefined, retry: number | undefined) => boolean,
): Promise<Attempt> {
  const version = fromScratch ? undefined : keeper.held?.version;
  const headers = { accept: 'text/event-stream', ...(version === undefined ? {} : { 'last-event-id': version }) };
  return server.ask({ method: 'GET', path: paths.stream, headers, silence }, signal, async (answer) => {
    if (answer.status !== 200 || answer.header('content-type')?.startsWith('text/event-stream') !== true)
      return failed('the server sent something that is no stream');
    const reader = new EventReader(server.platform.newDecoder());
    for await (const piece of answer.pieces()) {
      const events = reader.read(piece);
      for (const event of events.length === 0 ? [undefined] : events) {
        if (event?.type === 'changed') return { outcome: 'refused', problem: noRules };
        if (!onEvent(event, reader.retry)) return failed('an update did not fit what is held');
      }
    }
    return failed('the stream ended');
  });
}

/** Publishable keys are only told that there is something new. */
const noRules = 'the key is for browsers and gets no rules: give it to a RemoteFlagClient';

/** Whether what is held is right now. */
function take({ keeper }: Streaming, event: ServerEvent | undefined, told: Told): boolean {
  // Whoever is up to date hears nothing but that the server is there.
  if (event !== undefined && (event.type === 'put' || event.type === 'patch')) {
    const next = event.type === 'put' ? readVersioned(event.data) : patched(keeper.held, event.data);
    told.lost = next === undefined;
    if (next === undefined) return false;
    if (next.version !== keeper.held?.version) keeper.replace(next);
  } else if (keeper.held === undefined) {
    return false;
  }
  keeper.confirm();
  return true;
}

/**
 * One question beside a stream that says nothing: something between may let its beginning through and keep the rest, and
 * until that is known no flag would be served.
 */
class InBetween {
  readonly #streaming: Streaming;
  readonly #outer: AbortSignal;
  #stop: () => void = () => undefined;

  constructor(streaming: Streaming, signal: AbortSignal) {
    this.#streaming = streaming;
    this.#outer = signal;
  }

  start(): void {
    const { firstWord, server } = this.#streaming;
    const abort = server.platform.newAbort();
    const cancel = server.platform.after(firstWord, () => void pollOnce(this.#streaming, abort.signal));
    const stop = (): void => {
      cancel();
      abort.abort();
      this.#outer.removeEventListener('abort', stop);
    };
    this.#outer.addEventListener('abort', stop);
    this.#stop = stop;
  }

  stop(): void {
    this.#stop();
  }
}

/** Polling, for as long as there is no stream. */
class Substitute {
  readonly #polling: Polling;
  readonly #outer: AbortSignal;
  #running: AbortController | undefined;

  constructor(polling: Polling, signal: AbortSignal) {
    this.#polling = polling;
    this.#outer = signal;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  start(): void {
    if (this.#running !== undefined || this.#outer.aborted) return;
    const abort = this.#polling.server.platform.newAbort();
    this.#running = abort;
    void poll(this.#polling, abort.signal);
  }

  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
  }
}
