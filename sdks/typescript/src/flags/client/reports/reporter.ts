import { paths } from '../updates/paths.ts';
import type { Server } from '../updates/server.ts';
import type { Observer, Report } from './observer.ts';

export interface ReporterOptions {
  readonly server: Pick<Server, 'ask' | 'platform'>;
  readonly observer: Pick<Observer, 'take' | 'putBack'>;
  /** Milliseconds. */
  readonly interval: number;
  readonly onProblem: (problem: string) => void;
}

/** Sends what was observed, now and then. What could not be sent is sent with what comes next. */
export class Reporter {
  readonly #options: ReporterOptions;
  readonly #closing: AbortController;
  #sending: Promise<void> = Promise.resolve();
  #cancel: () => void = () => undefined;
  #isOver = false;

  constructor(options: ReporterOptions) {
    this.#options = options;
    this.#closing = options.server.platform.newAbort();
    this.#wait();
  }

  /** One after the other: what the first could not send goes with the second. Never rejects. */
  flush(): Promise<void> {
    this.#sending = this.#sending.then(() => this.#send());
    return this.#sending;
  }

  /** Sends what is left, and waits for it no longer than so many milliseconds. */
  async close(patience: number): Promise<void> {
    this.#cancel();
    const stop = this.#options.server.platform.after(patience, () => this.#closing.abort());
    await this.flush();
    this.#isOver = true;
    stop();
  }

  #wait(): void {
    const { interval, server } = this.#options;
    const { afterIfStillRunning, random } = server.platform;
    this.#cancel = afterIfStillRunning(interval * (0.9 + random() / 5), () => {
      void this.flush();
      if (!this.#isOver) this.#wait();
    });
  }

  async #send(): Promise<void> {
    const { observer, onProblem, server } = this.#options;
    if (this.#isOver) return;
    const reports = observer.take().filter(isWorthSending);
    for (const [place, report] of reports.entries()) {
      const body = JSON.stringify(withoutEmpty(report));
      const attempt = await server.ask(
        { method: 'POST', path: paths.report, body },
        this.#closing.signal,
        async () => ({
          outcome: 'answered',
        }),
      );
      if (attempt.outcome === 'answered') continue;
      if (attempt.outcome === 'refused') {
        this.#isOver = true;
        this.#cancel();
        onProblem(`evaluations are not reported any more: ${attempt.problem}`);
        return;
      }
      onProblem(`evaluations were not reported: ${attempt.problem}`);
      const isLost = attempt.status !== undefined && neverTaken(attempt.status);
      for (const unsent of reports.slice(isLost ? place + 1 : place)) observer.putBack(unsent);
      return;
    }
  }
}

/** What the server does not understand it will not understand later. That it is not reached, or not let through to, passes. */
function neverTaken(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);
}

function isWorthSending({ contexts, counts, exposures }: Report): boolean {
  return counts.length + contexts.length + exposures.length > 0;
}

function withoutEmpty(report: Report): Partial<Report> {
  return Object.fromEntries(Object.entries(report).filter(([, members]) => members.length > 0));
}
