import type { VersionComparison } from '../evaluation/ruleset.ts';

type Parts = readonly [major: number, minor: number, patch: number];

interface WrittenVersion {
  readonly parts: Parts;
  /** How many of the three were written. */
  readonly written: number;
  readonly pre: readonly (string | number)[];
}

/**
 * `^1.2 <1.9` as comparisons of which all must hold. A version with parts left out stands for all that begin so, as in
 * npm: `=2` is any 2.x.y, `>2` begins at 3.0.0. Upper limits leave out the pre-releases of the limit itself, since
 * 2.0.0-beta is no `^1.2`.
 */
export function compileVersionRange(range: string): readonly VersionComparison[] {
  const comparators = range.matchAll(/(<=|>=|[<>=^~])?\s*v?(\d+(?:\.\d+){0,2})(?:-([\w.-]+))?(?:\+[\w.-]+)?/gu);
  return [...comparators].flatMap(([, op = '=', numbers = '', pre]) => compare(op, readVersion(numbers, pre)));
}

function readVersion(numbers: string, pre: string | undefined): WrittenVersion {
  const [major = 0, minor = 0, patch = 0] = numbers.split('.').map(Number);
  const written = numbers.split('.').length;
  // What has a pre-release is one version, however short it is written.
  return { parts: [major, minor, patch], written: pre === undefined ? written : 3, pre: identifiersOf(pre) };
}

function identifiersOf(pre: string | undefined): readonly (string | number)[] {
  return pre === undefined ? [] : pre.split('.').map((part) => (/^(?:0|[1-9]\d*)$/u.test(part) ? Number(part) : part));
}

function compare(op: string, version: WrittenVersion): readonly VersionComparison[] {
  const { parts, pre, written } = version;
  const next = following(parts, written - 1);
  switch (op) {
    case '^':
      return [from(version), below(following(parts, Math.min(firstThatCounts(parts), written - 1)))];
    case '~':
      return [from(version), below(following(parts, Math.min(1, written - 1)))];
    case '=':
      return written === 3 ? [{ op: '=', version: parts, pre }] : [from(version), below(next)];
    case '>':
      return [written === 3 ? { op: '>', version: parts, pre } : { op: '>=', version: next, pre: [] }];
    case '<=':
      return [written === 3 ? { op: '<=', version: parts, pre } : below(next)];
    case '<':
      return [written === 3 ? { op: '<', version: parts, pre } : below(parts)];
    default:
      return [from(version)];
  }
}

function from({ parts, pre }: WrittenVersion): VersionComparison {
  return { op: '>=', version: parts, pre };
}

/** Below it and all its pre-releases, of which `0` is the lowest. */
function below(version: Parts): VersionComparison {
  return { op: '<', version, pre: [0] };
}

/** The leftmost part that is not 0; a change of it may break what relies on it. */
function firstThatCounts(parts: Parts): number {
  const found = parts.findIndex((part) => part !== 0);
  return found === -1 ? 2 : found;
}

/** The first version whose part at `index` is greater. */
function following([major, minor, patch]: Parts, index: number): Parts {
  return index === 0 ? [major + 1, 0, 0] : index === 1 ? [major, minor + 1, 0] : [major, minor, patch + 1];
}
