import { hash } from 'node:crypto';
import { makeError } from '../../engine/platform-error/index.ts';
import type { Clock } from '../../host/contract.ts';
import { type RequestHeaders, singleHeader } from '../auth/credential.ts';
import { BoundedMap } from '../../engine/bounded-map.ts';
import { limitErrors } from './errors.ts';
import type { Limit } from './limit.ts';
import { type Counted, quotaOf, windowStart } from './sliding-window.ts';

/**
 * Counts the requests of each address that said wrongly who is asking, in this process alone: no environment is known
 * yet that they could be counted for, and addresses of people are kept in no database. A key cannot be guessed however
 * many tries there are; the limit spares this server's own work, so it needs no counts of other servers. An address may be that of a proxy with many people behind it, so whoever was
 * let in lately still is.
 */
export class Attempts {
  readonly #limit: Limit | null;
  readonly #clock: Clock;
  readonly #failed = new BoundedMap<Counted>(100_000);
  readonly #letIn = new BoundedMap<true>(50_000);

  constructor(limit: Limit | null, clock: Clock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Throws `limits/too-many-attempts` before anything is looked up. */
  refuseExhausted(address: string, headers: RequestHeaders): void {
    if (this.#limit === null) return;
    const now = this.#clock.now().getTime();
    const counted = this.#countedOf(this.#limit, address, now);
    if (counted === undefined) return;
    const { wait } = quotaOf(this.#limit, counted, now);
    if (wait === 0 || this.#letIn.get(nameOf(headers)) !== undefined) return;
    throw makeError(limitErrors.tooManyAttempts, {
      message: 'From this address came too many requests that said wrongly who is asking.',
      retryAfter: wait,
    });
  }

  succeeded(headers: RequestHeaders): void {
    if (this.#limit !== null) this.#letIn.set(nameOf(headers), true);
  }

  failed(address: string): void {
    if (this.#limit === null) return;
    const now = this.#clock.now().getTime();
    const start = windowStart(this.#limit, now);
    const counted = this.#countedOf(this.#limit, address, now) ?? { start, previous: 0, current: 0 };
    this.#failed.set(networkOf(address), { ...counted, current: counted.current + 1 });
  }

  #countedOf(limit: Limit, address: string, now: number): Counted | undefined {
    const counted = this.#failed.get(networkOf(address));
    const start = windowStart(limit, now);
    if (counted === undefined || counted.start === start) return counted;
    const isNext = counted.start + limit.seconds * 1000 === start;
    return isNext ? { start, previous: counted.current, current: 0 } : undefined;
  }
}

/** Whoever has one IPv6 address has the 2^64 beside it. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [front = [], back = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}

/** Of what says who is asking; the text itself is kept nowhere. */
function nameOf(headers: RequestHeaders): string {
  const said = [singleHeader(headers, 'authorization'), singleHeader(headers, 'x-publishable-key')];
  return hash('sha256', JSON.stringify(said), 'base64url');
}
