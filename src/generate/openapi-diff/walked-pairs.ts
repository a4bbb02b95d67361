import type { JsonObject } from '../../engine/json.ts';
import { isMade } from './both-schemas.ts';

/** So many schemas that were made of others are walked below one name: what contains itself makes ever more of them. */
const mostMade = 300;

/** What is on its way or done below one name: a document that is not ours may lead in circles past all names. */
export class WalkedPairs {
  readonly #pairs = new Map<JsonObject, Set<JsonObject>>();
  #made = 0;

  /** `endless`: it is to be compared without walking on. */
  add(before: JsonObject, after: JsonObject): 'new' | 'known' | 'endless' {
    const known = this.#pairs.get(before) ?? new Set();
    this.#pairs.set(before, known);
    if (known.size === known.add(after).size) return 'known';
    if (!isMade(before) && !isMade(after)) return 'new';
    this.#made += 1;
    return this.#made <= mostMade ? 'new' : 'endless';
  }
}
