import { Frontier } from '../proof/frontier.ts';
import { GrowingTiles } from '../proof/growing-tiles.ts';
import { chainHash, type Hash, zeroHash } from '../proof/hash.ts';
import type { Tile } from '../proof/tile.ts';

/** What is stored of a chain's newest end. */
export interface StoredTip {
  readonly size: number;
  readonly head: Uint8Array;
  readonly frontier: Uint8Array;
  /** The tiles at the right edge of its tree. */
  readonly tiles: readonly Tile[];
}

/** The place that an entry was given. */
export interface Seal {
  readonly sequence: number;
  readonly leaf: Hash;
  readonly hash: Hash;
  readonly previousHash: Hash;
}

/** The newest end of one chain, where entries are appended. Pure: nothing lasts before somebody writes it down. */
export class ChainTip {
  #head: Hash;
  readonly #frontier: Frontier;
  readonly #tiles: GrowingTiles;

  private constructor(head: Hash, frontier: Frontier, tiles: GrowingTiles) {
    this.#head = head;
    this.#frontier = frontier;
    this.#tiles = tiles;
  }

  /** @throws RangeError when what is stored does not belong together */
  static read(stored: StoredTip | undefined): ChainTip {
    if (stored === undefined || stored.size === 0)
      return new ChainTip(zeroHash, Frontier.empty(), new GrowingTiles(0, []));
    const head = Buffer.from(stored.head).toString('latin1');
    return new ChainTip(head, Frontier.read(stored.size, stored.frontier), new GrowingTiles(stored.size, stored.tiles));
  }

  get size(): number {
    return this.#frontier.size;
  }

  get head(): Hash {
    return this.#head;
  }

  get frontier(): Uint8Array {
    return this.#frontier.bytes;
  }

  append(leaf: Hash): Seal {
    const previousHash = this.#head;
    const hash = chainHash(previousHash, leaf);
    this.#head = hash;
    this.#frontier.append(leaf);
    this.#tiles.append(leaf);
    return { sequence: this.size, leaf, hash, previousHash };
  }

  /** Tiles that have changed since this was last asked. */
  takeTiles(): readonly Tile[] {
    return this.#tiles.takeChanged();
  }
}
