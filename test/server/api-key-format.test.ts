import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatApiKey, hashApiKey, hintOfApiKey, parseApiKey } from '../../src/server/auth/api-key-format.ts';

describe('DA-01 the form of a key', () => {
  it('DA-01 says type and mode in its prefix, and is as long as 256 bits and a checksum', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('secret' as const, 'publishable' as const),
        fc.constantFrom('test' as const, 'live' as const),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (type, mode, entropy) => {
          const key = formatApiKey(type, mode, entropy);
          expect(key).toMatch(new RegExp(`^${type === 'secret' ? 'sk' : 'pk'}_${mode}_[0-9A-Za-z]{49}$`));
          expect(parseApiKey(key)).toStrictEqual({ type, mode });
        },
      ),
    );
  });

  it('DA-01 gives another key for every other 256 bits, the largest and smallest included', () => {
    const keys = [new Uint8Array(32), new Uint8Array(32).fill(255), Uint8Array.of(...new Uint8Array(31), 1)].map(
      (entropy) => formatApiKey('secret', 'live', entropy),
    );
    expect(new Set(keys).size).toBe(3);
    expect(keys.every((key) => parseApiKey(key) !== null)).toBe(true);
  });

  it('DA-01 tells a mistyped key offline: any one character changed, left out or cut off', () => {
    const key = formatApiKey('secret', 'test', randomBytes(32));
    for (let index = 0; index < key.length; index += 1) {
      const other = key.charAt(index) === 'x' ? 'y' : 'x';
      expect(parseApiKey(key.slice(0, index) + other + key.slice(index + 1))).toBeNull();
      expect(parseApiKey(key.slice(0, index) + key.slice(index + 1))).toBeNull();
      expect(parseApiKey(key.slice(0, index))).toBeNull();
    }
    expect(parseApiKey(`${key}\n`)).toBeNull();
    expect(parseApiKey(key.replace('test', 'live'))).toBeNull();
  });

  it('shows 4 characters of the end, and hashes all of it', () => {
    const key = formatApiKey('publishable', 'test', randomBytes(32));
    expect(hintOfApiKey(key)).toBe(`pk_test_…${key.slice(-4)}`);
    expect(hashApiKey(key)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashApiKey(key)).not.toBe(hashApiKey(key.slice(0, -1)));
  });
});
