import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutOf, Murmur3, utf8 } from '../../../../src/components/features/evaluation/deals/murmur3.ts';

function hash(text: string, seed = 0, prefix = ''): number {
  return new Murmur3(prefix, seed).position(text) + 2 ** 31;
}

test('murmur3 gives the hashes that others publish', () => {
  expect([hash(''), hash('', 1), hash('', 0xffffffff)]).toEqual([0, 0x514e28b7, 0x81f16f39]);
  expect([hash('test'), hash('test', 0x9747b28c), hash('Hello, world!', 0x9747b28c)]).toEqual([
    0xba6bd213, 0x704b81dc, 0x24884cba,
  ]);
  expect(hash('The quick brown fox jumps over the lazy dog', 0x9747b28c)).toBe(0x2fa826cd);
  expect(hash('ππππππππ', 0x9747b28c)).toBe(0xd58063c1);
});

test('a prefix that was read before changes no hash', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      fc.nat(0xffffffff),
      (prefix, text, seed) => {
        expect(hash(text, seed, prefix)).toBe(hash(prefix + text, seed));
      },
    ),
  );
});

test('texts are hashed by the bytes that TextEncoder makes of them, lone surrogates included', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)),
  );
  fc.assert(
    fc.property(unit, fc.nat(0xffffffff), (text, seed) => {
      const bytes = new TextEncoder().encode(text);
      expect(utf8(text)).toEqual([...bytes]);
      expect(hash(text, seed)).toBe(ofBytes(bytes, seed));
    }),
  );
});

test('a cut parts the hashes exactly where the buckets part', () => {
  const bucket = (one: bigint): bigint => (one * 100_000n) >> 32n;
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: -2, max: 2 }), (upTo, step) => {
      const near = Math.min(Math.max(cutOf(upTo) + 2 ** 31 + step, 0), 2 ** 32 - 1);
      expect(near - 2 ** 31 < cutOf(upTo)).toBe(bucket(BigInt(near)) < BigInt(upTo));
    }),
    { numRuns: 2000 },
  );
});

/** Written from the description, in the numbers of the description. */
function ofBytes(bytes: Uint8Array, seed: number): number {
  const mask = 0xffffffffn;
  const turn = (word: bigint, bits: bigint): bigint => ((word << bits) | (word >> (32n - bits))) & mask;
  const scramble = (word: bigint): bigint => (turn((word * 0xcc9e2d51n) & mask, 15n) * 0x1b873593n) & mask;
  let state = BigInt(seed);
  const whole = bytes.length - (bytes.length % 4);
  const little = (from: number, to: number): bigint =>
    Array.from(bytes.slice(from, to), BigInt).reduce((sum, byte, place) => sum + (byte << BigInt(8 * place)), 0n);
  for (let at = 0; at < whole; at += 4) {
    state = (turn(state ^ scramble(little(at, at + 4)), 13n) * 5n + 0xe6546b64n) & mask;
  }
  state ^= scramble(little(whole, bytes.length));
  state ^= BigInt(bytes.length);
  state = ((state ^ (state >> 16n)) * 0x85ebca6bn) & mask;
  state = ((state ^ (state >> 13n)) * 0xc2b2ae35n) & mask;
  return Number(state ^ (state >> 16n));
}
