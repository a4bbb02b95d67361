/** So many requests within so many seconds. */
export interface Limit {
  readonly requests: number;
  readonly seconds: number;
}

/** Null: not limited. */
export interface RateLimits {
  /** For each key, whoever uses it: a publishable key is in the hands of all users. */
  readonly key: Limit | null;
  /** For each user, besides the limit of the publishable key. */
  readonly user: Limit | null;
  /** For each address: requests that say wrongly who is asking. */
  readonly attempts: Limit | null;
}

export const defaultLimits: RateLimits = {
  key: { requests: 60_000, seconds: 60 },
  user: { requests: 1_200, seconds: 60 },
  attempts: { requests: 100, seconds: 60 },
};

export const noLimits: RateLimits = { key: null, user: null, attempts: null };
