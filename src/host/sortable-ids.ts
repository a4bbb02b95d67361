import type { Clock, Ids, Random } from './contract.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeCharacters = 10;
const randomCharacters = 16;

/**
 * Ids as `prefix_` + 26 characters of Crockford base32: 48 bits of milliseconds, then 80 random bits.
 * Ids of one instance sort in the order they were made, also within a millisecond and when the clock
 * steps back: the random part of the last id is then counted up by one.
 */
export function createSortableIds(clock: Clock, random: Random): Ids {
  let lastTime = -1;
  let digits: number[] = [];
  return {
    next(prefix) {
      const now = clock.now().getTime();
      if (now > lastTime) {
        lastTime = now;
        digits = Array.from(random.bytes(randomCharacters), (byte) => byte & 31);
        // Half the range stays free for counting up within the millisecond.
        digits[0] = (digits[0] ?? 0) & 15;
      } else {
        countUp(digits);
      }
      return `${prefix}_${encodeTime(lastTime)}${digits.map((digit) => alphabet.charAt(digit)).join('')}`;
    },
  };
}

function countUp(digits: number[]): void {
  for (let index = digits.length - 1; index >= 0; index--) {
    const digit = (digits[index] ?? 0) + 1;
    digits[index] = digit & 31;
    if (digit < 32) return;
  }
}

function encodeTime(milliseconds: number): string {
  let text = '';
  let rest = milliseconds;
  for (let index = 0; index < timeCharacters; index++) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
