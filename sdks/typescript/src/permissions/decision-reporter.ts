import { ConnectionError } from '../core/errors.ts';
import { notify } from '../core/hooks.ts';
import type { CallOptions } from '../core/options.ts';
import { PlatformError, RateLimitError, ServerError } from '../core/platform-error.ts';
import { later } from './later.ts';
import { bodyOf, type DecisionBody, type LocalDecision } from './local-decision.ts';
import { milliseconds } from './milliseconds.ts';
import { problemOf } from './problem-of.ts';
import { leftOut, notReported } from './report-problems.ts';
import { namesTenant, WaitingDecisions } from './waiting-decisions.ts';

/** What reports need of a client; every `Dream` has it. */
export interface DecisionSource {
  readonly access: {
    readonly decisions: {
      report(body: { readonly decisions: readonly DecisionBody[] }, options?: CallOptions): PromiseLike<unknown>;
    };
  };
}

export interface DecisionReporterOptions {
  /** With a secret key that has the scope `decisions:write`. */
  readonly client: DecisionSource;
  /**
   * Milliseconds from the first decision that waits to the report of it, at least 100.
   * @default 5000
   */
  readonly interval?: number | undefined;
  /** Told, in a sentence, of what goes wrong; never of keys. Absent: nobody is. */
  readonly onProblem?: ((problem: string) => unknown) | undefined;
}

/** What one call holds: however often it is sent, the same by the same key. */
interface Batch {
  readonly idempotencyKey: string;
  readonly decisions: readonly DecisionBody[];
}

/** So many do not wait for more. */
const enough = 500;
/** In one call: the server takes no more. */
const mostInCall = 1_000;
/** Kept until the server has them. */
const mostKept = 10_000;
/** Milliseconds that `close` takes at most. */
const patience = 5_000;

/**
 * Tells the server, many at once, what an application decided by itself, so that the decision log has it. One for a
 * process; close it at the end.
 */
export class DecisionReporter {
  readonly #client: DecisionSource;
  readonly #interval: number;
  readonly #tell: (problem: string) => void;
  readonly #waiting = new WaitingDecisions();
  readonly #closing = new AbortController();
  #closed: Promise<void> | undefined;
  /** Sent, and not known to have arrived. Until it is, nothing else is sent. */
  #batch: Batch | undefined;
  #sending: Promise<void> | undefined;
  /** How many of those that wait are to go without waiting for more. */
  #due = 0;
  #dropped = 0;
  #callOff: (() => void) | undefined;
  #isOver = false;

  /** @throws ConfigurationError for an interval that is no number of milliseconds */
  constructor({ client, interval = 5_000, onProblem }: DecisionReporterOptions) {
    this.#client = client;
    this.#interval = Math.max(100, milliseconds('interval', interval));
    this.#tell = (problem) => notify(onProblem, problem);
  }

  /** Takes down what is sent later. What is no decision is dropped. Never throws. */
  report(decision: LocalDecision): void {
    if (this.#isOver) return;
    try {
      const body = bodyOf(decision);
      if (body !== undefined) this.#keep(body);
    } catch {
      // What throws when it is read is none.
    }
  }

  /** Sends what waits now. Never rejects. */
  async flush(): Promise<void> {
    this.#stopTimer();
    this.#due = this.#waiting.count;
    this.#sending ??= this.#sendDue();
    await this.#sending;
  }

  /** Sends what waits once, takes nothing more, and is done in 5 seconds at most. Never rejects. */
  close(): Promise<void> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end(): Promise<void> {
    this.#isOver = true;
    const timer = setTimeout(() => this.#closing.abort(), patience);
    await this.flush();
    clearTimeout(timer);
  }

  #keep(body: DecisionBody): void {
    if (this.#waiting.count + (this.#batch?.decisions.length ?? 0) >= mostKept) {
      this.#dropped += 1;
      return;
    }
    this.#waiting.add(body);
    const isPausing = this.#batch !== undefined && this.#sending === undefined;
    if (this.#waiting.count - this.#due >= enough && !isPausing) void this.flush();
    else this.#callOff ??= this.#flushLater();
  }

  async #sendDue(): Promise<void> {
    // Whoever asked what somebody may do has the answer first.
    await Promise.resolve();
    while (this.#batch !== undefined || this.#due > 0) {
      this.#batch ??= this.#take();
      await this.#send(this.#batch);
      if (this.#batch === undefined) continue;
      this.#stopTimer();
      this.#callOff = this.#flushLater();
      break;
    }
    this.#sending = undefined;
  }

  #take(): Batch {
    const decisions = this.#waiting.take(mostInCall);
    this.#due = Math.max(0, this.#due - decisions.length);
    if (this.#waiting.count === 0) this.#stopTimer();
    return { idempotencyKey: crypto.randomUUID(), decisions };
  }

  /** Forgets the batch, unless that is to be sent again. */
  async #send({ decisions, idempotencyKey }: Batch): Promise<void> {
    if (this.#dropped > 0) this.#tell(notReported(this.#dropped, `${mostKept} were waiting`));
    this.#dropped = 0;
    const tenant = namesTenant(decisions[0]) ? { tenant: null } : {};
    const options = { ...tenant, idempotencyKey, signal: this.#closing.signal };
    try {
      const problem = leftOut(await this.#client.access.decisions.report({ decisions }, options));
      this.#batch = undefined;
      if (problem !== undefined) this.#tell(problem);
    } catch (thrown) {
      if (mayPass(thrown) && !this.#isOver) return;
      this.#batch = undefined;
      this.#drop(thrown, decisions.length);
    }
  }

  #drop(thrown: unknown, count: number): void {
    const why = problemOf(thrown, 'the call failed');
    const isRefused = thrown instanceof PlatformError && [401, 403, 404].includes(thrown.status);
    if (isRefused) this.#tell(`decisions are not reported any more: ${why}`);
    else if (!this.#closing.signal.aborted) return this.#tell(notReported(count, why));
    else this.#tell(notReported(count + this.#waiting.count, `there was no answer within ${patience} ms of closing`));
    this.#isOver = true;
    this.#waiting.clear();
    this.#due = 0;
    this.#stopTimer();
  }

  #flushLater(): () => void {
    return later(this.#interval, () => void this.flush());
  }

  #stopTimer(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }
}

/** The server may take it soon. */
function mayPass(thrown: unknown): boolean {
  return thrown instanceof ConnectionError || thrown instanceof ServerError || thrown instanceof RateLimitError;
}
