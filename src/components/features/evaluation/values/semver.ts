import { listIn, objectsIn, refuse, textIn } from '../read.ts';
import { never, type ValueCheck } from './value-check.ts';
import { comparePre, readVersion, versionParts } from './version.ts';

interface Comparison {
  readonly op: '=' | '<' | '<=' | '>' | '>=';
  readonly version: readonly number[];
  readonly pre: readonly (string | number)[];
}

/** The text is a version and all comparisons hold. Reads it where it stands, without taking it apart. */
export function compileSemver(source: object): ValueCheck {
  const comparisons = objectsIn(source, 'comparisons').map(comparisonOf);
  if (comparisons.length === 0) return never;
  return (value) => {
    if (typeof value !== 'string' || !readVersion(value)) return false;
    for (const comparison of comparisons) if (!holds(value, comparison)) return false;
    return true;
  };
}

function comparisonOf(source: object): Comparison {
  const op = textIn(source, 'op');
  const version = listIn(source, 'version');
  const pre = listIn(source, 'pre');
  if (op !== '=' && op !== '<' && op !== '<=' && op !== '>' && op !== '>=') refuse(`no comparison: ${op}`);
  if (version.length !== 3 || !version.every((part) => typeof part === 'number')) refuse('no version');
  if (!pre.every((part) => typeof part === 'string' || typeof part === 'number')) refuse('no pre-release');
  return { op, version, pre };
}

function holds(text: string, { op, version, pre }: Comparison): boolean {
  const order = compared(text, version, pre);
  switch (op) {
    case '=':
      return order === 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Below 0 when the version that was read comes before the other one, above 0 when after it. */
function compared(text: string, version: readonly number[], pre: readonly (string | number)[]): number {
  for (let part = 0; part < 3; part += 1) {
    const difference = (versionParts[part] ?? 0) - (version[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePre(text, pre);
}
