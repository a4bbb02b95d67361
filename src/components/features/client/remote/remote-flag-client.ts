import type { EvaluationDetail } from '../../evaluation/contract.ts';
import type { Json } from '../../evaluation/json.ts';
import { ChangeListeners } from '../change-listeners.ts';
import type { FlagChange, FlagKey, FlagStatus, FlagStatusChange } from '../contract.ts';
import { Given } from '../given.ts';
import { keyOf } from '../key-of.ts';
import type { Unsubscribe } from '../listeners.ts';
import { notReady } from '../not-ready.ts';
import { readSettings, type Settings } from '../read-options.ts';
import { Readiness } from '../readiness.ts';
import { Status } from '../status.ts';
import type { Attempt, Failure } from '../updates/attempt.ts';
import type { Server } from '../updates/server.ts';
import { type SignedInUser, userOf, type UserToken } from '../updates/signed-in-user.ts';
import { answerDetail } from './answer-detail.ts';
import { askAnswers } from './ask-answers.ts';
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
  readonly #settings: Settings;
  readonly #reports: boolean;
  readonly #status: Status;
  readonly #changes: ChangeListeners;
  /** Asked as whoever it is now. */
  #server: Server | undefined;
  #readiness: Readiness;
  /** Replaced when somebody signs in or out: whatever comes of an earlier one is nobody's any more. */
  #visit: Visit | undefined;
  /** Replaced as a whole. */
  #answers: RemoteAnswers | undefined;
  /** Counts the contexts: an answer to an earlier one comes too late. */
  #turn = 0;
  /** Counts the questions, and which of them is answered by what is held: an answer to an earlier one is older. */
  #questions = 0;
  #answered = 0;

  constructor(options: RemoteFlagClientOptions) {
    const settings = readSettings(options);
    const { mode, platform, problem, server, tell } = settings;
    const given = new Given<RemoteFlagClientOptions>(options, tell);
    this.#settings = settings;
    this.#server = server?.as(userOf(given.field('userToken'), given.field('tenant')));
    this.#reports = given.field('reports') !== false;
    this.#status = new Status(tell);
    this.#changes = new ChangeListeners(tell);
    this.#readiness = new Readiness(platform);
    const bootstrap = given.field('bootstrap');
    this.#answers = bootstrap === undefined ? undefined : readAnswers(bootstrap);
    if (this.#answers !== undefined) this.#readiness.settle();
    else if (bootstrap !== undefined) tell('the bootstrap is no answer of a server');
    if (server !== undefined) void this.#begin(this.#questionOf(given.field('context')));
    else if (mode === 'offline' && this.#answers !== undefined) this.#status.become('VALID');
    else this.#turnOff(problem);
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
      ? notReady(defaultValue, this.#status.problem)
      : answerDetail(key, answers.flags.get(key), defaultValue);
  }

  /** `variation` of a flag that brings its default along. */
  value<T>(flag: FlagKey<T>): T {
    const { defaultValue, key } = keyOf(flag);
    return this.variation(key, defaultValue);
  }

  /** `variationDetail` of a flag that brings its default along. */
  detail<T>(flag: FlagKey<T>): EvaluationDetail<T> {
    const { defaultValue, key } = keyOf(flag);
    return this.variationDetail(key, defaultValue);
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
    const turn = this.#turn;
    if (visit === undefined || this.#status.now === 'OFF') return false;
    visit.asked = this.#questionOf(context);
    visit.etag = null;
    const { signal } = visit;
    const attempt = await this.#ask(visit, signal);
    // A stream tells of what changes, and not that there was no answer: it is asked for until there is one.
    if (attempt.outcome === 'failed' && turn === this.#turn && !signal.aborted) void this.#follow(visit, attempt);
    return attempt.outcome === 'answered';
  }

  /**
   * Another user asks from now on. The answers to the one before are gone at once, and code gets its defaults until the
   * server has answered. Resolves as `identify` does.
   */
  signIn(signIn: SignIn): Promise<boolean> {
    const given = new Given<SignIn>(signIn, this.#settings.tell);
    const user = userOf(given.field('userToken'), given.field('tenant'));
    if (user === undefined) given.tell('whoever signs in has no token: nobody is signed in');
    return this.#change(user, given.field('context'));
  }

  /** Nobody is signed in any more, and nothing of the user is left. Resolves as `identify` does. */
  signOut(context?: unknown): Promise<boolean> {
    return this.#change(undefined, context);
  }

  /**
   * The next token of the same user, for the same tenant: the answers stay. Without one nothing changes: whoever signs out
   * says so. Resolves as `identify` does.
   */
  renewToken(userToken: UserToken): Promise<boolean> {
    const visit = this.#visit;
    const user = userOf(userToken, this.#server?.user?.tenant);
    if (user === undefined) this.#settings.tell('no token was given to renew that of the user, which holds');
    const server = user === undefined ? undefined : this.#server?.as(user);
    if (server === undefined || visit === undefined || this.#status.now === 'OFF') return Promise.resolve(false);
    this.#server = server;
    visit.renew(server);
    return this.#follow(visit);
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
    this.#server = this.#server?.as(user);
    if (before !== undefined) this.#changes.tell(0, () => withoutValues(before));
    if (this.#status.now === 'OFF' || this.#settings.server === undefined) return Promise.resolve(false);
    if (before !== undefined) this.#readiness = new Readiness(this.#settings.platform);
    this.#status.become('INITIALIZING');
    return this.#begin(this.#questionOf(context));
  }

  /** As whoever it is now. Resolves after the first question. */
  #begin(asked: string | undefined): Promise<boolean> {
    const server = this.#server;
    void this.#visit?.end(lastReport);
    if (server === undefined) return Promise.resolve(false);
    const visit = new Visit({ server, asked, reports: this.#reports, onProblem: this.#settings.tell });
    this.#visit = visit;
    return this.#follow(visit);
  }

  /** Asks, and goes on following what changes, in place of whatever is under way. `first` is a question asked already. */
  #follow(visit: Visit, first?: Failure): Promise<boolean> {
    const { mode, pollInterval, tell, timing } = this.#settings;
    visit.restart();
    const { server, signal } = visit;
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(false));
      const following = {
        server,
        waiting: { first: timing.firstWait, longest: timing.longestWait },
        interval: pollInterval,
        silence: timing.silence,
        timeout: timing.timeout,
        streams: mode === 'streaming',
        ask: async () => {
          const attempt = await this.#ask(visit, signal);
          resolve(attempt.outcome === 'answered');
          return attempt;
        },
        onRefused: (problem: string) => {
          tell(problem);
          this.#turnOff(problem);
        },
      };
      void followAnswers(following, signal, first);
    });
  }

  /** Written at once: what a program does to its context later belongs to no question that it did not ask. */
  #questionOf(context: unknown): string | undefined {
    try {
      const asked = context === undefined || context === null ? {} : { context };
      return JSON.stringify({ ...asked, ...(this.#reports ? {} : { report: false }) });
    } catch {
      return undefined;
    }
  }

  /** Asks, and takes what comes of it, should nobody have called it off meanwhile. */
  async #ask(visit: Visit, signal: AbortSignal): Promise<Attempt> {
    const turn = this.#turn;
    this.#questions += 1;
    const number = this.#questions;
    const isOfEarlierContext = (): boolean => turn !== this.#turn;
    // Another question may have been answered meanwhile that was asked after this one.
    const isOlder = (): boolean => number < this.#answered;
    const held = (): RemoteAnswers | undefined => this.#answers;
    const onAnswers = (answers: RemoteAnswers, etag: string | null): void => {
      if (isOfEarlierContext() || isOlder() || signal.aborted) return;
      this.#answered = number;
      if (answers !== this.#answers) this.#replace(visit, answers, etag);
    };
    const attempt = await askAnswers({ visit, signal, held, onAnswers });
    if (signal.aborted) return attempt;
    if (attempt.outcome !== 'answered') this.#settings.tell(attempt.problem);
    if (attempt.outcome === 'refused') this.#turnOff(attempt.problem);
    // What was not asked about the present context says nothing of what is held.
    if (isOfEarlierContext() || attempt.outcome === 'refused') return attempt;
    if (isOlder()) return { outcome: 'answered' };
    if (attempt.outcome === 'answered') this.#status.become('VALID');
    else this.#status.interrupt(attempt.problem);
    return attempt;
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

  #turnOff(problem?: string): void {
    this.#visit?.leave();
    this.#status.become('OFF', problem);
    this.#readiness.settle();
  }
}
