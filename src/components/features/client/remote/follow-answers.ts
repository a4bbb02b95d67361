import { type Attempt, type Failure, failed } from '../updates/attempt.ts';
import { EventReader } from '../updates/event-reader.ts';
import { paths } from '../updates/paths.ts';
import type { Server } from '../updates/server.ts';
import { sleep, waitAfter, type Waiting } from '../updates/waiting.ts';

export interface Following {
  readonly server: Server;
  readonly waiting: Waiting;
  /** Milliseconds between two looks while there is no stream. */
  readonly interval: number;
  /** Milliseconds of silence after which a stream counts as dead. */
  readonly silence: number;
  /** Milliseconds after which a question is given up. */
  readonly timeout: number;
  readonly streams: boolean;
  /** Asks the server again, and takes what comes of it. */
  readonly ask: () => Promise<Attempt>;
  /** The stream is refused. */
  readonly onRefused: (problem: string) => void;
}

/**
 * Asks whenever the stream says that there is something new; now and then while there is no stream. Ends when the signal is
 * aborted, or the server refuses. Never rejects. `first` is how the first question ended, where it was asked before.
 */
export async function followAnswers(following: Following, signal: AbortSignal, first?: Failure): Promise<void> {
  const { interval, onRefused, server, streams, waiting } = following;
  const { random } = server.platform;
  let failures = 0;
  /** Streams in a row that were over before one question would have been given up. */
  let short = 0;
  let known: Attempt | undefined = first;
  while (!signal.aborted) {
    const asked = known ?? (await following.ask());
    if (signal.aborted) return;
    known = undefined;
    if (asked.outcome === 'refused') return;
    const began = server.platform.now();
    const streamed = asked.outcome === 'answered' && streams ? await followStream(following, signal) : asked;
    if (signal.aborted) return;
    if (streamed.outcome === 'refused') {
      onRefused(streamed.problem);
      return;
    }
    if (asked.outcome === 'answered') {
      failures = 0;
      // A stream that has ended is a reason to ask anew soon; without streams there is none but the time.
      const lost = streamed.outcome === 'failed' && streamed.status === undefined && streams;
      short = server.platform.now() - began < following.timeout ? short + 1 : 1;
      const usual = interval * (0.9 + random() / 5);
      const wait = lost ? Math.min(usual, waitAfter(short, waiting, random, undefined)) : usual;
      await sleep(server.platform, wait, signal);
    } else {
      failures += 1;
      await sleep(server.platform, waitAfter(failures, waiting, random, asked.retryAfter), signal);
    }
  }
}

/** One connection, to its end. The first notice says what the stream begins with; each later one is new. */
function followStream({ ask, server, silence }: Following, signal: AbortSignal): Promise<Attempt> {
  const headers = { accept: 'text/event-stream' };
  return server.ask({ method: 'GET', path: paths.stream, headers, silence }, signal, async (answer) => {
    if (answer.header('content-type')?.startsWith('text/event-stream') !== true)
      return { ...failed('no stream'), status: 200 };
    const reader = new EventReader(server.platform.newDecoder());
    for await (const piece of answer.pieces()) {
      if (!reader.read(piece).some(({ type }) => type === 'changed')) continue;
      const asked = await ask();
      if (asked.outcome !== 'answered') return asked;
    }
    return failed('the stream ended');
  });
}
