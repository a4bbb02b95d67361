import { isText, listIn, own, refuse } from '../read.ts';
import type { Scalar } from '../ruleset.ts';
import { lowerCase } from './lower-case.ts';
import type { ValueCheck } from './value-check.ts';

/** Has one of the values; a text never equals a number. */
export function compileIn(source: object): ValueCheck {
  const values = valueSet(source);
  if (own(source, 'ignoreCase') === true) return (value) => values.has(lowered(value));
  if (values.size === 0 || values.size > 4) return (value) => values.has(value);
  // To compare with a few is quicker than to look them up.
  const [one, two = one, three = one, four = one] = values;
  return (value) => value === one || value === two || value === three || value === four;
}

/** Is present and has none of the values. */
export function compileNotIn(source: object): ValueCheck {
  const isIn = compileIn(source);
  return (value) => value !== undefined && value !== null && !isIn(value);
}

/** The field `values`. Texts of a test that ignores case are in lower case already. */
export function valueSet(source: object): ReadonlySet<unknown> {
  const values = listIn(source, 'values');
  if (!values.every(isScalar)) refuse('`values` holds no scalar');
  return new Set<unknown>(values);
}

export function lowered(value: unknown): unknown {
  return isText(value) ? lowerCase(value) : value;
}

function isScalar(value: unknown): value is Scalar {
  return isText(value) || typeof value === 'number' || typeof value === 'boolean';
}
