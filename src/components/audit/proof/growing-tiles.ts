import type { Hash } from './hash.ts';
import { perfectRoot, type Tile, type TilePlace, tileWidth } from './tile.ts';

/** The right edge of a tree's tiles: appends leaves, and tells which tiles have changed. */
export class GrowingTiles {
  /** By level: the tile that is not full yet, and how many full ones stand before it. */
  readonly #edge: { index: number; hashes: Hash[]; changed: boolean }[] = [];
  #full: Tile[] = [];

  /** `tiles`: those of {@link edgeOf}, as far as they are not empty. */
  constructor(size: number, tiles: readonly Tile[]) {
    for (const place of edgeOf(size)) {
      const found = tiles.find((tile) => tile.level === place.level && tile.index === place.index)?.hashes ?? [];
      // What a later transaction had written in its place would be longer, and is still the same up to here.
      if (found.length < place.width) throw new RangeError(`tile ${place.level}/${place.index} is too short`);
      this.#edge.push({ index: place.index, hashes: found.slice(0, place.width), changed: false });
    }
  }

  append(leaf: Hash): void {
    let hash = leaf;
    for (let level = 0; ; level += 1) {
      const edge = (this.#edge[level] ??= { index: 0, hashes: [], changed: false });
      edge.hashes.push(hash);
      edge.changed = true;
      if (edge.hashes.length < tileWidth) return;
      this.#full.push({ level, index: edge.index, hashes: edge.hashes });
      hash = perfectRoot(edge.hashes);
      this.#edge[level] = { index: edge.index + 1, hashes: [], changed: false };
    }
  }

  /** Those that have changed since this was last asked. */
  takeChanged(): readonly Tile[] {
    const changed = this.#full;
    this.#full = [];
    for (const [level, edge] of this.#edge.entries()) {
      if (edge.changed) changed.push({ level, index: edge.index, hashes: [...edge.hashes] });
      edge.changed = false;
    }
    return changed;
  }
}

/** The tiles at the right edge of a tree that are not full: one for each level, from the leaves up. */
export function edgeOf(size: number): readonly (TilePlace & { readonly width: number })[] {
  const places: (TilePlace & { width: number })[] = [];
  let count = size;
  for (let level = 0; count > 0; level += 1) {
    places.push({ level, index: Math.floor(count / tileWidth), width: count % tileWidth });
    count = Math.floor(count / tileWidth);
  }
  return places;
}
