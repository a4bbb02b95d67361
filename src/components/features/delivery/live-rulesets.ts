import type { Topic } from '../../../db/contract.ts';
import type { Clock } from '../../../host/contract.ts';
import type { Background } from '../../../server/operation-context.ts';
import type { Caller } from '../../../server/caller.ts';
import type { Ports } from '../../ports.ts';
import { LiveEnvironment, longestTrust } from './live-environment.ts';

/** Environments kept in memory at once, besides those that streams follow. */
const mostEnvironments = 100;

/** What a ruleset is made from. */
const felt: ReadonlySet<Topic> = new Set<Topic>(['configuration', 'plans', 'overrides']);

/**
 * The rulesets of one server, by environment. It listens for changes from the first request on, until the server
 * stops; and looks for itself now and then, since an announcement may be missed.
 */
export class LiveRulesets {
  readonly #ports: Ports;
  readonly #clock: Clock;
  readonly #kept = new Map<string, LiveEnvironment>();
  #listening = false;

  constructor(ports: Ports, clock: Clock) {
    this.#ports = ports;
    this.#clock = clock;
  }

  /** A stream has to follow it at once: what nobody follows may make room for others, and hears of nothing then. */
  of(
    { environment, environmentId, projectId }: Pick<Caller, 'environment' | 'environmentId' | 'projectId'>,
    background: Background,
  ): LiveEnvironment {
    this.#listen(background);
    const known = this.#kept.get(environmentId);
    if (known !== undefined) {
      // Asked for again means at the end again: a Map keeps the order in which keys came.
      this.#kept.delete(environmentId);
      this.#kept.set(environmentId, known);
      return known;
    }
    const scope = { projectId, environmentId };
    const found = new LiveEnvironment({ scope, environment, background, ports: this.#ports, clock: this.#clock });
    this.#kept.set(environmentId, found);
    this.#makeRoom();
    return found;
  }

  /** Those asked for longest ago go first, so never the one that has just come. */
  #makeRoom(): void {
    let surplus = -mostEnvironments;
    for (const { streams } of this.#kept.values()) if (streams === 0) surplus += 1;
    for (const [id, { streams }] of this.#kept) {
      if (surplus <= 0) return;
      if (streams > 0) continue;
      this.#kept.delete(id);
      surplus -= 1;
    }
  }

  #listen({ stopping, subscribe }: Background): void {
    if (this.#listening || stopping.aborted) return;
    this.#listening = true;
    const unsubscribe = subscribe((announcement) => {
      if (announcement === null) for (const kept of this.#kept.values()) kept.changed();
      else if (felt.has(announcement.topic)) this.#kept.get(announcement.environmentId)?.changed();
    });
    const timer = setInterval(() => {
      for (const kept of this.#kept.values()) if (kept.streams > 0) kept.look();
    }, longestTrust);
    timer.unref();
    stopping.addEventListener(
      'abort',
      () => {
        clearInterval(timer);
        unsubscribe();
      },
      { once: true },
    );
  }
}
