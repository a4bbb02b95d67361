import type { JsonObject } from '../../engine/json.ts';
import { isMade } from './fold/both-schemas.ts';

/** So many schemas that were made of others are walked below one name: what contains itself makes ever more of them. */
const mostMade = 300;

/** So many in all: names that contain each other under conditions make some for every pair of them. */
const mostMadeInAll = 2_000;

/** What one comparison of two documents has walked so far of schemas that were made of others. */
export class MadeSchemas {
  #count = 0;

  mayWalk(): boolean {
    this.#count += 1;
    return this.#count <= mostMadeInAll;
  }
}

/** What is on its way or done below one name: a document that is not ours may lead in circles past all names. */
export class WalkedPairs {
  readonly #pairs = new Map<JsonObject, Set<JsonObject>>();
  readonly #inAll: MadeSchemas;
  #made = 0;

  constructor(inAll: MadeSchemas) {
    this.#inAll = inAll;
  }

  /** `endless`: it is to be compared without walking on. */
  add(before: JsonObject, after: JsonObject): 'new' | 'known' | 'endless' {
    const known = this.#pairs.get(before) ?? new Set();
    this.#pairs.set(before, known);
    if (known.size === known.add(after).size) return 'known';
    if (!isMade(before) && !isMade(after)) return 'new';
    this.#made += 1;
    return this.#made <= mostMade && this.#inAll.mayWalk() ? 'new' : 'endless';
  }
}
