import type { AllFlags, EvaluationDetail, StickyAssignments } from '../evaluation/contract.ts';
import type { VersionedRuleset } from '../evaluation/ruleset-patch.ts';
import type { Unsubscribe } from './listeners.ts';
import type { Platform } from './platform.ts';

/*
 * What flags look like to a program. Everything in this folder is copied into the TypeScript SDK as it stands, beside
 * `../evaluation/`: it imports nothing from elsewhere.
 */

/**
 * `INITIALIZING`: the server has not been heard of yet. `VALID`: what is evaluated is what the server has.
 * `INTERRUPTED`: it was, and the server is not heard of at the moment. `OFF`: no update will come any more, because the
 * client was closed, its key was refused, or there is no server that it could ask. Flags are evaluated in all of them, with whatever is there.
 */
export type FlagStatus = 'INITIALIZING' | 'VALID' | 'INTERRUPTED' | 'OFF';

export interface FlagStatusChange {
  readonly status: FlagStatus;
  /** For developers: why it is not `VALID`. */
  readonly problem?: string;
}

export interface FlagChange {
  /** Flags whose answer may be another now, in alphabetical order. */
  readonly keys: readonly string[];
  /** Of the environment; 0 where it is not told. */
  readonly revision: number;
}

/** A flag with the default that code has for it, written once and not at each question: `{ key: 'new-menu', default: false }`. */
export interface FlagKey<T> {
  readonly key: string;
  /** Also says the type: a flag of another one is a `TYPE_MISMATCH`. */
  readonly default: T;
}

/** Asks about flags for whatever context. No method throws, rejects or waits, but for `ready`, `flush` and `close`. */
export interface Flags {
  readonly status: FlagStatus;
  /** The value, or `defaultValue` where there is none or it is of another type than `defaultValue`. */
  variation<T>(key: string, context: unknown, defaultValue: T): T;
  /** The same, and how it came about. Before there is anything to evaluate: `PROVIDER_NOT_READY`. */
  variationDetail<T>(key: string, context: unknown, defaultValue: T): EvaluationDetail<T>;
  /** `variation` of a flag that brings its default along. */
  value<T>(flag: FlagKey<T>, context: unknown): T;
  /** `variationDetail` of a flag that brings its default along. */
  detail<T>(flag: FlagKey<T>, context: unknown): EvaluationDetail<T>;
  /** All flags for one context, in one version. Counts nothing: it is for handing on, not for deciding. */
  allFlags(context: unknown): AllFlags;
  on(event: 'status', listener: (change: FlagStatusChange) => unknown): Unsubscribe;
  /** `*`: of any flag. The listener is told once for an update. */
  onChange(key: string, listener: (change: FlagChange) => unknown): Unsubscribe;
  /**
   * Resolves as soon as there is something to evaluate or the client is off, at the latest after `timeoutMs` (5,000).
   * True: there is something to evaluate.
   */
  ready(options?: { readonly timeoutMs?: number }): Promise<boolean>;
  /** Sends what is to be reported now. */
  flush(): Promise<void>;
  /** Reports what is left, ends all connections and is OFF. What is there is evaluated on. */
  close(): Promise<void>;
}

export interface FlagClientOptions {
  /** A secret key, `sk_…`. Not needed offline. */
  readonly apiKey?: string | undefined;
  /** `https://flags.acme.com` */
  readonly baseUrl?: string | undefined;
  /**
   * `streaming` (default): changes arrive as they happen; polls while streams cannot be had. `polling`: asks now and then.
   * `offline`: evaluates `bootstrap` and nothing else, without a network.
   */
  readonly mode?: 'streaming' | 'polling' | 'offline';
  /** Milliseconds between two questions while polling: 30,000, at least 1,000, at most a day. */
  readonly pollInterval?: number;
  /** What is evaluated until the server is heard of: an answer of its `flags.ruleset`, as an object or as JSON. */
  readonly bootstrap?: VersionedRuleset | string;
  /** False: nothing about evaluations leaves the process. */
  readonly reports?: false | ReportOptions;
  readonly sticky?: StickyAssignments;
  /**
   * Told, in a sentence, of what goes wrong, an option that cannot be used among it: then what is usual holds, and without a
   * key or an address that can be used the client is `OFF`. Never told of keys or of contexts. Absent: nobody is.
   */
  readonly onProblem?: (problem: string) => unknown;
  readonly timing?: Partial<Timing>;
  /** Brings rulesets from elsewhere than a server, until what it returns is called. For tests. */
  readonly source?: (replace: (next: VersionedRuleset) => void) => Unsubscribe;
  /** In place of the runtime's own. */
  readonly platform?: Partial<Platform>;
}

export interface ReportOptions {
  /** False: contexts are not sampled; flags are counted, and exposures of experiments told. */
  readonly contexts?: boolean;
  /** Milliseconds from one report to the next: 30,000, at least 1,000, at most a day. */
  readonly interval?: number;
  /** By kind of context, attributes that are not reported, besides those that the server calls sensitive. */
  readonly sensitive?: { readonly [kind: string]: readonly string[] };
}

/** All in milliseconds. */
export interface Timing {
  /** Silence after which a question is given up: 10,000. */
  readonly timeout: number;
  /** Silence after which a stream counts as dead: 45,000. Servers say every 15 seconds that they are there. */
  readonly silence: number;
  /** Silence after which the ruleset is asked for beside a stream that has brought nothing yet: 3,000. */
  readonly firstWord: number;
  /** Before the first further attempt: 1,000. Doubled after each. */
  readonly firstWait: number;
  /** No wait is longer, whatever the server asks for: 120,000. */
  readonly longestWait: number;
}
