import type { JsonObject } from '../../engine/json.ts';
import { isMade } from './both-schemas.ts';

/** So many schemas that were made of others are walked below one name: what contains itself makes ever more of them. */
const mostMade = 300;

/** What is on its way or done below one name: a document that is not ours may lead in circles past all names. */
export class WalkedPairs {
  readonly #pairs = new Map<JsonObject, Set<JsonObject>>();
  #made = 0;

  /** False: they have been compared, or there is no end to them. */
  add(before: JsonObject, after: JsonObject): boolean {
    const known = this.#pairs.get(before) ?? new Set();
    this.#pairs.set(before, known);
    if (known.size === known.add(after).size) return false;
    if (!isMade(before) && !isMade(after)) return true;
    this.#made += 1;
    return this.#made <= mostMade;
  }
}
