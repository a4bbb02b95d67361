import { makeError, type PlatformError } from '../../engine/platform-error/index.ts';
import type { KeyUse } from '../auth/authenticate.ts';
import { networkOf } from './attempts.ts';
import { limitErrors } from './errors.ts';
import type { RateLimits } from './limit.ts';
import type { SharedCounts } from './shared-counts.ts';
import type { Quota } from './sliding-window.ts';

/** What the answer to a request tells of its limits, and whether there is to be another answer. */
export interface LimitOutcome {
  /** `RateLimit-Policy` and `RateLimit`, draft 11 of the IETF; empty where nothing is limited. */
  readonly headers: { readonly [name: string]: string };
  readonly refusal: PlatformError | null;
}

/**
 * Limits keys and users. A user's own limit comes first: what is refused there takes nothing from the key that all users
 * share. Nor does what comes with that key alone, which anybody can read out of a web page: it has the key's limit once for
 * each address, and leaves those who are signed in what is theirs.
 */
export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #counts: SharedCounts;

  constructor(limits: RateLimits, counts: SharedCounts) {
    this.#limits = limits;
    this.#counts = counts;
  }

  async take({ environmentId, isAnybodys, keyId, user }: KeyUse, address: string): Promise<LimitOutcome> {
    const ofKey = isAnybodys ? `key:${keyId} ${networkOf(address)}` : `key:${keyId}`;
    const subjects = [
      ...(user === null ? [] : [{ name: 'user', limit: this.#limits.user, subject: `user:${user.id}` }]),
      { name: 'key', limit: this.#limits.key, subject: ofKey },
    ];
    const quotas: { readonly name: string; readonly quota: Quota }[] = [];
    for (const { name, limit, subject } of subjects) {
      if (limit === null) continue;
      const quota = await this.#counts.take(environmentId, subject, limit);
      quotas.push({ name, quota });
      if (quota.wait > 0) return { headers: headersOf(quotas), refusal: refusalOf(name, quota) };
    }
    return { headers: headersOf(quotas), refusal: null };
  }
}

function refusalOf(name: string, { limit, wait }: Quota): PlatformError {
  return makeError(limitErrors.tooManyRequests, {
    message: `This ${name} may make ${limit.requests} requests within ${limit.seconds} seconds.`,
    details: { limited: name, requests: limit.requests, seconds: limit.seconds },
    retryAfter: wait,
  });
}

function headersOf(quotas: readonly { readonly name: string; readonly quota: Quota }[]): LimitOutcome['headers'] {
  if (quotas.length === 0) return {};
  const list = (write: (quota: Quota) => string) =>
    quotas.map(({ name, quota }) => `"${name}";${write(quota)}`).join(', ');
  return {
    'ratelimit-policy': list(({ limit }) => `q=${limit.requests};w=${limit.seconds}`),
    ratelimit: list(({ remaining, reset, wait }) => `r=${wait > 0 ? 0 : remaining};t=${Math.max(reset, wait)}`),
  };
}
