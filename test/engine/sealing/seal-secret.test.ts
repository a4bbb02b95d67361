import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masterKeyName, openSecret, sealSecret } from '../../../src/engine/sealing/seal-secret.ts';

const masterKey = randomBytes(32);
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('sealing', () => {
  it('opens what it sealed, with the same key and context only', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        bytes(12),
        fc.array(fc.string()),
        fc.array(fc.string()),
        (secret, nonce, context, other) => {
          const sealed = sealSecret(masterKey, nonce, context, secret);
          const expected = JSON.stringify(context) === JSON.stringify(other) ? secret : null;
          expect(openSecret(masterKey, context, sealed)).toBe(secret);
          expect(openSecret(masterKey, other, sealed)).toBe(expected);
          expect(openSecret(randomBytes(32), context, sealed)).toBeNull();
        },
      ),
    );
  });

  it('opens nothing that was altered in any byte, or cut', () => {
    const sealed = sealSecret(masterKey, randomBytes(12), ['a'], 'hunter2');
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = Uint8Array.from(sealed);
      altered[index] = (altered[index] ?? 0) ^ 1;
      expect(openSecret(masterKey, ['a'], altered)).toBeNull();
      expect(openSecret(masterKey, ['a'], sealed.subarray(0, index))).toBeNull();
    }
  });

  it('does not confuse contexts whose parts run together', () => {
    const sealed = sealSecret(masterKey, randomBytes(12), ['ab', 'c'], 'hunter2');
    expect(openSecret(masterKey, ['a', 'bc'], sealed)).toBeNull();
    expect(openSecret(masterKey, ['abc'], sealed)).toBeNull();
  });

  it('is nonce, ciphertext and tag: 28 bytes more than the text, and the text is not in it', () => {
    const nonce = randomBytes(12);
    const sealed = Buffer.from(sealSecret(masterKey, nonce, [], 'hunter2'));
    expect(sealed.length).toBe(12 + 7 + 16);
    expect(sealed.subarray(0, 12).equals(nonce)).toBe(true);
    expect(sealed.includes('hunter2')).toBe(false);
  });

  it('names a key by 8 digits of its hash', () => {
    expect(masterKeyName(new Uint8Array(32))).toBe('66687aad');
  });
});
