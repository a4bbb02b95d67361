import type { EvaluationDetail } from '../../evaluation/contract.ts';
import type { Json } from '../../evaluation/json.ts';
import { ChangeListeners } from '../change-listeners.ts';
import type { FlagChange, FlagClientOptions, FlagStatus, FlagStatusChange } from '../contract.ts';
import type { Unsubscribe } from '../listeners.ts';
import { notReady } from '../not-ready.ts';
import { readSettings, type Settings } from '../read-options.ts';
import { Readiness } from '../readiness.ts';
import { Status } from '../status.ts';
import { type Attempt, failed } from '../updates/attempt.ts';
import { paths } from '../updates/paths.ts';
import { answerDetail } from './answer-detail.ts';
import { followAnswers } from './follow-answers.ts';
import { readAnswers, type RemoteAnswers } from './read-answers.ts';

export interface RemoteFlagClientOptions
  extends Omit<FlagClientOptions, 'bootstrap' | 'reports' | 'sticky' | 'source'> {
  /** Who asks; nobody in particular where it is absent. */
  readonly context?: unknown;
  /** False: the server counts none of it, and keeps no context. */
  readonly reports?: false;
}

/**
 * Flags for one user at a time, evaluated by the server: for browsers, which may not see the rules, with a publishable key,
 * `pk_…`. It knows of flags that are not kept from browsers, and holds their answers for the present context.
 */
export class RemoteFlagClient {
  readonly #settings: Settings;
  readonly #options: RemoteFlagClientOptions;
  readonly #status: Status;
  readonly #changes: ChangeListeners;
  readonly #readiness: Readiness;
  readonly #ending: AbortController;
  #context: unknown;
  /** Replaced as a whole. */
  #answers: RemoteAnswers | undefined;
  #etag: string | null = null;
  /** Counts the contexts: an answer to an earlier one comes too late. */
  #turn = 0;

  constructor(options: RemoteFlagClientOptions) {
    this.#options = options;
    this.#settings = readSettings(options);
    this.#context = options.context;
    const { platform, problems, server } = this.#settings;
    this.#status = new Status((problem) => this.#tell(problem));
    this.#changes = new ChangeListeners((problem) => this.#tell(problem));
    this.#readiness = new Readiness(platform);
    this.#ending = platform.newAbort();
    for (const problem of problems) this.#tell(problem);
    if (server === undefined) this.#turnOff();
    else this.#follow(server);
  }

  get status(): FlagStatus {
    return this.#status.now;
  }

  variation<T>(key: string, defaultValue: T): T {
    return this.variationDetail(key, defaultValue).value;
  }

  variationDetail<T>(key: string, defaultValue: T): EvaluationDetail<T> {
    const answers = this.#answers;
    return answers === undefined
      ? notReady(defaultValue)
      : answerDetail(String(key), answers.flags.get(key), defaultValue);
  }

  /** Flags that have a value, by key. */
  allFlags(): { readonly [key: string]: Json } {
    const entries = [...(this.#answers?.flags ?? [])];
    return Object.fromEntries(entries.flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])));
  }

  /**
   * Somebody else asks from now on. Until the server has answered, the answers to the one before hold. Resolves when it has,
   * or could not be asked: true where it has answered. Never rejects.
   */
  async identify(context: unknown): Promise<boolean> {
    this.#context = context;
    this.#turn += 1;
    this.#etag = null;
    if (this.#status.now === 'OFF') return false;
    const attempt = await this.#ask();
    this.#attempted(attempt);
    return attempt.outcome === 'answered';
  }

  on(_event: 'status', listener: (change: FlagStatusChange) => unknown): Unsubscribe {
    return this.#status.onChange(listener);
  }

  onChange(key: string, listener: (change: FlagChange) => unknown): Unsubscribe {
    return this.#changes.add(key, listener);
  }

  ready(options?: { readonly timeoutMs?: number }): Promise<boolean> {
    return this.#readiness.wait(options, () => this.#answers !== undefined);
  }

  async close(): Promise<void> {
    this.#turnOff('it was closed');
  }

  #follow(server: NonNullable<Settings['server']>): void {
    const { mode, pollInterval, timing } = this.#settings;
    const following = {
      server,
      waiting: { first: timing.firstWait, longest: timing.longestWait },
      interval: pollInterval,
      silence: timing.silence,
      streams: mode === 'streaming',
      ask: () => this.#ask(),
      onAttempt: (attempt: Attempt) => this.#attempted(attempt),
    };
    void followAnswers(following, this.#ending.signal);
  }

  async #ask(): Promise<Attempt> {
    const { server } = this.#settings;
    if (server === undefined) return failed('there is no server to ask');
    const turn = this.#turn;
    const body = bodyOf(this.#context, this.#options.reports);
    if (body === undefined) return failed('the context is no JSON');
    const headers = this.#etag === null ? {} : { 'if-none-match': this.#etag };
    const question = { method: 'POST', path: paths.evaluate, headers, body } as const;
    return server.ask(question, this.#ending.signal, async (answer) => {
      if (answer.status === 304) return { outcome: 'answered' };
      const answers = readAnswers(await answer.text());
      if (answers === undefined) return failed('the server sent something that is no answer');
      if (turn === this.#turn && !this.#ending.signal.aborted) this.#replace(answers, answer.header('etag'));
      return { outcome: 'answered' };
    });
  }

  #replace(answers: RemoteAnswers, etag: string | null): void {
    const before = this.#answers;
    this.#answers = answers;
    this.#etag = etag;
    this.#readiness.settle();
    this.#changes.tell(0, () => changedAnswers(before, answers));
  }

  #attempted(attempt: Attempt): void {
    if (attempt.outcome === 'answered') {
      this.#status.become('VALID');
      return;
    }
    this.#tell(attempt.problem);
    if (attempt.outcome === 'refused') this.#turnOff(attempt.problem);
    else this.#status.interrupt(attempt.problem);
  }

  #turnOff(problem?: string): void {
    this.#ending.abort();
    this.#status.become('OFF', problem);
    this.#readiness.settle();
  }

  #tell(problem: string): void {
    try {
      this.#options.onProblem?.(problem);
    } catch {
      // Whoever wants to be told must be able to listen.
    }
  }
}

function bodyOf(context: unknown, reports?: false): string | undefined {
  try {
    return JSON.stringify({ ...(context === undefined || context === null ? {} : { context }), report: reports });
  } catch {
    return undefined;
  }
}

function changedAnswers(before: RemoteAnswers | undefined, after: RemoteAnswers): readonly string[] {
  const keys = new Set([...(before?.flags.keys() ?? []), ...after.flags.keys()]);
  const isOther = (key: string): boolean =>
    JSON.stringify(before?.flags.get(key)) !== JSON.stringify(after.flags.get(key));
  return [...keys].filter(isOther).toSorted();
}
