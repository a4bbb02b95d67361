import { numberOf, textsOf } from '../../engine/json-fields.ts';
import type { JsonObject } from '../../engine/json.ts';
import { changed } from './changed.ts';
import type { Finding, Place } from './difference.ts';

/** What bounds on the same side; `open`: what holds where nothing is said. */
interface Side {
  readonly keywords: readonly string[];
  readonly isUpper: boolean;
  readonly open: number;
}

const upper = (...keywords: readonly string[]): Side => ({ keywords, isUpper: true, open: Number.POSITIVE_INFINITY });
const lower = (open: number, ...keywords: readonly string[]): Side => ({ keywords, isUpper: false, open });

const sides: readonly Side[] = [
  upper('maximum', 'exclusiveMaximum'),
  upper('maxLength'),
  upper('maxItems'),
  upper('maxProperties'),
  upper('maxContains'),
  lower(Number.NEGATIVE_INFINITY, 'minimum', 'exclusiveMinimum'),
  lower(0, 'minLength'),
  lower(0, 'minItems'),
  lower(0, 'minProperties'),
  lower(1, 'minContains'),
];

/** Where the values end: two ways to say the same end are no difference. */
export function compareBounds(before: JsonObject, after: JsonObject, at: Place): readonly Finding[] {
  return sides.flatMap((side): readonly Finding[] => {
    const [from, to] = [boundOf(before, side), boundOf(after, side)];
    if (from.value === to.value && from.excludes === to.excludes) return [];
    return [changed(from.words, to.words, isWithin(to, from, side), at)];
  });
}

interface Bound {
  readonly value: number;
  /** The value itself is out already. */
  readonly excludes: boolean;
  readonly words: string | null;
}

/** The narrowest that the schema says. */
function boundOf(schema: JsonObject, side: Side): Bound {
  const isWhole = schema['type'] !== undefined && textsOf(schema['type']).every((one) => one !== 'number');
  const [first, ...others] = side.keywords.flatMap((keyword): readonly Bound[] => {
    const said = numberOf(schema[keyword]);
    if (said === undefined) return [];
    const excludes = keyword.startsWith('exclusive');
    const words = `${keyword} ${said}`;
    return [isWhole ? { ...wholeBound(said, excludes, side), words } : { value: said, excludes, words }];
  });
  // What is said may be wider than what counts where nothing is.
  if (first === undefined) return { value: side.open, excludes: false, words: null };
  return others.reduce((one, other) => (isWithin(other, one, side) ? other : one), first);
}

/** Of whole numbers the last one that fits: below 5 is at most 4. */
function wholeBound(said: number, excludes: boolean, { isUpper }: Side): Omit<Bound, 'words'> {
  const last = isUpper ? Math.floor(said) : Math.ceil(said);
  const step = isUpper ? -1 : 1;
  return { value: excludes && last === said ? last + step : last, excludes: false };
}

function isWithin(one: Omit<Bound, 'words'>, other: Omit<Bound, 'words'>, { isUpper }: Side): boolean {
  if (one.value === other.value) return one.excludes && !other.excludes;
  return isUpper ? one.value < other.value : one.value > other.value;
}
