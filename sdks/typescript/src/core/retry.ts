const retriedStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Whether the same request may have another answer later. Whether it is safe to send again is for the caller to know.
 * A redirect never is worth it, whatever it says of retrying: it would be asked for at the same place again.
 */
export function isWorthRetrying(status: number, headers: Headers): boolean {
  if (status < 400) return false;
  const word = headers.get('dream-should-retry')?.toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  return retriedStatuses.has(status);
}

/**
 * Milliseconds before the attempt that follows `attempt` (from 1); `undefined` where that would be more than `longest`,
 * and nothing is to be waited for. `retryAfter` is in seconds.
 */
export function retryDelay(
  attempt: number,
  retryAfter: number | undefined,
  longest: number,
  random: () => number = Math.random,
): number | undefined {
  if (retryAfter !== undefined) return retryAfter * 1000 <= longest ? retryAfter * 1000 : undefined;
  // Less a random part, so that clients which failed together do not come back together.
  return Math.min(500 * 2 ** (attempt - 1), 8000, longest) * (1 - random() / 4);
}
