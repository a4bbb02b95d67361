import { type Hash, hashBytes, hashLength, hashOfBytes, nodeHash } from './hash.ts';
import type { Subtree } from './subtree.ts';

/** Hashes in one full tile, as of C2SP tlog-tiles: eight levels of the tree. */
export const tileWidth = 256;
const tileHeight = 8;

/** Which tile: hashes `index` × 256 and following of the tree's level 8 × `level`. */
export interface TilePlace {
  readonly level: number;
  readonly index: number;
}

export interface Tile extends TilePlace {
  /** 256, or fewer at the right edge of the tree. */
  readonly hashes: readonly Hash[];
}

/** `tile/0/x001/x234/067`, with `.p/W` behind it for one of W hashes where that is less than 256. */
export function tilePath({ level, index }: TilePlace, width: number): string {
  const groups: string[] = [];
  let rest = index;
  do {
    groups.unshift(`${groups.length === 0 ? '' : 'x'}${String(rest % 1000).padStart(3, '0')}`);
    rest = Math.floor(rest / 1000);
  } while (rest > 0);
  return `tile/${level}/${groups.join('/')}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** Null for what {@link tilePath} would not have written. */
export function parseTilePath(path: string): (TilePlace & { readonly width: number }) | null {
  const match = /^tile\/([0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/u.exec(path);
  if (match === null) return null;
  const [, level = '', groups = '', width = String(tileWidth)] = match;
  const found = { level: Number(level), index: Number(groups.replaceAll(/[x/]/gu, '')), width: Number(width) };
  return Number.isSafeInteger(found.index) && tilePath(found, found.width) === path && found.width > 0 ? found : null;
}

export function tileBytes(hashes: readonly Hash[]): Buffer {
  return hashBytes(hashes.join(''));
}

/** @throws RangeError for what is not a row of hashes. */
export function readTileBytes(bytes: Uint8Array): readonly Hash[] {
  return Array.from({ length: Math.ceil(bytes.length / hashLength) }, (_, index) =>
    hashOfBytes(bytes.subarray(index * hashLength, (index + 1) * hashLength)),
  );
}

/** The tile in which the root of a perfect subtree is found, or from whose hashes it is made. */
export function tileOf({ level, index }: Subtree): TilePlace {
  const tileLevel = Math.floor(level / tileHeight);
  return { level: tileLevel, index: Math.floor((index * 2 ** (level % tileHeight)) / tileWidth) };
}

/**
 * Of the hashes of its tile.
 * @throws RangeError when the tile does not reach as far
 */
export function subtreeHash({ level, index }: Subtree, hashes: readonly Hash[]): Hash {
  const width = 2 ** (level % tileHeight);
  const from = (index * width) % tileWidth;
  if (from + width > hashes.length) throw new RangeError(`the tile has only ${hashes.length} hashes`);
  return perfectRoot(hashes.slice(from, from + width));
}

/** Of a power of two of hashes. */
export function perfectRoot(hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1) {
    const next: Hash[] = [];
    for (let at = 0; at + 1 < row.length; at += 2) next.push(nodeHash(row[at] ?? '', row[at + 1] ?? ''));
    row = next;
  }
  return row[0] ?? '';
}
