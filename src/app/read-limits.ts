import { makeError } from '../engine/platform-error/index.ts';
import { durationMilliseconds } from '../engine/values/duration.ts';
import { isNetwork } from '../engine/values/network.ts';
import type { Host } from '../host/contract.ts';
import { defaultLimits, type Limit, type RateLimits } from '../server/limits/limit.ts';
import { limitSettingErrors } from './limit-errors.ts';

const longest = 3_600_000;

type Variables = Host['variables'];

/**
 * How many requests the server answers, as the variables say: `DREAM_KEY_LIMIT=60000/1m`, or `off`.
 *
 * @throws PlatformError `serve/unreadable-limit`
 */
export function readLimits(variables: Variables): RateLimits {
  return {
    key: readLimit(variables, 'DREAM_KEY_LIMIT', defaultLimits.key),
    user: readLimit(variables, 'DREAM_USER_LIMIT', defaultLimits.user),
    attempts: readLimit(variables, 'DREAM_ATTEMPT_LIMIT', defaultLimits.attempts),
  };
}

/**
 * Proxies before the server, whose word is taken for where a request comes from: `DREAM_TRUSTED_PROXIES=10.0.0.0/8`.
 *
 * @throws PlatformError `serve/unreadable-proxies`
 */
export function readTrustedProxies(variables: Variables): readonly string[] {
  const listed = (variables['DREAM_TRUSTED_PROXIES'] ?? '').split(',').map((text) => text.trim());
  const proxies = listed.filter((text) => text !== '');
  const wrong = proxies.find((text) => !isNetwork(text));
  if (wrong === undefined) return proxies;
  throw makeError(limitSettingErrors.unreadableProxies, {
    message: `DREAM_TRUSTED_PROXIES holds '${wrong}', which is neither an address nor a network.`,
  });
}

function readLimit(variables: Variables, name: string, standard: Limit | null): Limit | null {
  const text = variables[name]?.trim() ?? '';
  if (text === '') return standard;
  if (text === 'off') return null;
  const [, requests, length] = /^([1-9][0-9]{0,8})\/(\S+)$/.exec(text) ?? [];
  const milliseconds = durationMilliseconds(length ?? '') ?? 0;
  if (milliseconds < 1000 || milliseconds > longest || milliseconds % 1000 !== 0) {
    throw makeError(limitSettingErrors.unreadable, {
      message: `${name} is '${text}', which is not of the form 60000/1m.`,
      details: { hint: 'Write a number of requests, a slash and a length of time of at most 1h, or off.' },
    });
  }
  return { requests: Number(requests), seconds: milliseconds / 1000 };
}
