import { isDigit, isLetter } from '../values/version.ts';
import { type Instructions, isWithin, op } from './instructions.ts';

/** Longer texts do not match: even the worst pattern then takes a bounded time. In characters (code points). */
const longestText = 8192;

const before = -1;
const after = -1;

/**
 * Runs a program over a text by following all ways at once, so that the time is at most the length of the text times that of
 * the program, whatever either says. What it needs to remember is made once; running allocates nothing.
 */
export class Machine {
  readonly #code: Instructions;
  readonly #isAnchored: boolean;
  /** Instructions that wait for the next character. */
  readonly #waiting: Int32Array;
  #waitingCount = 0;
  /** Where those that have read it go on. */
  readonly #going: Int32Array;
  readonly #stack: Int32Array;
  /** By instruction: the step at which it was last met, so that none is followed twice in one step. */
  readonly #metAt: Float64Array;
  #step = 0;

  constructor(code: Instructions) {
    this.#code = code;
    this.#isAnchored = code.ops[code.start] === op.at && code.or[code.start] === 0;
    this.#waiting = new Int32Array(code.count);
    this.#going = new Int32Array(code.count);
    this.#stack = new Int32Array(code.count * 2 + 1);
    this.#metAt = new Float64Array(code.count);
  }

  /** Whether the text matches anywhere. */
  matches(text: string): boolean {
    if (isTooLong(text)) return false;
    const { length } = text;
    let goingCount = 0;
    let previous = before;
    for (let at = 0; ; ) {
      const width = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      const next = at < length ? characterAt(text, at) : after;
      this.#step += 1;
      this.#waitingCount = 0;
      for (let index = 0; index < goingCount; index += 1) {
        if (this.#follow(this.#going[index] ?? 0, previous, next)) return true;
      }
      if (at === 0 || !this.#isAnchored) {
        if (this.#follow(this.#code.start, previous, next)) return true;
      } else if (this.#waitingCount === 0) return false;
      if (next === after) return false;
      goingCount = this.#read(next);
      previous = next;
      at += width;
    }
  }

  /** Follows an instruction up to those that wait for a character; true when it reaches the match. */
  #follow(from: number, previous: number, next: number): boolean {
    const { ops, to, or } = this.#code;
    let height = 0;
    this.#stack[height++] = from;
    while (height > 0) {
      const at = this.#stack[--height] ?? 0;
      if (this.#metAt[at] === this.#step) continue;
      this.#metAt[at] = this.#step;
      const kind = ops[at];
      if (kind === op.match) return true;
      if (kind === op.char) this.#waiting[this.#waitingCount++] = at;
      else if (kind === op.split) {
        if (this.#metAt[or[at] ?? 0] !== this.#step) this.#stack[height++] = or[at] ?? 0;
        this.#stack[height++] = to[at] ?? 0;
      } else if (isPlace(or[at] ?? 0, previous, next)) this.#stack[height++] = to[at] ?? 0;
    }
    return false;
  }

  /** Lets those that wait read a character; how many go on. */
  #read(character: number): number {
    const { to, ranges, ascii } = this.#code;
    let count = 0;
    for (let index = 0; index < this.#waitingCount; index += 1) {
      const at = this.#waiting[index] ?? 0;
      const isRead =
        character < 128
          ? (((ascii[at * 4 + (character >> 5)] ?? 0) >>> (character & 31)) & 1) === 1
          : isWithin(ranges[at] ?? noRanges, character);
      if (isRead) this.#going[count++] = to[at] ?? 0;
    }
    return count;
  }
}

const noRanges = new Int32Array(0);

function isTooLong(text: string): boolean {
  if (text.length <= longestText) return false;
  if (text.length > longestText * 2) return true;
  let characters = 0;
  for (let at = 0; at < text.length; at += 1) {
    if ((text.codePointAt(at) ?? 0) > 0xffff) at += 1;
    characters += 1;
  }
  return characters > longestText;
}

/** Half of a pair alone is no character; it reads as U+FFFD, as everywhere where texts become bytes. */
function characterAt(text: string, at: number): number {
  const character = text.codePointAt(at) ?? 0;
  return character >= 0xd800 && character <= 0xdfff ? 0xfffd : character;
}

function isPlace(place: number, previous: number, next: number): boolean {
  switch (place) {
    case 0:
      return previous === before;
    case 1:
      return next === after;
    case 2:
      return previous === before || previous === 10;
    case 3:
      return next === after || next === 10;
    default:
      return (isWord(previous) !== isWord(next)) === (place === 4);
  }
}

/** Of ASCII, as RE2 has it. */
function isWord(character: number): boolean {
  return isDigit(character) || isLetter(character) || character === 95;
}
