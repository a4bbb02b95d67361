import { createHash } from 'node:crypto';
import type { Deal, Rollout } from '../../../../src/components/features/evaluation/ruleset.ts';

/* How units are dealt, in the words of each product's own code, in numbers of any size. */

type Parts = Rollout['parts'];

/** What is dealt of a value; `undefined` where it cannot be. */
export function unitOf({ hash }: Deal, value: unknown): string | undefined {
  const isText = typeof value === 'string';
  const isNumber = typeof value === 'number' && Number.isFinite(value);
  if (hash === 'launchdarkly') return isText || Number.isInteger(value) ? String(value) : undefined;
  if (!isText && !isNumber && typeof value !== 'boolean') return undefined;
  if (hash === 'murmur3') return String(value);
  if (hash === 'unleash' || hash === 'flagd') return value === '' ? undefined : String(value);
  return value === '' || value === 0 || value === false ? undefined : String(value);
}

/** Which part a unit is dealt. */
export function partOf(deal: Deal, unit: string, parts: Parts): number {
  switch (deal.hash) {
    case 'launchdarkly': {
      const bucket = launchDarkly(deal, unit);
      return lastUnless(partUnder(launchDarklySums(parts), bucket), parts);
    }
    case 'growthbook':
    case 'growthbook-v2': {
      const share = growthBook(deal, unit);
      const ranges = growthBookEnds(parts);
      return lastUnless(partUnder(ranges, share), parts);
    }
    case 'murmur3':
    case 'unleash':
    case 'flagd': {
      const bucket = bucketOf(deal, unit);
      return parts.findIndex(({ upTo }) => bucket < upTo);
    }
  }
}

/** The part of LaunchDarkly's position 0, which units have there that cannot be dealt. */
export function firstPart(parts: Parts): number {
  return lastUnless(partUnder(launchDarklySums(parts), 0), parts);
}

export function isBelow(deal: Deal, unit: string, upTo: number): boolean {
  if (deal.hash === 'launchdarkly') return launchDarkly(deal, unit) < upTo / 100_000;
  if (deal.hash === 'growthbook' || deal.hash === 'growthbook-v2') return growthBook(deal, unit) < upTo / 100_000;
  return bucketOf(deal, unit) < upTo;
}

function lastUnless(part: number, parts: Parts): number {
  return part === -1 ? parts.length - 1 : part;
}

function partUnder(ends: readonly number[], share: number): number {
  return ends.findIndex((end) => share < end);
}

function bucketOf({ buckets, hash, salt, seed }: Deal, unit: string): number {
  if (hash === 'unleash') {
    const dealt = murmur3(`${salt}:${unit}`, seed ?? 0);
    const count = buckets ?? ((seed ?? 0) === 0 ? 100 : 1000);
    return Math.round(((dealt % count) * 100_000) / count);
  }
  if (hash === 'flagd') return hundredThousandth(seed === undefined ? murmur3(salt + unit, 0) : murmur3(unit, seed));
  return hundredThousandth(seed === undefined ? murmur3(`${salt}.${unit}`, 0) : murmur3(unit, seed));
}

function hundredThousandth(hash: number): number {
  return Number((BigInt(hash) * 100_000n) >> 32n);
}

function launchDarkly({ salt, seed }: Deal, unit: string): number {
  const text = `${seed === undefined || seed === 0 ? salt : seed}.${unit}`;
  const digits = createHash('sha1').update(new TextEncoder().encode(text)).digest('hex').slice(0, 15);
  return Number(BigInt(`0x${digits}`)) / Number(BigInt('0xfffffffffffffff'));
}

function launchDarklySums(parts: Parts): readonly number[] {
  const sums: number[] = [];
  let sum = 0;
  parts.forEach(({ upTo }, index) => {
    sum += (upTo - (parts[index - 1]?.upTo ?? 0)) / 100_000;
    sums.push(sum);
  });
  return sums;
}

function growthBook({ hash, salt }: Deal, unit: string): number {
  if (hash === 'growthbook') return (fnv1a(unit + salt) % 1000) / 1000;
  return (fnv1a(String(fnv1a(salt + unit))) % 10_000) / 10_000;
}

/** Of each part the end, as GrowthBook makes it of weights and coverage. */
function growthBookEnds(parts: Parts): readonly number[] {
  const ends: number[] = [];
  let sum = 0;
  let begin = 0;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const gap = parts[index + 1];
    if (part === undefined) continue;
    if (part.variation !== null && gap?.variation === null && gap.upTo !== part.upTo) {
      const weight = (gap.upTo - begin) / 100_000;
      ends.push(sum + ((part.upTo - begin) / (gap.upTo - begin)) * weight, sum + weight);
      sum += weight;
      begin = gap.upTo;
      index += 1;
    } else {
      sum += (part.upTo - begin) / 100_000;
      ends.push(sum);
      begin = part.upTo;
    }
  }
  return ends;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5n;
  for (let at = 0; at < text.length; at += 1) {
    hash = ((hash ^ BigInt(text.charCodeAt(at))) * 0x01000193n) & 0xffffffffn;
  }
  return Number(hash);
}

/** Written from the description, over the bytes, in the numbers of the description. */
function murmur3(text: string, seed: number): number {
  const bytes = new TextEncoder().encode(text);
  const mask = 0xffffffffn;
  const turned = (word: bigint, bits: bigint): bigint => ((word << bits) | (word >> (32n - bits))) & mask;
  const scrambled = (word: bigint): bigint => (turned((word * 0xcc9e2d51n) & mask, 15n) * 0x1b873593n) & mask;
  const word = (from: number, to: number): bigint =>
    Array.from(bytes.slice(from, to), BigInt).reduce((sum, byte, place) => sum + (byte << BigInt(8 * place)), 0n);
  const whole = bytes.length - (bytes.length % 4);
  let hash = BigInt(seed);
  for (let at = 0; at < whole; at += 4) {
    hash = (turned(hash ^ scrambled(word(at, at + 4)), 13n) * 5n + 0xe6546b64n) & mask;
  }
  hash ^= scrambled(word(whole, bytes.length));
  hash ^= BigInt(bytes.length);
  hash = ((hash ^ (hash >> 16n)) * 0x85ebca6bn) & mask;
  hash = ((hash ^ (hash >> 13n)) * 0xc2b2ae35n) & mask;
  return Number(hash ^ (hash >> 16n));
}
