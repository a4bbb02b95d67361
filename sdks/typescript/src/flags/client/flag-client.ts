import type { AllFlags, EvaluationDetail, Evaluator } from '../evaluation/contract.ts';
import { createEvaluator } from '../evaluation/evaluator.ts';
import type { VersionedRuleset } from '../evaluation/ruleset-patch.ts';
import { AskedContexts } from './asked-context.ts';
import { ChangeListeners } from './change-listeners.ts';
import { changedFlags } from './changed-flags.ts';
import type { FlagChange, FlagClientOptions, FlagKey, Flags, FlagStatus, FlagStatusChange } from './contract.ts';
import type { Unsubscribe } from './listeners.ts';
import { noFlags, notReady } from './not-ready.ts';
import { readSettings, type Settings } from './read-options.ts';
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
  readonly #options: FlagClientOptions;
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
    this.#options = options;
    const settings = readSettings(options);
    this.#settings = settings;
    const { platform, server, timing } = settings;
    const onProblem = (problem: string): void => this.#tell(problem);
    this.#status = new Status(onProblem);
    this.#changes = new ChangeListeners(onProblem);
    this.#readiness = new Readiness(platform);
    this.#ending = platform.newAbort();
    const { reports = {} } = options;
    if (reports !== false && server !== undefined) {
      this.#observer = new Observer(reports, platform);
      const interval = Math.max(1_000, reports.interval ?? 30_000);
      this.#reporter = new Reporter({ server, observer: this.#observer, interval, onProblem });
    }
    for (const problem of settings.problems) onProblem(problem);
    if (settings.bootstrap !== undefined) this.#replace(settings.bootstrap);
    this.#detach = options.source?.((next) => this.#replace(next));
    if (server === undefined) {
      this.#become(settings.mode === 'offline' && this.#evaluator !== undefined ? 'VALID' : 'OFF');
      return;
    }
    const waiting = { first: timing.firstWait, longest: timing.longestWait };
    const polling = { server, keeper: this.#keeper(), interval: settings.pollInterval, waiting };
    const { signal } = this.#ending;
    if (settings.mode === 'polling') void poll(polling, signal);
    else void stream({ ...polling, silence: timing.silence, firstWord: timing.firstWord, patience: 2 }, signal);
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
    if (evaluator === undefined) return notReady(defaultValue);
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
    return this.variation(flag?.key, context, flag?.default);
  }

  detail<T>(flag: FlagKey<T>, context: unknown): EvaluationDetail<T> {
    return this.variationDetail(flag?.key, context, flag?.default);
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
        this.#tell(problem);
        this.#status.interrupt(problem);
      },
      turnOff: (problem) => {
        this.#tell(problem);
        this.#ending.abort();
        this.#become('OFF', problem);
      },
    };
  }

  #replace(next: VersionedRuleset): void {
    const before = this.#held?.ruleset;
    const { now } = this.#settings.platform;
    const { sticky } = this.#options;
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

  #tell(problem: string): void {
    try {
      this.#options.onProblem?.(problem);
    } catch {
      // Whoever wants to be told must be able to listen; flags are evaluated all the same.
    }
  }
}
