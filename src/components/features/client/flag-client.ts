import type { AllFlags, EvaluationDetail, Evaluator, StickyAssignments } from '../evaluation/contract.ts';
import { createEvaluator } from '../evaluation/evaluator.ts';
import type { VersionedRuleset } from '../evaluation/ruleset-patch.ts';
import { AskedContexts } from './asked-context.ts';
import { ChangeListeners } from './change-listeners.ts';
import { changedFlags } from './changed-flags.ts';
import type { FlagChange, FlagClientOptions, FlagKey, Flags, FlagStatus, FlagStatusChange } from './contract.ts';
import { Given } from './given.ts';
import { keyOf } from './key-of.ts';
import type { Unsubscribe } from './listeners.ts';
import { noFlags, notReady } from './not-ready.ts';
import { attach, readBootstrap } from './read-flag-options.ts';
import { readSettings, type Settings } from './read-options.ts';
import { readReports } from './read-reports.ts';
import { Readiness } from './readiness.ts';
import { Observer } from './reports/observer.ts';
import { Reporter } from './reports/reporter.ts';
import { Status } from './status.ts';
import { poll } from './updates/poll.ts';
import type { RulesetKeeper } from './updates/ruleset-keeper.ts';
import { stream } from './updates/stream.ts';

/** Milliseconds that closing waits for the last report. */
const lastReport = 2_000;

/**
 * Flags, evaluated in this process with the rules of one environment, which are brought up to date in the background. For
 * servers: it takes a secret key and holds every rule. One for a process; close it at the end.
 */
export class FlagClient implements Flags {
  readonly #settings: Settings;
  readonly #sticky: StickyAssignments | undefined;
  readonly #status: Status;
  readonly #changes: ChangeListeners;
  readonly #readiness: Readiness;
  readonly #observer: Observer | undefined;
  readonly #reporter: Reporter | undefined;
  readonly #ending: AbortController;
  readonly #detach: Unsubscribe | undefined;
  /** Replaced as a whole: whoever evaluates sees one version. */
  #evaluator: Evaluator | undefined;
  #asked: AskedContexts | undefined;
  #held: VersionedRuleset | undefined;

  constructor(options: FlagClientOptions) {
    const settings = readSettings(options);
    const { platform, server, tell, timing } = settings;
    const given = new Given<FlagClientOptions>(options, tell);
    this.#settings = settings;
    this.#sticky = given.field('sticky');
    this.#status = new Status(tell);
    this.#changes = new ChangeListeners(tell);
    this.#readiness = new Readiness(platform);
    this.#ending = platform.newAbort();
    const reports = server === undefined ? undefined : readReports(given);
    if (reports !== undefined && server !== undefined) {
      const observer = new Observer(reports, platform);
      this.#observer = observer;
      this.#reporter = new Reporter({ server, observer, interval: reports.interval, onProblem: tell });
    }
    const bootstrap = readBootstrap(given);
    if (bootstrap !== undefined) this.#replace(bootstrap);
    this.#detach = attach(given, (next) => this.#replace(next));
    if (server === undefined) {
      const isServed = settings.mode === 'offline' && this.#evaluator !== undefined;
      this.#become(isServed ? 'VALID' : 'OFF', settings.problem);
      return;
    }
    const waiting = { first: timing.firstWait, longest: timing.longestWait };
    const polling = { server, keeper: this.#keeper(), interval: settings.pollInterval, waiting };
    const { signal } = this.#ending;
    if (settings.mode === 'polling') void poll(polling, signal);
    else void stream({ ...timing, ...polling, patience: 2 }, signal);
  }

  get status(): FlagStatus {
    return this.#status.now;
  }

  variation<T>(key: string, context: unknown, defaultValue: T): T {
    const evaluator = this.#evaluator;
    if (evaluator === undefined) return defaultValue;
    const asked = this.#read(context);
    const observer = this.#observer;
    if (observer === undefined) return evaluator.variation(key, asked, defaultValue);
    try {
      return observer.served(evaluator.evaluate(key, asked), asked, defaultValue).valueOr(defaultValue);
    } catch {
      // Looking on must not change what is seen.
      return evaluator.variation(key, asked, defaultValue);
    }
  }

  variationDetail<T>(key: string, context: unknown, defaultValue: T): EvaluationDetail<T> {
    const evaluator = this.#evaluator;
    if (evaluator === undefined) return notReady(defaultValue, this.#status.problem);
    const asked = this.#read(context);
    const observer = this.#observer;
    if (observer === undefined) return evaluator.variationDetail(key, asked, defaultValue);
    try {
      return observer.served(evaluator.evaluate(key, asked), asked, defaultValue).detailOr(defaultValue);
    } catch {
      return evaluator.variationDetail(key, asked, defaultValue);
    }
  }

  value<T>(flag: FlagKey<T>, context: unknown): T {
    const { defaultValue, key } = keyOf(flag);
    return this.variation(key, context, defaultValue);
  }

  detail<T>(flag: FlagKey<T>, context: unknown): EvaluationDetail<T> {
    const { defaultValue, key } = keyOf(flag);
    return this.variationDetail(key, context, defaultValue);
  }

  allFlags(context: unknown): AllFlags {
    return this.#evaluator?.allFlags(this.#read(context)) ?? noFlags;
  }

  #read(context: unknown): unknown {
    return this.#asked === undefined ? context : this.#asked.read(context);
  }

  /** Version and rules that are evaluated now: what another client takes as its bootstrap. */
  get ruleset(): VersionedRuleset | undefined {
    return this.#held;
  }

  on(_event: 'status', listener: (change: FlagStatusChange) => unknown): Unsubscribe {
    return this.#status.onChange(listener);
  }

  onChange(key: string, listener: (change: FlagChange) => unknown): Unsubscribe {
    return this.#changes.add(key, listener);
  }

  ready(options?: { readonly timeoutMs?: number }): Promise<boolean> {
    return this.#readiness.wait(options, () => this.#evaluator !== undefined);
  }

  async flush(): Promise<void> {
    await this.#reporter?.flush();
  }

  async close(): Promise<void> {
    this.#ending.abort();
    this.#detach?.();
    this.#become('OFF', 'it was closed');
    await this.#reporter?.close(lastReport);
  }

  #keeper(): RulesetKeeper {
    const held = (): VersionedRuleset | undefined => this.#held;
    return {
      get held() {
        return held();
      },
      replace: (next) => this.#replace(next),
      confirm: () => this.#become('VALID'),
      interrupt: (problem) => {
        this.#settings.tell(problem);
        this.#status.interrupt(problem);
      },
      turnOff: (problem) => {
        this.#settings.tell(problem);
        this.#ending.abort();
        this.#become('OFF', problem);
      },
    };
  }

  #replace(next: VersionedRuleset): void {
    const before = this.#held?.ruleset;
    const { now } = this.#settings.platform;
    const sticky = this.#sticky;
    this.#evaluator = createEvaluator(next.ruleset, { now, ...(sticky === undefined ? {} : { sticky }) });
    this.#asked = new AskedContexts(next.ruleset);
    this.#held = next;
    this.#observer?.turnOver(next.ruleset.sensitive);
    this.#observer?.begin(next.ruleset);
    this.#readiness.settle();
    this.#changes.tell(next.ruleset.revision, () => changedFlags(before, next.ruleset));
  }

  #become(status: FlagStatus, problem?: string): void {
    this.#status.become(status, problem);
    if (status === 'OFF') this.#readiness.settle();
  }
}
