import { utf8 } from './murmur3.ts';

/*
 * SHA-1, for one purpose: to deal units as LaunchDarkly does. Nothing is kept secret or proved by it. It is ours
 * because the evaluator has no dependency, answers synchronously (the Web's own digest does not), and runs in
 * browsers, at the edge and on servers alike.
 */

const words = new Int32Array(80);

/** The first 60 bits of the hash of the text's UTF-8 bytes, as the nearest number a double can hold. */
export function sha1Start(text: string): number {
  const bytes = padded(utf8(text));
  let one = 0x67452301;
  let two = 0xefcdab89 | 0;
  let three = 0x98badcfe | 0;
  let four = 0x10325476;
  let five = 0xc3d2e1f0 | 0;
  for (let block = 0; block < bytes.length; block += 64) {
    for (let word = 0; word < 16; word += 1) words[word] = wordAt(bytes, block + word * 4);
    for (let word = 16; word < 80; word += 1) {
      words[word] = turned(at(word - 3) ^ at(word - 8) ^ at(word - 14) ^ at(word - 16), 1);
    }
    let a = one;
    let b = two;
    let c = three;
    let d = four;
    let e = five;
    for (let round = 0; round < 80; round += 1) {
      const next = (turned(a, 5) + chosen(round, b, c, d) + e + constantOf(round) + at(round)) | 0;
      e = d;
      d = c;
      c = turned(b, 30);
      b = a;
      a = next;
    }
    one = (one + a) | 0;
    two = (two + b) | 0;
    three = (three + c) | 0;
    four = (four + d) | 0;
    five = (five + e) | 0;
  }
  return (one >>> 0) * 0x10000000 + (two >>> 4);
}

/** With a bit, zeros and the length in bits, to whole blocks of 64 bytes. */
function padded(text: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length + 9) / 64) * 64);
  bytes.set(text);
  bytes[text.length] = 0x80;
  for (let byte = 1, bits = text.length * 8; bits > 0; byte += 1, bits = Math.floor(bits / 256)) {
    bytes[bytes.length - byte] = bits;
  }
  return bytes;
}

function wordAt(bytes: Uint8Array, from: number): number {
  const byte = (index: number): number => bytes[from + index] ?? 0;
  return (byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3);
}

function at(word: number): number {
  return words[word] ?? 0;
}

function turned(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function chosen(round: number, b: number, c: number, d: number): number {
  if (round < 20) return (b & c) | (~b & d);
  return round >= 40 && round < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
}

function constantOf(round: number): number {
  return round < 20 ? 0x5a827999 : round < 40 ? 0x6ed9eba1 : round < 60 ? 0x8f1bbcdc : 0xca62c1d6;
}
