import type { HashText } from '../proof/hash.ts';

const [comma, zero] = [0x2c, 0x30];
const sequenceAt = '{"sequence":'.length;
const hashLength = 'sha256:'.length + 64;
const hashAt = ',"hash":"'.length;
const previousHashAt = hashAt + hashLength + '","previousHash":"'.length;
const bytesAt = previousHashAt + hashLength + '","bytes":'.length;

export interface LineHead {
  readonly sequence: number;
  readonly hash: HashText;
}

/** What the line of an entry says of its place, read from where it stands: parsing a line costs more than writing it. */
export interface LinePlace extends LineHead {
  /** Where the body's closing brace would stand, had nothing been put behind it. */
  readonly bodyEnd: number;
}

/** @param from where a line begins that the database wrote as `linesOf` asks it to */
export function lineHead(lines: Buffer, from: number): LineHead {
  const end = lines.indexOf(comma, from + sequenceAt);
  const digits = end + hashAt + 'sha256:'.length;
  return {
    sequence: sequenceOf(lines, from),
    hash: `sha256:${lines.toString('latin1', digits, end + hashAt + hashLength)}`,
  };
}

/** The same of the sequence alone, for which no text is made: at millions of lines, memory would grow at it. */
export function sequenceOf(lines: Buffer, from: number): number {
  let sequence = 0;
  for (let at = from + sequenceAt; ; at += 1) {
    const digit = (lines[at] ?? comma) - zero;
    if (digit < 0) return sequence;
    sequence = sequence * 10 + digit;
  }
}

/** @param from where a whole line begins that the database wrote as `linesOf` asks it to */
export function linePlace(lines: Buffer, from: number): LinePlace {
  const end = lines.indexOf(comma, from + sequenceAt);
  const bytesEnd = lines.indexOf(comma, end + bytesAt);
  return {
    ...lineHead(lines, from),
    bodyEnd: bytesEnd + Number(lines.toString('latin1', end + bytesAt, bytesEnd)) - 1,
  };
}

export interface EntryPlace {
  readonly sequence: number;
  readonly hash: string;
  readonly previousHash: string;
  /** Where the comma stands in the place of the body's opening brace; -1: nowhere. */
  readonly bodyFrom: number;
}

/** Bytes within which a line says all that stands before its body. */
const wholeHeadLength = bytesAt + sequenceAt + 2 * String(Number.MAX_SAFE_INTEGER).length + ','.length;

/** The same of a line whose body is wanted. Its head is read at once: to ask for each text by itself takes longer. */
export function entryPlace(lines: Buffer, from: number, to: number): EntryPlace {
  const head = lines.toString('latin1', from, Math.min(to, from + wholeHeadLength));
  const end = head.indexOf(',', sequenceAt);
  const bodyFrom = head.indexOf(',', end + bytesAt);
  return {
    sequence: sequenceOf(lines, from),
    hash: head.slice(end + hashAt, end + hashAt + hashLength),
    previousHash: head.slice(end + previousHashAt, end + previousHashAt + hashLength),
    bodyFrom: bodyFrom === -1 ? -1 : from + bodyFrom,
  };
}
