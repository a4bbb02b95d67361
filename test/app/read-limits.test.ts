import { describe, expect, it } from 'vitest';
import { readLimits, readTrustedProxies } from '../../src/app/read-limits.ts';
import { defaultLimits } from '../../src/server/limits/limit.ts';

function codeOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return Reflect.get(Object(error), 'code');
  }
}

describe('limits of requests', () => {
  it('DA-09 are those of the variables, and the usual ones where none is set', () => {
    expect(readLimits({})).toStrictEqual(defaultLimits);
    expect(
      readLimits({ DREAM_KEY_LIMIT: ' 500/10s ', DREAM_USER_LIMIT: 'off', DREAM_ATTEMPT_LIMIT: '' }),
    ).toStrictEqual({
      key: { requests: 500, seconds: 10 },
      user: null,
      attempts: defaultLimits.attempts,
    });
  });

  it.each(['0/1m', '10', '10/0s', '10/2h', '10/1500ms', '10/1x', '-1/1m', '1e3/1m', 'on'])(
    'DA-09 are not %s',
    (text) => {
      expect(codeOf(() => readLimits({ DREAM_KEY_LIMIT: text }))).toBe('serve/unreadable-limit');
    },
  );

  it('DA-09 look past the proxies that are named', () => {
    expect(readTrustedProxies({})).toStrictEqual([]);
    expect(readTrustedProxies({ DREAM_TRUSTED_PROXIES: '10.0.0.0/8, ::1,' })).toStrictEqual(['10.0.0.0/8', '::1']);
    expect(codeOf(() => readTrustedProxies({ DREAM_TRUSTED_PROXIES: 'loopback' }))).toBe('serve/unreadable-proxies');
  });
});
