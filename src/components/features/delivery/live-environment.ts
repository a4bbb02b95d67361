import type { SessionScope } from '../../../db/contract.ts';
import type { Clock } from '../../../host/contract.ts';
import type { Background } from '../../../server/contract.ts';
import type { Ports } from '../../ports.ts';
import { rulesetPatch } from '../evaluation/ruleset-patch.ts';
import { Alarm } from './due/alarm.ts';
import { nextEnd } from './due/instants.ts';
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

/**
 * The ruleset of one environment, kept in memory and read again when something was announced. Whoever asks after a
 * change was announced is never answered from before it.
 */
export class LiveEnvironment {
  readonly #options: LiveEnvironmentOptions;
  readonly #history = new PatchHistory();
  readonly #waiting = new Set<() => void>();
  #streams = 0;
  /** Streams by the tenant that they tell of. */
  readonly #followed = new Map<string, number>();
  #live: LiveRuleset | null = null;
  #read: RulesetRead | null = null;
  #reading: { readonly promise: Promise<LiveRuleset>; readonly changes: number } | undefined;
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

  /** To be called by a stream that begins, with the tenant whose plan it tells of, and what it returns when it ends. */
  follow(tenantId: string | null = null): () => void {
    this.#streams += 1;
    if (this.#streams === 1) this.#setAlarm();
    if (tenantId !== null) this.#followTenant(tenantId);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#streams -= 1;
      if (this.#streams === 0) this.#alarm.clear();
      if (tenantId !== null) this.#leaveTenant(tenantId);
    };
  }

  /** Its plan is read before the stream says anything: what is known was read for others. */
  #followTenant(tenantId: string): void {
    const already = this.#followed.get(tenantId) ?? 0;
    this.#followed.set(tenantId, already + 1);
    if (already === 0 && this.#live?.asksPlans === true && !this.#live.knowsPlans) this.#changes += 1;
  }

  #leaveTenant(tenantId: string): void {
    const others = (this.#followed.get(tenantId) ?? 1) - 1;
    if (others === 0) this.#followed.delete(tenantId);
    else this.#followed.set(tenantId, others);
  }

  /** Resolves when something else holds than `live`, or the signal is aborted. */
  async after(live: LiveRuleset, signal: AbortSignal): Promise<void> {
    if (this.#live !== live || signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = (): void => resolve();
    this.#waiting.add(wake);
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
    const read = await background.read(scope, (session) =>
      readRuleset(session, { environment, now, ports, before: this.#read, followed: [...this.#followed.keys()] }),
    );
    this.#known = changes;
    this.#readAt = now.getTime();
    return this.#take(read);
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
    for (const wake of this.#waiting) wake();
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

/** With what is none of the version: kinds of context that no rule asks for, and the plans of those who are followed. */
function besides({ followedPlans, kinds }: RulesetRead, live: LiveRuleset): LiveRuleset {
  const isSame =
    kinds.size === live.kinds.size &&
    [...kinds].every((kind) => live.kinds.has(kind)) &&
    followedPlans.size === live.followedPlans.size &&
    [...followedPlans].every(([id, plan]) => live.followedPlans.get(id) === plan);
  return isSame ? live : { ...live, kinds, followedPlans };
}
