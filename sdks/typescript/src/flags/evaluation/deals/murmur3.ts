/*
 * MurmurHash3, x86, 32 bits (public domain, Austin Appleby) over the UTF-8 bytes of a text, without making them: a
 * text of ASCII is read four characters at a time, and the first other character sends the rest the slow way.
 */

/** Hashes what begins with the same text: that part is read once, here, and not again for every unit. */
export class Murmur3 {
  readonly #hash: number;
  /** Bytes that have not filled a block of four yet. */
  readonly #pending: number;
  readonly #shift: number;
  readonly #bytes: number;

  constructor(prefix: string, seed: number) {
    let hash = seed | 0;
    let pending = 0;
    let shift = 0;
    const bytes = utf8(prefix);
    for (const byte of bytes) {
      pending |= byte << shift;
      shift += 8;
      if (shift === 32) {
        hash = mixed(hash, pending);
        pending = 0;
        shift = 0;
      }
    }
    this.#hash = hash;
    this.#pending = pending;
    this.#shift = shift;
    this.#bytes = bytes.length;
  }

  /**
   * The hash of the prefix with the text behind it, less 2^31: of the same order as the hash, and never too large for
   * the small integers that engines keep without allocating.
   */
  position(text: string): number {
    let hash = this.#hash;
    let pending = this.#pending;
    let shift = this.#shift;
    const { length } = text;
    let at = 0;
    while (shift !== 0 && at < length) {
      const code = text.charCodeAt(at);
      if (code > 127) return slowly(hash, pending, shift, this.#bytes + at, text, at);
      pending |= code << shift;
      at += 1;
      if (shift === 24) {
        hash = mixed(hash, pending);
        pending = 0;
        shift = 0;
      } else shift += 8;
    }
    for (; at + 4 <= length; at += 4) {
      const one = text.charCodeAt(at);
      const two = text.charCodeAt(at + 1);
      const three = text.charCodeAt(at + 2);
      const four = text.charCodeAt(at + 3);
      if ((one | two | three | four) > 127) return slowly(hash, 0, 0, this.#bytes + at, text, at);
      hash = mixed(hash, one | (two << 8) | (three << 16) | (four << 24));
    }
    for (; at < length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 127) return slowly(hash, pending, shift, this.#bytes + at, text, at);
      pending |= code << shift;
      shift += 8;
    }
    return finished(hash, pending, this.#bytes + length);
  }
}

/** The rest of a text, from `from`, byte by byte. A lone surrogate counts as U+FFFD, as `TextEncoder` has it. */
function slowly(begun: number, rest: number, offset: number, before: number, text: string, from: number): number {
  let hash = begun;
  let pending = rest;
  let shift = offset;
  let bytes = before;
  for (let at = from; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at += 1;
    // The bytes of the character, the first in the lowest place, and how many they are.
    let encoded = encodedPoint(point);
    let count = encodedLength(point);
    bytes += count;
    for (; count > 0; count -= 1) {
      pending |= (encoded & 0xff) << shift;
      encoded >>>= 8;
      shift += 8;
      if (shift === 32) {
        hash = mixed(hash, pending);
        pending = 0;
        shift = 0;
      }
    }
  }
  return finished(hash, pending, bytes);
}

function encodedPoint(point: number): number {
  if (point < 0x80) return point;
  if (point < 0x800) return 0xc0 | (point >> 6) | (last(point, 0) << 8);
  if (point >= 0xd800 && point <= 0xdfff) return 0xbdbfef;
  if (point < 0x10000) return 0xe0 | (point >> 12) | (last(point, 6) << 8) | (last(point, 0) << 16);
  return 0xf0 | (point >> 18) | (last(point, 12) << 8) | (last(point, 6) << 16) | (last(point, 0) << 24);
}

function encodedLength(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

function last(point: number, shift: number): number {
  return 0x80 | ((point >> shift) & 0x3f);
}

/** Of short texts, while compiling. */
export function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const encoded = encodedPoint(point);
    const count = encodedLength(point);
    for (let place = 0; place < count; place += 1) bytes.push((encoded >>> (8 * place)) & 0xff);
  }
  return bytes;
}

function mixed(hash: number, block: number): number {
  const mixedIn = hash ^ scrambled(block);
  return (Math.imul((mixedIn << 13) | (mixedIn >>> 19), 5) + 0xe6546b64) | 0;
}

function scrambled(block: number): number {
  const part = Math.imul(block, 0xcc9e2d51);
  return Math.imul((part << 15) | (part >>> 17), 0x1b873593);
}

function finished(begun: number, pending: number, bytes: number): number {
  // A block of no bytes is 0 and changes nothing.
  let hash = begun ^ scrambled(pending) ^ bytes;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16) ^ 0x80000000;
}

/** The least position whose bucket, `floor(hash × 100000 / 2^32)`, is not below `upTo`; exact for whole numbers. */
export function cutOf(upTo: number): number {
  return Math.ceil((upTo * 0x100000000) / 100_000) - 0x80000000;
}
