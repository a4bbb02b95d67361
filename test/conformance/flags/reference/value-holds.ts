import { isIPv4, isIPv6 } from 'node:net';
import type {
  Instruction,
  Program,
  ValueTest,
  VersionComparison,
} from '../../../../src/components/features/evaluation/ruleset.ts';

/*
 * What each test of a value means, written down as plainly as possible and without a line of the evaluator's: slow,
 * and there to be compared with.
 */

export function valueHolds(test: ValueTest, value: unknown): boolean {
  switch (test.is) {
    case 'in':
      return test.values.some((one) => one === folded(value, test.ignoreCase));
    case 'notIn':
      return isPresent(value) && !test.values.some((one) => one === folded(value, test.ignoreCase));
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return test.texts.some((text) => textHolds(test.is, folded(value, test.ignoreCase), text));
    case 'matches':
      return typeof value === 'string' && test.programs.some((program) => matches(program, value));
    case 'number':
      return (
        typeof value === 'number' &&
        (test.above === undefined || value > test.above) &&
        (test.from === undefined || value >= test.from) &&
        (test.below === undefined || value < test.below) &&
        (test.to === undefined || value <= test.to)
      );
    case 'modulo':
      return typeof value === 'number' && remainder(value, test.divisor) === test.remainder;
    case 'date':
      return within(momentOf(value), test);
    case 'semver':
      return test.comparisons.every((comparison) => versionHolds(comparison, value));
    case 'cidr':
      return addressesOf(value).some((address) =>
        test.networks.some(({ first, last }) => first.length === address.length && first <= address && address <= last),
      );
    case 'includes':
      return Array.isArray(value) && test.values.some((one) => hasMember(value, one, test.ignoreCase));
    case 'includesAll':
      return Array.isArray(value) && test.values.every((one) => hasMember(value, one, test.ignoreCase));
    case 'size':
      return Array.isArray(value) && test.tests.every((one) => valueHolds(one, value.length));
    case 'exists':
      return isPresent(value) === test.expected;
    case 'not':
      return !test.tests.every((one) => valueHolds(one, value));
  }
}

export function within(
  moment: number,
  { after, before }: { readonly after?: number; readonly before?: number },
): boolean {
  if (Number.isNaN(moment)) return false;
  return (after === undefined || moment >= after) && (before === undefined || moment < before);
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function folded(value: unknown, ignoreCase: boolean | undefined): unknown {
  return ignoreCase === true && typeof value === 'string' ? value.toLowerCase().split('ς').join('σ') : value;
}

function hasMember(list: readonly unknown[], wanted: unknown, ignoreCase: boolean | undefined): boolean {
  return list.some((member) => folded(member, ignoreCase) === wanted);
}

function textHolds(is: 'contains' | 'startsWith' | 'endsWith', value: unknown, text: string): boolean {
  if (typeof value !== 'string') return false;
  if (is === 'contains') return value.indexOf(text) !== -1;
  return is === 'startsWith' ? value.slice(0, text.length) === text : value.slice(value.length - text.length) === text;
}

function remainder(value: number, divisor: number): number {
  const left = value % divisor;
  return left < 0 ? left + divisor : left;
}

const instant = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):(\d\d)))?$/u;

function momentOf(value: unknown): number {
  if (typeof value === 'number') return value;
  const parts = typeof value === 'string' ? instant.exec(value) : null;
  if (parts === null) return Number.NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const [offsetHours, offsetMinutes] = [Number(parts[9] ?? 0), Number(parts[10] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59 || offsetHours > 23 || offsetMinutes > 59) return Number.NaN;
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return Number.NaN;
  const milliseconds = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
  const offset = (offsetHours * 60 + offsetMinutes) * (parts[8] === '-' ? -1 : 1);
  return midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds;
}

const version =
  /^[vV]?(0|[1-9]\d*)(?:\.(0|[1-9]\d*))?(?:\.(0|[1-9]\d*))?(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/u;

function versionHolds({ op, pre, version: other }: VersionComparison, value: unknown): boolean {
  const parts = typeof value === 'string' && value.length <= 256 ? version.exec(value) : null;
  if (parts === null) return false;
  const numbers = parts.slice(1, 4).map((part) => Number(part ?? 0));
  if (numbers.some((number) => number > Number.MAX_SAFE_INTEGER)) return false;
  const identifiers = parts[4] === undefined ? [] : parts[4].split('.');
  if (identifiers.some((one) => /^\d{16,}$/u.test(one))) return false;
  const order =
    numbers.map((number, index) => number - (other[index] ?? 0)).find((difference) => difference !== 0) ??
    preOrder(identifiers, pre);
  if (op === '=') return order === 0;
  if (op === '<') return order < 0;
  if (op === '<=') return order <= 0;
  return op === '>' ? order > 0 : order >= 0;
}

function preOrder(identifiers: readonly string[], others: readonly (string | number)[]): number {
  if (identifiers.length === 0 || others.length === 0)
    return (others.length === 0 ? 0 : 1) - (identifiers.length === 0 ? 0 : 1);
  for (let place = 0; ; place += 1) {
    const [one, other] = [identifiers[place], others[place]];
    if (one === undefined || other === undefined) return (one === undefined ? 0 : 1) - (other === undefined ? 0 : 1);
    const isNumber = /^\d+$/u.test(one);
    if (isNumber !== (typeof other === 'number')) return isNumber ? -1 : 1;
    if (typeof other === 'number') {
      if (Number(one) !== other) return Number(one) - other;
    } else if (one !== other) return one < other ? -1 : 1;
  }
}

/** In hexadecimal: 8 digits, 32 digits, or both for IPv4 that is written as IPv6. */
function addressesOf(value: unknown): readonly string[] {
  if (typeof value !== 'string' || value.includes('%')) return [];
  if (isIPv4(value))
    return [
      value
        .split('.')
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join(''),
    ];
  if (!isIPv6(value)) return [];
  const [before = '', after] = new URL(`http://[${value}]/`).hostname.slice(1, -1).split('::');
  const left = before.split(':').filter(Boolean);
  const right = (after ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  const long = [...left, ...zeros, ...right].map((group) => group.padStart(4, '0')).join('');
  return long.startsWith('00000000000000000000ffff') ? [long, long.slice(24)] : [long];
}

/** Tries every way through the program from every place in the text, each pair of both once. */
function matches({ code, start }: Program, text: string): boolean {
  const characters = Array.from(text, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
  });
  if (characters.length > 8192) return false;
  const tried = new Set<string>();
  const waiting: (readonly [number, number])[] = characters.map((_, at) => [start, at] as const);
  waiting.push([start, characters.length]);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [index, at] = next;
    if (tried.has(`${index} ${at}`)) continue;
    tried.add(`${index} ${at}`);
    const instruction = code[index];
    if (instruction === undefined) continue;
    if (instruction.op === 'match') return true;
    if (instruction.op === 'split') waiting.push([instruction.to, at], [instruction.or, at]);
    else if (instruction.op === 'at') {
      if (isPlace(instruction.place, characters, at)) waiting.push([instruction.to, at]);
    } else if (isInRanges(instruction.ranges, characters[at])) waiting.push([instruction.to, at + 1]);
  }
  return false;
}

function isInRanges(ranges: readonly number[], character: number | undefined): boolean {
  if (character === undefined) return false;
  return ranges.some((from, index) => index % 2 === 0 && from <= character && character <= (ranges[index + 1] ?? -1));
}

function isPlace(
  place: Extract<Instruction, { readonly op: 'at' }>['place'],
  characters: readonly number[],
  at: number,
): boolean {
  const [before, after] = [characters[at - 1], characters[at]];
  const isWord = (one: number | undefined): boolean => one !== undefined && /^\w$/u.test(String.fromCodePoint(one));
  switch (place) {
    case 'text-begin':
      return at === 0;
    case 'text-end':
      return at === characters.length;
    case 'line-begin':
      return at === 0 || before === 10;
    case 'line-end':
      return at === characters.length || after === 10;
    case 'boundary':
      return isWord(before) !== isWord(after);
    case 'no-boundary':
      return isWord(before) === isWord(after);
  }
}
