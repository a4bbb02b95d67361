import { makeError, type PlatformError } from '../../engine/platform-error/index.ts';
import { localActor } from '../auth/authenticate.ts';
import type { Caller } from '../contract.ts';
import { limitErrors } from './errors.ts';
import type { RateLimits } from './limit.ts';
import type { SharedCounts } from './shared-counts.ts';
import type { Standing } from './sliding-window.ts';

/** What the answer to a request tells of its limits, and whether there is to be another answer. */
export interface Verdict {
  /** `RateLimit-Policy` and `RateLimit`, draft 11 of the IETF; empty where nothing is limited. */
  readonly headers: { readonly [name: string]: string };
  readonly refusal: PlatformError | null;
}

/** Limits keys and users. A user's own limit comes first: what is refused there takes nothing from the key that all users share. */
export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #counts: SharedCounts;

  constructor(limits: RateLimits, counts: SharedCounts) {
    this.#limits = limits;
    this.#counts = counts;
  }

  async take({ environmentId, keyId, user }: Caller): Promise<Verdict> {
    if (keyId === localActor) return { headers: {}, refusal: null };
    const subjects = [
      ...(user === null ? [] : [{ name: 'user', limit: this.#limits.user, subject: `user:${user.id}` }]),
      { name: 'key', limit: this.#limits.key, subject: `key:${keyId}` },
    ];
    const standings: { readonly name: string; readonly standing: Standing }[] = [];
    for (const { name, limit, subject } of subjects) {
      if (limit === null) continue;
      const standing = await this.#counts.take(environmentId, subject, limit);
      standings.push({ name, standing });
      if (standing.wait > 0) return { headers: headersOf(standings), refusal: refusalOf(name, standing) };
    }
    return { headers: headersOf(standings), refusal: null };
  }
}

function refusalOf(name: string, { limit, wait }: Standing): PlatformError {
  return makeError(limitErrors.tooManyRequests, {
    message: `This ${name} may make ${limit.requests} requests within ${limit.seconds} seconds.`,
    details: { limited: name, requests: limit.requests, seconds: limit.seconds },
    retryAfter: wait,
  });
}

function headersOf(standings: readonly { readonly name: string; readonly standing: Standing }[]): Verdict['headers'] {
  if (standings.length === 0) return {};
  const list = (write: (standing: Standing) => string) =>
    standings.map(({ name, standing }) => `"${name}";${write(standing)}`).join(', ');
  return {
    'ratelimit-policy': list(({ limit }) => `q=${limit.requests};w=${limit.seconds}`),
    ratelimit: list(({ remaining, reset, wait }) => `r=${wait > 0 ? 0 : remaining};t=${Math.max(reset, wait)}`),
  };
}
