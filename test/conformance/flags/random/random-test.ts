import type {
  AttributePath,
  Deal,
  HashAlgorithm,
  Scalar,
  Test,
  ValueTest,
  VersionComparison,
} from '../../../../src/components/features/evaluation/ruleset.ts';
import { compileExpression } from '../../../../src/engine/condition/compile-expression.ts';
import { type Attribute, attributes } from './attributes.ts';
import type { Random } from './random.ts';

export const algorithms: readonly [HashAlgorithm, ...HashAlgorithm[]] = [
  'murmur3',
  'launchdarkly',
  'unleash',
  'growthbook',
  'growthbook-v2',
  'flagd',
];

const patterns: readonly [string, ...string[]] = [
  '^a',
  '@acme\\.com$',
  '(?i)acme',
  '^[a-z]+@',
  'z.ë',
  '\\bmail\\b',
  '^$',
  '(a|b)+o?b',
  '\\p{Han}',
  '(?m)^u.+n$',
  'x{2,3}|ü',
];

/** A condition over some attribute, a segment, a share, the time, or several of them. */
export function randomTest(random: Random, segments: readonly string[], depth = 0): Test {
  const kind = random.below(100);
  if (kind < 68 || depth > 2) {
    const attribute = random.pick(attributes);
    const { path, kind: of } = attribute;
    return {
      op: 'attribute',
      of: { kind: of, path },
      tests: random.list(1, 2, () => randomValueTest(random, attribute)),
    };
  }
  if (kind < 82) {
    const of = random.list(1, 4, () => randomTest(random, segments, depth + 1));
    return { op: random.pick(['all', 'any']), of };
  }
  if (kind < 87) return { op: 'not', of: randomTest(random, segments, depth + 1) };
  if (kind < 93 && segments.length > 0)
    return { op: 'segment', keys: random.list(1, 2, () => random.pick(segments) ?? '') };
  if (kind < 96) return { op: 'now', ...bounds(random, 1_790_000_000_000, 1_800_000_000_000) };
  return { op: 'share', by: unitPath(random), deal: randomDeal(random), upTo: random.below(11) * 10_000 };
}

export function randomDeal(
  random: Random,
  hash: HashAlgorithm = random.percent(40) ? 'murmur3' : random.pick(algorithms),
): Deal {
  const salt = random.pick(['f', 'checkout', 'größe', 'a.b', '']);
  return {
    hash,
    salt,
    ...(random.percent(20) ? { seed: random.pick([0, 1, 61, 86028157, 4294967295]) } : {}),
    ...(hash === 'unleash' && random.percent(40) ? { buckets: random.pick([7, 100, 1000]) } : {}),
  };
}

export function unitPath(random: Random): AttributePath {
  return random.pick([
    { kind: 'user', path: ['key'] },
    { kind: 'user', path: ['key'] },
    { kind: 'tenant', path: ['key'] },
    { kind: 'device', path: ['key'] },
    { kind: 'user', path: ['age'] },
    { kind: 'user', path: ['address', 'city'] },
    { kind: 'user', path: ['claims', 'https://acme.com/team = "a"'] },
  ]);
}

function randomValueTest(random: Random, attribute: Attribute, depth = 0): ValueTest {
  if (random.percent(6)) return { is: 'exists', expected: random.percent(50) };
  if (random.percent(6) && depth < 2) {
    return { is: 'not', tests: random.list(1, 2, () => randomValueTest(random, attribute, depth + 1)) };
  }
  if (random.percent(14)) return { is: random.pick(['in', 'notIn']), values: scalars(random, attribute) };
  switch (random.percent(4) ? random.pick(attributes).type : attribute.type) {
    case 'text':
      return textTest(random, attribute);
    case 'truth':
      return { is: 'in', values: [random.percent(50)] };
    case 'number':
      return numberTest(random);
    case 'date':
      return { is: 'date', ...bounds(random, 1_769_817_600_000, 1_769_850_000_000) };
    case 'version':
      return { is: 'semver', comparisons: random.list(1, 2, () => comparison(random)) };
    case 'address':
      return { is: 'cidr', networks: random.list(1, 2, () => random.pick(networks)) };
    case 'list':
      return listTest(random);
  }
}

function textTest(random: Random, { values }: Attribute): ValueTest {
  const own = values.filter((value) => typeof value === 'string');
  const text = (): string => random.pick(own) ?? '';
  const ignoreCase = random.percent(30);
  const folded = (one: string): string => (ignoreCase ? one.toLowerCase() : one);
  const mode = ignoreCase ? ({ ignoreCase: true } as const) : {};
  if (random.percent(20)) {
    const programs = random.list(1, 2, () => {
      const pattern = random.pick(patterns);
      const { program } = compileExpression(pattern, { ignoreCase: false });
      if (program === undefined) throw new Error(`no program for ${pattern}`);
      return { pattern, ...program };
    });
    return { is: 'matches', programs };
  }
  if (random.percent(30))
    return { is: random.pick(['in', 'notIn']), values: random.list(1, 3, () => folded(text())), ...mode };
  const is = random.pick(['contains', 'startsWith', 'endsWith'] as const);
  const cut = (one: string): string => folded(is === 'endsWith' ? one.slice(-4) : one.slice(0, 1 + random.below(4)));
  return { is, texts: random.list(1, 2, () => cut(text())), ...mode };
}

function numberTest(random: Random): ValueTest {
  if (random.percent(25)) {
    const divisor = random.pick([2, 3, 5]);
    return { is: 'modulo', divisor, remainder: random.below(divisor) };
  }
  const bound = (): number => random.pick([-3, 0, 5, 10, 17, 18, 18.5, 65, 100, 200]);
  return {
    is: 'number',
    ...(random.percent(40) ? { from: bound() } : random.percent(40) ? { above: bound() } : {}),
    ...(random.percent(40) ? { to: bound() } : random.percent(40) ? { below: bound() } : {}),
  };
}

function listTest(random: Random): ValueTest {
  if (random.percent(25)) return { is: 'size', tests: [{ is: 'number', from: random.below(4) }] };
  const ignoreCase = random.percent(30);
  const values = random.list(1, 3, () =>
    random.pick<Scalar>(['beta', 'early', 'pen', 3, true, ...(ignoreCase ? [] : ['Pen', 'Beta'])]),
  );
  return { is: random.pick(['includes', 'includesAll']), values, ...(ignoreCase ? { ignoreCase: true } : {}) };
}

function scalars(random: Random, { values }: Attribute): readonly Scalar[] {
  return random.list(1, 3, () => {
    const value = random.pick(values);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : 'ada';
  });
}

function bounds(random: Random, low: number, high: number): { after?: number; before?: number } {
  if (random.percent(20)) return { after: low, before: high };
  return random.percent(50) ? { after: random.percent(50) ? low : high } : { before: random.percent(50) ? low : high };
}

function comparison(random: Random): VersionComparison {
  return {
    op: random.pick(['=', '<', '<=', '>', '>=']),
    version: random.pick([
      [1, 2, 3],
      [2, 0, 0],
      [2, 4, 0],
      [3, 0, 0],
    ]),
    pre: random.percent(70) ? [] : random.pick([['beta', 2], ['beta'], ['rc', 1], [0]]),
  };
}

const networks: readonly [{ first: string; last: string }, ...{ first: string; last: string }[]] = [
  { first: '0a000000', last: '0affffff' },
  { first: 'c0a80100', last: 'c0a801ff' },
  { first: '0a010203', last: '0a010203' },
  { first: '20010db8000000000000000000000000', last: '20010db8ffffffffffffffffffffffff' },
  { first: '00000000000000000000ffff00000000', last: '00000000000000000000ffffffffffff' },
];
