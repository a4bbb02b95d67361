import type { Session, SessionScope } from '../../../db/contract.ts';
import type { Clock } from '../../../host/contract.ts';
import type { Background } from '../../../server/operation-context.ts';
import type { Ports } from '../../ports.ts';
import { rulesetPatch } from '../evaluation/ruleset-patch.ts';
import { Alarm } from './due/alarm.ts';
import { nextEnd } from './due/instants.ts';
import { type FollowedTenant, FollowedPlans } from './followed-plans.ts';
import { liveAt, type LiveRuleset, toLiveRuleset } from './live-ruleset.ts';
import { PatchHistory } from './patch-history.ts';
import { readRuleset, type RulesetRead } from './read-ruleset.ts';

export interface LiveEnvironmentOptions {
  readonly scope: SessionScope;
  /** Its name. */
  readonly environment: string;
  readonly background: Pick<Background, 'read' | 'report'>;
  readonly ports: Ports;
  readonly clock: Clock;
}

/** Milliseconds after which it is looked whether an announcement was missed. */
export const longestTrust = 5_000;

/** A stream that follows an environment. */
export interface Follower {
  /**
   * The plan of its tenant where `live` does not tell it and answers may depend on it; null where it is on none, or nobody
   * needs to know. Rejects when the database does not answer.
   */
  planBeside(live: LiveRuleset): Promise<string | null>;
  /** Resolves when something else holds than these two, or the signal is aborted. */
  after(live: LiveRuleset, plan: string | null, signal: AbortSignal): Promise<void>;
  end(): void;
}

/**
 * The ruleset of one environment, kept in memory and read again when something was announced. Whoever asks after a
 * change was announced is never answered from before it.
 */
export class LiveEnvironment {
  readonly #options: LiveEnvironmentOptions;
  readonly #history = new PatchHistory();
  /** Those who wait for news, with the tenant that they tell of. */
  readonly #waiting = new Map<() => void, string | null>();
  #streams = 0;
  readonly #plans = new FollowedPlans();
  #live: LiveRuleset | null = null;
  #read: RulesetRead | null = null;
  #reading: { readonly promise: Promise<LiveRuleset>; readonly changes: number } | undefined;
  #readingPlans: Promise<void> | undefined;
  /** How often something of it was changed, and how much of that is known: what was, when the last reading began. */
  #changes = 1;
  #known = 0;
  #readAt = 0;
  readonly #alarm: Alarm;

  constructor(options: LiveEnvironmentOptions) {
    this.#options = options;
    this.#alarm = new Alarm(options.clock, () => this.#due());
  }

  /** How many streams follow it. */
  get streams(): number {
    return this.#streams;
  }

  /** As it holds now. Rejects when the database does not answer and what is known may be too old. */
  async current(): Promise<LiveRuleset> {
    const now = this.#options.clock.now().getTime();
    const age = now - this.#readAt;
    if (this.#live !== null && this.#known === this.#changes && age >= 0 && age < longestTrust) {
      return this.#hold(liveAt(this.#live, now));
    }
    return this.#readAgain();
  }

  /** What leads from a version to the present, as JSON; undefined where only the whole ruleset does. */
  since(version: string): string | undefined {
    return this.#history.since(version);
  }

  /** Something of it was changed. */
  changed(): void {
    this.#changes += 1;
    if (this.#streams > 0) this.look();
  }

  /** Reads it anew for those who follow it, whether or not anything was announced. */
  look(): void {
    this.#readAgain().catch((problem: unknown) => this.#options.background.report(problem));
  }

  /** To be called by a stream that begins, with the tenant whose plan it tells of. */
  follow(tenantId: string | null = null): Follower {
    this.#streams += 1;
    if (this.#streams === 1) this.#setAlarm();
    const tenant = tenantId === null ? null : this.#plans.follow(tenantId);
    let ended = false;
    return {
      planBeside: async (live) => (tenant === null || !needsPlans(live) ? null : this.#planOf(tenant)),
      after: (live, plan, signal) => this.#after(live, plan, { tenant, signal }),
      end: () => {
        if (ended) return;
        ended = true;
        this.#streams -= 1;
        if (this.#streams === 0) this.#alarm.clear();
        if (tenant !== null) this.#plans.leave(tenant);
      },
    };
  }

  /**
   * Read alone where the last reading was made for others. A change that is announced meanwhile has all plans read again,
   * this one among them.
   */
  async #planOf(tenant: FollowedTenant): Promise<string | null> {
    while (tenant.plan === undefined) {
      this.#readingPlans ??= this.#readPlans().finally(() => (this.#readingPlans = undefined));
      await this.#readingPlans;
    }
    return tenant.plan;
  }

  /** Of all who have come since the last reading of this kind began. */
  async #readPlans(): Promise<void> {
    const { background, ports, scope } = this.#options;
    const { end, tenants } = this.#plans.begin('unknown');
    const read = async (session: Session) =>
      (await ports.plans?.plansOf(session, tenants)) ?? new Map<string, string>();
    this.#wakeThose(end(await background.read(scope, read)));
  }

  async #after(
    live: LiveRuleset,
    plan: string | null,
    { signal, tenant }: { readonly tenant: FollowedTenant | null; readonly signal: AbortSignal },
  ): Promise<void> {
    if (this.#live !== live || signal.aborted) return;
    if (tenant !== null && needsPlans(live) && tenant.plan !== plan) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = (): void => resolve();
    this.#waiting.set(wake, tenant?.id ?? null);
    signal.addEventListener('abort', wake, { once: true });
    await promise;
    this.#waiting.delete(wake);
    signal.removeEventListener('abort', wake);
  }

  /** One reading for all who ask; one that began before the last change is waited for first. */
  async #readAgain(): Promise<LiveRuleset> {
    const { changes, promise } = this.#reading ?? { changes: this.#changes };
    if (changes !== this.#changes) await promise?.catch(() => undefined);
    this.#reading ??= {
      changes: this.#changes,
      promise: this.#readOnce(this.#changes).finally(() => (this.#reading = undefined)),
    };
    return this.#reading.promise;
  }

  async #readOnce(changes: number): Promise<LiveRuleset> {
    const { background, clock, environment, ports, scope } = this.#options;
    const now = clock.now();
    const { end, tenants } = this.#plans.begin('all');
    const read = await background.read(scope, (session) =>
      readRuleset(session, { environment, now, ports, before: this.#read, followed: tenants }),
    );
    this.#known = changes;
    this.#readAt = now.getTime();
    this.#wakeThose(end(read.followedPlans));
    return this.#take(read);
  }

  /** Streams of the tenants that are on another plan. */
  #wakeThose(moved: ReadonlySet<string>): void {
    for (const [wake, tenantId] of this.#waiting) if (tenantId !== null && moved.has(tenantId)) wake();
  }

  #take(read: RulesetRead): LiveRuleset {
    const before = this.#live;
    const isSame = before !== null && this.#read?.ruleset === read.ruleset;
    this.#read = read;
    const { clock } = this.#options;
    const now = clock.now().getTime();
    const next = isSame ? before : toLiveRuleset(read, () => clock.now().getTime());
    // A change of something else: what everybody holds is still right.
    if (before?.version === next.version) return this.#hold(liveAt(besides(read, before), now));
    if (before !== null) this.#history.add(rulesetPatch(before, next));
    return this.#hold(liveAt(next, now));
  }

  #hold(live: LiveRuleset): LiveRuleset {
    if (this.#live === live) return live;
    this.#live = live;
    this.#setAlarm();
    for (const wake of this.#waiting.keys()) wake();
    return live;
  }

  /** Only for streams: whoever asks looks at the clock by that. */
  #setAlarm(): void {
    if (this.#streams === 0 || this.#live === null) return;
    const now = this.#options.clock.now().getTime();
    this.#alarm.set(Math.min(this.#live.next, nextEnd(this.#live.ruleset, now)));
  }

  /** A schedule takes a step, or what was agreed with a tenant ends: the database says what holds in its place. */
  #due(): void {
    if (this.#live !== null) this.#hold(liveAt(this.#live, this.#options.clock.now().getTime()));
    this.#setAlarm();
    this.look();
  }
}

function needsPlans({ asksPlans, knowsPlans }: LiveRuleset): boolean {
  return asksPlans && !knowsPlans;
}

/** With what is none of the version: kinds of context that no rule asks for. */
function besides({ kinds }: RulesetRead, live: LiveRuleset): LiveRuleset {
  const isSame = kinds.size === live.kinds.size && [...kinds].every((kind) => live.kinds.has(kind));
  return isSame ? live : { ...live, kinds };
}
