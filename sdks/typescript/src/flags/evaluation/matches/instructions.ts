import { choiceIn, listIn, objectsIn, refuse, textIn, wholeIn } from '../read.ts';

/** The instructions of a program as columns, the way the machine reads them. */
export interface Instructions {
  readonly count: number;
  readonly start: number;
  readonly ops: Uint8Array;
  readonly to: Int32Array;
  /** The other way of a split; the place that is asked for. */
  readonly or: Int32Array;
  /** By instruction that reads a character: its ranges, and a bit for each character of ASCII. */
  readonly ranges: readonly Int32Array[];
  readonly ascii: Int32Array;
}

export const op = { split: 0, char: 1, at: 2, match: 3 } as const;

const places = {
  'text-begin': 0,
  'text-end': 1,
  'line-begin': 2,
  'line-end': 3,
  boundary: 4,
  'no-boundary': 5,
} as const;

/** Beyond this a program is a mistake or an attack: a text of 8,192 characters would meet 80 million instructions. */
const longestProgram = 10_000;

const noRanges = new Int32Array(0);

export function readInstructions(program: object): Instructions {
  const code = objectsIn(program, 'code');
  const count = code.length;
  if (count === 0 || count > longestProgram) refuse('no pattern, or too long a one');
  const ops = new Uint8Array(count);
  const to = new Int32Array(count);
  const or = new Int32Array(count);
  const ranges: Int32Array[] = [];
  const ascii = new Int32Array(count * 4);
  code.forEach((instruction, index) => {
    ranges.push(noRanges);
    const name = textIn(instruction, 'op');
    if (name === 'match') {
      ops[index] = op.match;
      return;
    }
    to[index] = targetIn(instruction, 'to', count);
    if (name === 'split') {
      ops[index] = op.split;
      or[index] = targetIn(instruction, 'or', count);
    } else if (name === 'at') {
      ops[index] = op.at;
      or[index] = choiceIn(instruction, 'place', places);
    } else if (name === 'char') {
      ops[index] = op.char;
      const own = rangesIn(instruction);
      ranges[index] = own;
      for (let character = 0; character < 128; character += 1) {
        const word = index * 4 + (character >> 5);
        if (isWithin(own, character)) ascii[word] = (ascii[word] ?? 0) | (1 << (character & 31));
      }
    } else refuse(`there is no instruction \`${name}\``);
  });
  return { count, start: targetIn(program, 'start', count), ops, to, or, ranges, ascii };
}

/** Whether a character lies in one of the ranges. */
export function isWithin(ranges: Int32Array, character: number): boolean {
  for (let index = 0; index < ranges.length; index += 2) {
    if (character >= (ranges[index] ?? 0) && character <= (ranges[index + 1] ?? -1)) return true;
  }
  return false;
}

function targetIn(holder: object, name: string, count: number): number {
  return wholeIn(holder, name, 0, count - 1);
}

function rangesIn(instruction: object): Int32Array {
  const ranges = listIn(instruction, 'ranges');
  const isGood = ranges.length % 2 === 0 && ranges.every((bound) => Number.isInteger(bound));
  if (!isGood) refuse('`ranges` are no pairs');
  return Int32Array.from(ranges, Number);
}
