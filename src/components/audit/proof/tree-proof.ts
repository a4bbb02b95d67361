import { rootOf } from './frontier.ts';
import { type Hash, nodeHash } from './hash.ts';
import { splitOf, subtreesOf } from './subtree.ts';
import { subtreeHash, type TilePlace, tileOf } from './tile.ts';

/** Leaves from `from` to before `to`, which make a node of some tree. */
export interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/** The hashes of a tile; as many as the tree had, or more. */
export type ReadTile = (place: TilePlace) => readonly Hash[];

/** The tiles from which {@link rangeHash} is made. */
export function tilesOfRange({ from, to }: LeafRange): readonly TilePlace[] {
  return subtreesOf(from, to).map(tileOf);
}

export function rangeHash(range: LeafRange, readTile: ReadTile): Hash {
  return rootOf(rangeRoots(range, readTile));
}

/** Of the fewest perfect subtrees that cover the leaves: enough to put in their place. */
export function rangeRoots({ from, to }: LeafRange, readTile: ReadTile): readonly Hash[] {
  return subtreesOf(from, to).map((subtree) => subtreeHash(subtree, readTile(tileOf(subtree))));
}

/** Whose hashes prove that the leaf `index` (from 0) stands in the tree of `size`: PATH of RFC 6962. */
export function inclusionProof(index: number, size: number): readonly LeafRange[] {
  return pathOf(index, 0, size);
}

/** Whose hashes prove that the tree of `size` continues that of `oldSize`: PROOF of RFC 6962. */
export function consistencyProof(oldSize: number, size: number): readonly LeafRange[] {
  return oldSize === 0 ? [] : extensionOf(oldSize, 0, size, true);
}

function pathOf(index: number, from: number, to: number): readonly LeafRange[] {
  if (to - from <= 1) return [];
  const middle = from + splitOf(to - from);
  return index < middle
    ? [...pathOf(index, from, middle), { from: middle, to }]
    : [...pathOf(index, middle, to), { from, to: middle }];
}

function extensionOf(oldSize: number, from: number, to: number, isWhole: boolean): readonly LeafRange[] {
  if (oldSize === to) return isWhole ? [] : [{ from, to }];
  const middle = from + splitOf(to - from);
  return oldSize <= middle
    ? [...extensionOf(oldSize, from, middle, isWhole), { from: middle, to }]
    : [...extensionOf(oldSize, middle, to, false), { from, to: middle }];
}

export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

/** Whether `leaf` is the leaf `index` (from 0) of the tree. */
export function isIncluded(leaf: Hash, index: number, { size, root }: TreeHead, proof: readonly Hash[]): boolean {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  const ranges = inclusionProof(index, size);
  if (ranges.length !== proof.length) return false;
  const made = ranges.reduce((hash, range, step) => {
    const beside = proof[step] ?? '';
    return range.from > index ? nodeHash(hash, beside) : nodeHash(beside, hash);
  }, leaf);
  return made === root;
}

/** Whether nothing of the older tree was changed in the newer one. */
export function isConsistent(older: TreeHead, newer: TreeHead, proof: readonly Hash[]): boolean {
  if (older.size > newer.size) return false;
  if (older.size === 0) return proof.length === 0 && older.root === rootOf([]);
  const ranges = consistencyProof(older.size, newer.size);
  if (ranges.length !== proof.length) return false;
  // What of the older tree is a node of the newer one needs no hash: it is the older root itself.
  const begins = ranges[0] === undefined || ranges[0].from >= older.size;
  let [oldHash, newHash] = begins ? [older.root, older.root] : [proof[0] ?? '', proof[0] ?? ''];
  for (const [step, range] of ranges.entries()) {
    if (step === 0 && !begins) continue;
    const beside = proof[step] ?? '';
    if (range.from >= older.size) {
      newHash = nodeHash(newHash, beside);
    } else {
      oldHash = nodeHash(beside, oldHash);
      newHash = nodeHash(beside, newHash);
    }
  }
  return oldHash === older.root && newHash === newer.root;
}
