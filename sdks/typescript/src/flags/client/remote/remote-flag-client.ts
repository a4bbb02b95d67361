import type { EvaluationDetail } from '../../evaluation/contract.ts';
import type { Json } from '../../evaluation/json.ts';
import { ChangeListeners } from '../change-listeners.ts';
import type { FlagChange, FlagKey, FlagStatus, FlagStatusChange } from '../contract.ts';
import type { Unsubscribe } from '../listeners.ts';
import { notReady } from '../not-ready.ts';
import { readSettings, type Settings } from '../read-options.ts';
import { Readiness } from '../readiness.ts';
import { Status } from '../status.ts';
import { type Attempt, failed } from '../updates/attempt.ts';
import { paths } from '../updates/paths.ts';
import type { SignedInUser, UserToken } from '../updates/signed-in-user.ts';
import { answerDetail } from './answer-detail.ts';
import type { RemoteFlagClientOptions, SignIn } from './contract.ts';
import { changedAnswers, withoutValues } from './changed-answers.ts';
import { followAnswers } from './follow-answers.ts';
import { type FlagAnswers, readAnswers, type RemoteAnswers } from './read-answers.ts';
import { Visit } from './visit.ts';

/** Milliseconds that closing waits for the last report. */
const lastReport = 2_000;

/**
 * Flags for one user at a time, evaluated by the server: for browsers, which may not see the rules, with a publishable key,
 * `pk_…`, and with the token of a user once one is signed in. It knows of flags that are not kept from browsers, and holds
 * their answers for the present user and context.
 */
export class RemoteFlagClient {
  readonly #options: RemoteFlagClientOptions;
  readonly #status: Status;
  readonly #changes: ChangeListeners;
  #settings: Settings;
  #readiness: Readiness;
  /** Replaced when somebody signs in or out: whatever comes of an earlier one is nobody's any more. */
  #visit: Visit | undefined;
  /** Replaced as a whole. */
  #answers: RemoteAnswers | undefined;
  /** Counts the contexts: an answer to an earlier one comes too late. */
  #turn = 0;

  constructor(options: RemoteFlagClientOptions) {
    this.#options = options;
    const { bootstrap, context, tenant, userToken } = options;
    this.#settings = settingsOf(options, userToken === undefined ? undefined : { token: userToken, tenant });
    this.#status = new Status((problem) => this.#tell(problem));
    this.#changes = new ChangeListeners((problem) => this.#tell(problem));
    this.#readiness = new Readiness(this.#settings.platform);
    for (const problem of this.#settings.problems) this.#tell(problem);
    this.#answers = bootstrap === undefined ? undefined : readAnswers(bootstrap);
    if (this.#answers !== undefined) this.#readiness.settle();
    else if (bootstrap !== undefined) this.#tell('the bootstrap is no answer of a server');
    if (this.#settings.server !== undefined) void this.#begin(context);
    else if (this.#settings.mode === 'offline' && this.#answers !== undefined) this.#status.become('VALID');
    else this.#turnOff();
  }

  get status(): FlagStatus {
    return this.#status.now;
  }

  /** What is held now: what another client for the same user takes as its bootstrap. */
  get answers(): FlagAnswers | undefined {
    const answers = this.#answers;
    return answers === undefined ? undefined : { version: answers.version, flags: Object.fromEntries(answers.flags) };
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

  /** `variation` of a flag that brings its default along. */
  value<T>(flag: FlagKey<T>): T {
    return this.variation(flag?.key, flag?.default);
  }

  /** `variationDetail` of a flag that brings its default along. */
  detail<T>(flag: FlagKey<T>): EvaluationDetail<T> {
    return this.variationDetail(flag?.key, flag?.default);
  }

  /** Flags that have a value, by key. */
  allFlags(): { readonly [key: string]: Json } {
    const entries = [...(this.#answers?.flags ?? [])];
    return Object.fromEntries(entries.flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])));
  }

  /**
   * Tells that the user was shown what the flag decides. It counts for the experiment of the flag, once for whoever was
   * dealt; where there is none, it is nothing.
   */
  seen(key: string): void {
    const answer = this.#answers?.flags.get(key);
    if (answer !== undefined) this.#visit?.saw(key, answer);
  }

  /**
   * The same user, or nobody who is known, asks with another context from now on. Until the server has answered, the answers
   * to the one before hold. Resolves when it has, or could not be asked: true where it has answered. Never rejects.
   */
  async identify(context: unknown): Promise<boolean> {
    const visit = this.#visit;
    this.#turn += 1;
    if (visit === undefined || this.#status.now === 'OFF') return false;
    visit.context = context;
    visit.etag = null;
    const attempt = await this.#ask(visit);
    this.#attempted(visit, attempt);
    return attempt.outcome === 'answered';
  }

  /**
   * Another user asks from now on. The answers to the one before are gone at once, and code gets its defaults until the
   * server has answered. Resolves as `identify` does.
   */
  signIn({ context, tenant, userToken }: SignIn): Promise<boolean> {
    return this.#change({ token: userToken, tenant }, context);
  }

  /** Nobody is signed in any more, and nothing of the user is left. Resolves as `identify` does. */
  signOut(context?: unknown): Promise<boolean> {
    return this.#change(undefined, context);
  }

  /** The next token of the same user, for the same tenant: the answers stay. Resolves as `identify` does. */
  renewToken(userToken: UserToken): Promise<boolean> {
    const visit = this.#visit;
    if (visit === undefined || this.#status.now === 'OFF') return Promise.resolve(false);
    const { tenant } = this.#settings.server?.user ?? {};
    this.#settings = settingsOf(this.#options, { token: userToken, tenant });
    return this.#begin(visit.context);
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

  /** Reports now what was seen. */
  async flush(): Promise<void> {
    await this.#visit?.flush();
  }

  async close(): Promise<void> {
    this.#turnOff('it was closed');
    await this.#visit?.end(lastReport);
  }

  #change(user: SignedInUser | undefined, context: unknown): Promise<boolean> {
    const before = this.#answers;
    this.#turn += 1;
    this.#answers = undefined;
    this.#settings = settingsOf(this.#options, user);
    if (before !== undefined) this.#changes.tell(0, () => withoutValues(before));
    if (this.#status.now === 'OFF' || this.#settings.server === undefined) return Promise.resolve(false);
    if (before !== undefined) this.#readiness = new Readiness(this.#settings.platform);
    this.#status.become('INITIALIZING');
    return this.#begin(context);
  }

  /** Asks, and goes on following what changes, as whoever it is now. Resolves after the first question. */
  #begin(context: unknown): Promise<boolean> {
    const { mode, pollInterval, server, timing } = this.#settings;
    void this.#visit?.end(lastReport);
    if (server === undefined) return Promise.resolve(false);
    const onProblem = (problem: string): void => this.#tell(problem);
    const visit = new Visit({ server, context, reports: this.#options.reports !== false, onProblem });
    this.#visit = visit;
    const { signal } = visit.ending;
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(false));
      const following = {
        server,
        waiting: { first: timing.firstWait, longest: timing.longestWait },
        interval: pollInterval,
        silence: timing.silence,
        streams: mode === 'streaming',
        ask: () => this.#ask(visit),
        onAttempt: (attempt: Attempt) => {
          this.#attempted(visit, attempt);
          resolve(attempt.outcome === 'answered');
        },
      };
      void followAnswers(following, signal);
    });
  }

  async #ask(visit: Visit): Promise<Attempt> {
    const turn = this.#turn;
    const body = bodyOf(visit.context, this.#options.reports);
    if (body === undefined) return failed('the context is no JSON');
    const headers = visit.etag === null ? {} : { 'if-none-match': visit.etag };
    const question = { method: 'POST', path: paths.evaluate, headers, body } as const;
    const { signal } = visit.ending;
    return visit.server.ask(question, signal, async (answer) => {
      if (answer.status === 304) return { outcome: 'answered' };
      const answers = readAnswers(await answer.text());
      if (answers === undefined) return failed('the server sent something that is no answer');
      if (turn === this.#turn && !signal.aborted) this.#replace(visit, answers, answer.header('etag'));
      return { outcome: 'answered' };
    });
  }

  #replace(visit: Visit, answers: RemoteAnswers, etag: string | null): void {
    const before = this.#answers;
    this.#answers = answers;
    visit.etag = etag;
    this.#readiness.settle();
    this.#changes.tell(0, () => changedAnswers(before, answers));
    // Whoever waits for the client to be ready finds it VALID, since that is told a moment later. Last, because a listener
    // may sign somebody else in: then these are nobody's answers any more.
    if (visit === this.#visit) this.#status.become('VALID');
  }

  #attempted(visit: Visit, attempt: Attempt): void {
    if (visit !== this.#visit) return;
    if (attempt.outcome === 'answered') {
      this.#status.become('VALID');
      return;
    }
    this.#tell(attempt.problem);
    if (attempt.outcome === 'refused') this.#turnOff(attempt.problem);
    else this.#status.interrupt(attempt.problem);
  }

  #turnOff(problem?: string): void {
    this.#visit?.ending.abort();
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

function settingsOf(options: RemoteFlagClientOptions, user: SignedInUser | undefined): Settings {
  // The bootstrap of this client are answers, and no ruleset.
  const { bootstrap: _, ...others } = options;
  return readSettings({ ...others, reports: false }, user);
}

function bodyOf(context: unknown, reports?: false): string | undefined {
  try {
    return JSON.stringify({ ...(context === undefined || context === null ? {} : { context }), report: reports });
  } catch {
    return undefined;
  }
}
