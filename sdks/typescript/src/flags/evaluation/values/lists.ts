import { own } from '../read.ts';
import { lowered, valueSet } from './equality.ts';
import type { ValueCheck } from './value-check.ts';

/** What is longer is no list anybody meant, and would make the next caller wait. */
const longestList = 100_000;

/** The list has any of the values. */
export function compileIncludes(source: object): ValueCheck {
  const values = valueSet(source);
  const ignoresCase = own(source, 'ignoreCase') === true;
  return (value) => {
    if (!isList(value)) return false;
    for (let index = 0; index < value.length; index += 1) {
      const member: unknown = value[index];
      if (values.has(ignoresCase ? lowered(member) : member)) return true;
    }
    return false;
  };
}

/** The list has every one of the values. */
export function compileIncludesAll(source: object): ValueCheck {
  const values = [...valueSet(source)];
  const places = new Map(values.map((value, place) => [value, place]));
  const ignoresCase = own(source, 'ignoreCase') === true;
  // Which of the values have been met, as the number of the round that met them: no clearing between rounds.
  const met = new Float64Array(values.length);
  let round = 0;
  return (value) => {
    if (!isList(value)) return false;
    round += 1;
    const thisRound = round;
    let missing = values.length;
    for (let index = 0; index < value.length && missing > 0; index += 1) {
      const member: unknown = value[index];
      const place = places.get(ignoresCase ? lowered(member) : member);
      if (place === undefined || met[place] === thisRound) continue;
      met[place] = thisRound;
      missing -= 1;
    }
    return missing === 0;
  };
}

/** How many members the list has. */
export function compileSize(check: ValueCheck): ValueCheck {
  return (value) => isList(value) && check(value.length);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= longestList;
}
