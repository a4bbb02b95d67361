import type { Session, SessionScope } from '../../../db/contract.ts';
import type { Place } from '../../../db/follow/place.ts';
import { beginning } from '../../../db/follow/place.ts';
import type { Background } from '../../../server/operation-context.ts';
import { type PlacedEvent, selectEvents, selectLatestPlace } from './queries.ts';

/** Milliseconds between two looks, while somebody follows. */
const interval = 80;
/** Events that are read at once. */
const most = 200;
/** Milliseconds without anybody who waits, after which it is not known any more where it stood. */
const patience = 1_000;

/** What came at one look: all of the environment's events from behind one place up to another. */
export interface Batch {
  /** The very place at which the batch before ended. */
  readonly from: Place;
  readonly to: Place;
  readonly events: readonly PlacedEvent[];
}

const everything = { types: null, tenantId: null, since: null };

/**
 * Reads what is new in an environment once for all who follow it. Asking is surer than being told: an event may be seen
 * only once every older transaction has ended, which nobody announces.
 */
export class EventTail {
  readonly #scope: SessionScope;
  readonly #background: Pick<Background, 'read' | 'report'>;
  readonly #waiting = new Set<() => void>();
  #looking = false;
  #place: Place | null = null;
  #latest: Batch | null = null;
  #forgetting: NodeJS.Timeout | undefined;

  constructor(scope: SessionScope, background: Pick<Background, 'read' | 'report'>) {
    this.#scope = scope;
    this.#background = background;
  }

  /** Up to where it has read: whoever reads after this has seen all up to there. Null before it has looked, and once nobody waits. */
  get place(): Place | null {
    return this.#place;
  }

  /** What came since, where that is one batch; null where it has to be read. */
  since(place: Place | null): Batch | null {
    return this.#latest?.from === place ? this.#latest : null;
  }

  /** Resolves when it has read further than `known`, or the signal is aborted. */
  async beyond(known: Place | null, signal: AbortSignal): Promise<void> {
    if (this.#place !== known || signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = (): void => resolve();
    this.#waiting.add(wake);
    signal.addEventListener('abort', wake, { once: true });
    this.#lookLater(interval);
    await promise;
    this.#waiting.delete(wake);
    signal.removeEventListener('abort', wake);
  }

  #lookLater(wait: number): void {
    if (this.#looking) return;
    this.#looking = true;
    clearTimeout(this.#forgetting);
    setTimeout(() => void this.#look(), wait).unref();
  }

  /** Never rejects. */
  async #look(): Promise<void> {
    let isMore = false;
    try {
      isMore = await this.#background.read(this.#scope, (session) => this.#read(session));
    } catch (problem) {
      this.#background.report(problem);
    }
    this.#looking = false;
    if (this.#waiting.size > 0) this.#lookLater(isMore ? 0 : interval);
    else this.#forgetLater();
  }

  /**
   * What happens while nobody waits, everybody reads for themselves. From where it stood, the next to wait would be led
   * through all of that once more before they heard of anything new; so it begins anew, at the end, where they stand.
   */
  #forgetLater(): void {
    this.#forgetting = setTimeout(() => {
      this.#place = null;
      this.#latest = null;
    }, patience).unref();
  }

  async #read(session: Session): Promise<boolean> {
    const from = this.#place;
    if (from === null) {
      this.#moveTo((await selectLatestPlace(session)) ?? beginning);
      return false;
    }
    const events = await selectEvents(session, { after: from, upTo: null, limit: most }, everything);
    const to = events.at(-1);
    if (to === undefined) return false;
    this.#latest = { from, to, events };
    this.#moveTo(to);
    return events.length === most;
  }

  #moveTo(place: Place): void {
    this.#place = place;
    for (const wake of this.#waiting) wake();
  }
}
