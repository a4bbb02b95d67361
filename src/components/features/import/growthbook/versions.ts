import type { Json } from '../../../../engine/json.ts';
import { any, attribute, type Condition, isAbsent, not } from '../condition.ts';
import { Inexpressible } from '../inexpressible.ts';
import { isWholeVersion } from '../texts.ts';

const signs: ReadonlyMap<string, string> = new Map([
  ['veq', '='],
  ['vgt', '>'],
  ['vgte', '>='],
  ['vlt', '<'],
  ['vlte', '<='],
]);

/**
 * Versions are put in order there by their text, numbers filled up to five digits: what is absent is version 0, below
 * every whole one, and `2.0` lies below all versions that begin so. @throws Inexpressible
 */
export function versionCondition(path: string, operator: string, value: Json): Condition {
  const version = (typeof value === 'string' ? value : '').replace(/^v/u, '');
  if (isShort(version) && (operator === 'vgte' || operator === 'vlt')) {
    const first = `${version.split('.').concat('0', '0').slice(0, 3).join('.')}-0`;
    return inOrder(path, operator === 'vgte' ? '>=' : '<', first);
  }
  if (!isWholeVersion(version)) throw new Inexpressible(`\`${path}\` is compared with a version that is cut short`);
  if (/\d{6}|-.*-/u.test(version.replace(/\+.*$/u, '')))
    throw new Inexpressible(`\`${path}\` is compared with a version that is put in order otherwise there`);
  if (operator === 'vne') return not(attribute(path, { semver: `=${version}` }));
  const sign = signs.get(operator);
  if (sign === undefined) throw new Inexpressible(`\`$${operator}\` of \`${path}\` has no equal here`);
  return inOrder(path, sign, version);
}

function isShort(version: string): boolean {
  return /^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4}))?$/u.test(version) && version !== '0';
}

function inOrder(path: string, sign: string, version: string): Condition {
  const condition = attribute(path, { semver: `${sign}${version}` });
  return sign.startsWith('<') ? any([condition, isAbsent(path)]) : condition;
}
