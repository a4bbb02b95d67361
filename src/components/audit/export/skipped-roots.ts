import type { Session } from '../../../db/contract.ts';
import { type Hash, hashBase64 } from '../proof/hash.ts';
import type { TilePlace } from '../proof/tile.ts';
import { type LeafRange, rangeRoots, tilesOfRange } from '../proof/tree-proof.ts';
import { selectTiles } from './queries.ts';

/** Tiles that are kept for what comes next: a filter that fits now and then comes back to the same one. */
const mostKept = 64;

/**
 * Of the entries that a filter leaves out, the roots of the subtrees over them: whoever verifies the export puts them in
 * their place, and so knows that nothing else was left out.
 */
export class SkippedRoots {
  readonly #tenant: string;
  #kept = new Map<string, readonly Hash[]>();

  constructor(tenant: string) {
    this.#tenant = tenant;
  }

  /** Base64, for each of the ranges; those of leaves counted from 0. */
  async of(ranges: readonly LeafRange[], read: <T>(work: (session: Session) => Promise<T>) => Promise<T>) {
    const places = new Map(ranges.flatMap(tilesOfRange).map((place) => [keyOf(place), place]));
    const missing = [...places].filter(([key]) => !this.#kept.has(key)).map(([, place]) => place);
    const tiles = new Map(this.#kept);
    if (missing.length > 0) {
      const found = await read((session) => selectTiles(session, this.#tenant, missing));
      for (const tile of found) tiles.set(keyOf(tile), tile.hashes);
    }
    this.#kept = new Map([...tiles].slice(-mostKept));
    return ranges.map((range) => rangeRoots(range, (place) => tiles.get(keyOf(place)) ?? []).map(hashBase64));
  }
}

function keyOf({ index, level }: TilePlace): string {
  return `${level}/${index}`;
}
