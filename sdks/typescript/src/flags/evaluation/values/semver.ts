import { choiceIn, isText, listIn, objectsIn, refuse } from '../read.ts';
import type { VersionComparison } from '../ruleset.ts';
import { never, type ValueCheck } from './value-check.ts';
import { comparePre, readVersion, versionParts } from './version.ts';

interface Comparison {
  readonly fits: (order: number) => boolean;
  readonly version: readonly number[];
  readonly pre: readonly (string | number)[];
}

const orders: Readonly<Record<VersionComparison['op'], (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** The text is a version and all comparisons hold. Reads it where it stands, without taking it apart. */
export function compileSemver(source: object): ValueCheck {
  const comparisons = objectsIn(source, 'comparisons').map(comparisonOf);
  if (comparisons.length === 0) return never;
  return (value) => {
    if (typeof value !== 'string' || !readVersion(value)) return false;
    for (const { fits, pre, version } of comparisons) if (!fits(compared(value, version, pre))) return false;
    return true;
  };
}

function comparisonOf(source: object): Comparison {
  const fits = choiceIn(source, 'op', orders);
  const version = listIn(source, 'version');
  const pre = listIn(source, 'pre');
  if (version.length !== 3 || !version.every((part) => typeof part === 'number')) refuse('no version');
  if (!pre.every((part) => isText(part) || typeof part === 'number')) refuse('no pre-release');
  return { fits, version, pre };
}

/** Below 0 when the version that was read comes before the other one, above 0 when after it. */
function compared(text: string, version: readonly number[], pre: readonly (string | number)[]): number {
  for (let part = 0; part < 3; part += 1) {
    const difference = (versionParts[part] ?? 0) - (version[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePre(text, pre);
}
