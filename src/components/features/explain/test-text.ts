import type { Scalar, Test, ValueTest } from '../evaluation/ruleset.ts';

/** A moment as people write it: `2027-01-31` where it is the first of its day. */
export function momentText(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.replace('.000Z', 'Z');
}

/** What the value must be, for `user.email` to stand before it: `ends with "@acme.com"`. */
export function valueTestText(test: ValueTest): string {
  const anyCase = 'ignoreCase' in test ? ', ignoring capitals' : '';
  switch (test.is) {
    case 'in':
      return `${alternatives('is', 'is one of', test.values)}${anyCase}`;
    case 'notIn':
      return `${alternatives('is present and not', 'is present and none of', test.values)}${anyCase}`;
    case 'contains':
      return `${alternatives('contains', 'contains one of', test.texts)}${anyCase}`;
    case 'startsWith':
      return `${alternatives('starts with', 'starts with one of', test.texts)}${anyCase}`;
    case 'endsWith':
      return `${alternatives('ends with', 'ends with one of', test.texts)}${anyCase}`;
    case 'matches':
      return `matches ${test.programs.map(({ pattern }) => `/${pattern}/`).join(' or ')}`;
    case 'number':
      return numberText(test);
    case 'modulo':
      return `leaves ${test.remainder} when divided by ${test.divisor}`;
    case 'date':
      return `is ${rangeText(test)}`;
    case 'semver':
      return `is a version ${test.comparisons.map(comparisonText).join(' ')}`;
    case 'cidr':
      return `lies in ${test.networks.map(networkText).join(' or ')}`;
    case 'includes':
      return `${alternatives('has the member', 'has one of the members', test.values)}${anyCase}`;
    case 'includesAll':
      return `${alternatives('has the member', 'has all of the members', test.values)}${anyCase}`;
    case 'size':
      return `has a size that ${test.tests.map(valueTestText).join(' and ')}`;
    case 'exists':
      return test.expected ? 'is present' : 'is absent';
    case 'not':
      return `not: ${test.tests.map(valueTestText).join(' and ')}`;
  }
}

const mostNamed = 5;

function alternatives(one: string, several: string, values: readonly Scalar[]): string {
  const [only] = values;
  if (only === undefined) return `${several} nothing`;
  if (values.length === 1) return `${one} ${JSON.stringify(only)}`;
  const named = values.slice(0, mostNamed).map((value) => JSON.stringify(value));
  const rest = values.length - named.length;
  return `${several} ${named.join(', ')}${rest === 0 ? '' : ` and ${rest} more`}`;
}

function numberText({ above, below, from, to }: Extract<ValueTest, { is: 'number' }>): string {
  if (from !== undefined && from === to && above === undefined && below === undefined) return `is ${from}`;
  const limits = [
    ...(above === undefined ? [] : [`greater than ${above}`]),
    ...(from === undefined ? [] : [`at least ${from}`]),
    ...(below === undefined ? [] : [`less than ${below}`]),
    ...(to === undefined ? [] : [`at most ${to}`]),
  ];
  return `is ${limits.join(' and ')}`;
}

/** `on or after 2027-01-01 and before 2028-01-01` */
export function rangeText({ after, before }: { readonly after?: number; readonly before?: number }): string {
  return [
    ...(after === undefined ? [] : [`on or after ${momentText(after)}`]),
    ...(before === undefined ? [] : [`before ${momentText(before)}`]),
  ].join(' and ');
}

function comparisonText({ op, pre, version }: Extract<ValueTest, { is: 'semver' }>['comparisons'][number]): string {
  // The lowest pre-release there is only says that those of the limit are below it too.
  const isLowest = op === '<' && pre.length === 1 && pre[0] === 0;
  return `${op}${version.join('.')}${pre.length === 0 || isLowest ? '' : `-${pre.join('.')}`}`;
}

function networkText({ first, last }: { readonly first: string; readonly last: string }): string {
  const whole = BigInt(`0x${first}`) ^ BigInt(`0x${last}`);
  const prefix = first.length * 4 - (whole === 0n ? 0 : whole.toString(2).length);
  return `${addressText(first)}/${prefix}`;
}

function addressText(digits: string): string {
  if (digits.length === 8) return (digits.match(/../gu) ?? []).map((byte) => Number.parseInt(byte, 16)).join('.');
  const groups = (digits.match(/..../gu) ?? []).join(':');
  return new URL(`http://[${groups}]/`).hostname.slice(1, -1);
}

/** What joins the tests below it. */
export function groupText(op: Extract<Test, { op: 'all' | 'any' | 'not' }>['op']): string {
  return { all: 'all of these', any: 'any of these', not: 'not' }[op];
}
