import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { EnvironmentMode } from '../../engine/resource.ts';

/**
 * `sk_live_` + 43 base62 digits (256 random bits) + 6 base62 digits of CRC-32 over all before them.
 * The checksum lets a typing mistake, and a scanner that looks for leaked keys, be answered without a database.
 */
const pattern = /^(sk|pk)_(test|live)_[0-9A-Za-z]{43}([0-9A-Za-z]{6})$/;
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 43;
const checksumLength = 6;

/** Random bytes that go into one key. */
export const keyEntropyLength = 32;

export type KeyType = 'secret' | 'publishable';

const prefixes: { readonly [type in KeyType]: string } = { secret: 'sk', publishable: 'pk' };

/** `entropy` is {@link keyEntropyLength} random bytes. */
export function formatApiKey(type: KeyType, mode: EnvironmentMode, entropy: Uint8Array): string {
  const body = `${prefixes[type]}_${mode}_${base62(BigInt(`0x${Buffer.from(entropy).toString('hex')}`), secretLength)}`;
  return body + checksum(body);
}

/** What a key says of itself, or null when it is not one of ours or was mistyped. */
export function parseApiKey(key: string): { readonly type: KeyType; readonly mode: EnvironmentMode } | null {
  const match = pattern.exec(key);
  if (match === null || checksum(key.slice(0, -checksumLength)) !== match[3]) {
    return null;
  }
  return { type: match[1] === 'sk' ? 'secret' : 'publishable', mode: match[2] === 'live' ? 'live' : 'test' };
}

/** sha256 in hexadecimal: all that is ever stored of a key. Enough for 256 random bits, and cheap on every request. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** `sk_live_…a1b2`: what a person recognises a key by. */
export function hintOfApiKey(key: string): string {
  return `${key.slice(0, 8)}…${key.slice(-4)}`;
}

function checksum(text: string): string {
  return base62(BigInt(crc32(text)), checksumLength);
}

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) {
    text = digits.charAt(Number(rest % 62n)) + text;
  }
  return text.padStart(length, '0');
}
