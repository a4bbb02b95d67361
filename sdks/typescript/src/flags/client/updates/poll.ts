import { type Attempt, failed } from './attempt.ts';
import { paths } from './paths.ts';
import { readVersioned } from './read-versioned.ts';
import type { RulesetKeeper } from './ruleset-keeper.ts';
import type { Server } from './server.ts';
import { sleep, waitAfter, type Waiting } from './waiting.ts';

export interface Polling {
  readonly server: Server;
  readonly keeper: RulesetKeeper;
  /** Milliseconds from one answer to the next question. */
  readonly interval: number;
  readonly waiting: Waiting;
}

/** Asks for the ruleset again and again, until the signal is aborted or the server refuses. Never rejects. */
export async function poll(polling: Polling, signal: AbortSignal): Promise<void> {
  const { interval, keeper, server, waiting } = polling;
  const { platform } = server;
  let failures = 0;
  while (!signal.aborted) {
    const attempt = await pollOnce(polling, signal);
    if (signal.aborted) return;
    if (attempt.outcome === 'refused') {
      keeper.turnOff(attempt.problem);
      return;
    }
    if (attempt.outcome === 'answered') {
      failures = 0;
      keeper.confirm();
      // A little earlier or later, so that clients that were started together spread over the interval.
      await sleep(platform, interval * (0.9 + platform.random() / 5), signal);
    } else {
      failures += 1;
      keeper.interrupt(attempt.problem);
      await sleep(platform, waitAfter(failures, waiting, platform.random, attempt.retryAfter), signal);
    }
  }
}

/** What is held already is not sent again. Never rejects. */
export async function pollOnce({ keeper, server }: Polling, signal: AbortSignal): Promise<Attempt> {
  const version = keeper.held?.version;
  const headers = version === undefined ? {} : { 'if-none-match': `W/"${version}"` };
  return server.ask({ method: 'GET', path: paths.ruleset, headers }, signal, async (answer) => {
    if (answer.status === 304) return { outcome: 'answered' };
    const next = readVersioned(await answer.text());
    if (next === undefined) return failed('the server sent something that is no ruleset');
    // A stream that came back meanwhile knows better.
    if (signal.aborted) return { outcome: 'answered' };
    if (next.version !== keeper.held?.version) keeper.replace(next);
    // At once: whoever waits for the client to be ready must find it VALID.
    keeper.confirm();
    return { outcome: 'answered' };
  });
}
