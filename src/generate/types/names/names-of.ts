import { hash } from 'node:crypto';
import { type Casing, wordsOf } from './words.ts';

/** Something that needs a name. `id` tells it from everything else of its scope. */
export interface Named {
  readonly id: string;
  readonly wish: string;
}

export interface NameRule {
  readonly casing: Casing;
  /** Names that mean something else there. One of them gets an underscore behind it. */
  readonly reserved?: ReadonlySet<string>;
}

/**
 * A name for each, by its id. Where several would have one name, or names that differ in case alone, each of them gets an
 * ending made of its own id: no name ever passes from one to another, so code that used it stops compiling instead.
 */
export function namesOf(
  all: readonly Named[],
  { casing, reserved = new Set() }: NameRule,
): ReadonlyMap<string, string> {
  const wished = all.map(({ id, wish }) => {
    const name = casing(wordsOf(wish));
    return { id, name: reserved.has(name) ? `${name}_` : name };
  });
  if (new Set(all.map(({ id }) => id)).size < all.length) throw new RangeError('an id of two is no id');
  const shared = repeated(wished.map(({ name }) => name.toLowerCase()));
  for (let length = endingLength; ; length += 2) {
    const given = wished.map(({ id, name }) => ({
      id,
      name: shared.has(name.toLowerCase()) ? `${name}_${endingOf(id, length, name)}` : name,
    }));
    if (repeated(given.map(({ name }) => name.toLowerCase())).size === 0) {
      return new Map(given.map(({ id, name }) => [id, name]));
    }
  }
}

/** Hexadecimal digits. More are taken where these are not enough. */
const endingLength = 6;

function repeated(texts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(texts.filter((text) => seen.size === seen.add(text).size));
}

/** In the case of the name it stands behind. */
function endingOf(id: string, length: number, name: string): string {
  // As UTF-16: two ids with halves of characters would be one text in UTF-8.
  const ending = hash('sha256', Buffer.from(id, 'utf16le')).slice(0, length);
  return name === name.toUpperCase() ? ending.toUpperCase() : ending;
}
