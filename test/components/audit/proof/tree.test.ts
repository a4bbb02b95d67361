import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Frontier } from '../../../../src/components/audit/proof/frontier.ts';
import { edgeOf, GrowingTiles } from '../../../../src/components/audit/proof/growing-tiles.ts';
import { type Hash, hashBytes, leafHash, nodeHash, sha256 } from '../../../../src/components/audit/proof/hash.ts';
import { splitOf, subtreesOf } from '../../../../src/components/audit/proof/subtree.ts';
import {
  parseTilePath,
  readTileBytes,
  type Tile,
  tileBytes,
  tilePath,
} from '../../../../src/components/audit/proof/tile.ts';
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  type LeafRange,
  rangeHash,
} from '../../../../src/components/audit/proof/tree-proof.ts';

/** MTH, as RFC 6962 writes it down. */
function merkleTreeHash(leaves: readonly Hash[]): Hash {
  const [first, ...others] = leaves;
  if (first === undefined) return sha256('');
  if (others.length === 0) return first;
  const split = splitOf(leaves.length);
  return nodeHash(merkleTreeHash(leaves.slice(0, split)), merkleTreeHash(leaves.slice(split)));
}

const leaves = Array.from({ length: 1_500 }, (_, index) => leafHash(`entry ${index}`));

function frontierOf(size: number): Frontier {
  const frontier = Frontier.empty();
  for (const leaf of leaves.slice(0, size)) frontier.append(leaf);
  return frontier;
}

const rootAt = (size: number): Hash => frontierOf(size).root();
const hexOf = (hash: Hash): string => hashBytes(hash).toString('hex');

/** All tiles of the tree of 1,500 leaves. */
function allTiles(): readonly Tile[] {
  const growing = new GrowingTiles(0, []);
  for (const leaf of leaves) growing.append(leaf);
  return growing.takeChanged();
}

const tiles = new Map(allTiles().map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]));
const readTile = ({ level, index }: { readonly level: number; readonly index: number }): readonly Hash[] =>
  tiles.get(`${level}/${index}`) ?? [];
const hashesOf = (ranges: readonly LeafRange[]): readonly Hash[] => ranges.map((range) => rangeHash(range, readTile));

const size = fc.integer({ min: 1, max: leaves.length });

describe('the tree', () => {
  it('has the roots that Certificate Transparency publishes for its test leaves', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const frontier = Frontier.empty();
    const roots = inputs.map((input) => {
      frontier.append(leafHash(Buffer.from(input, 'hex')));
      return hexOf(frontier.root());
    });
    expect(hexOf(Frontier.empty().root())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(roots).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]);
  });

  it('grows by one leaf at a time to the root that the definition gives', () => {
    fc.assert(
      fc.property(size, (count) => {
        expect(rootAt(count)).toBe(merkleTreeHash(leaves.slice(0, count)));
      }),
      { numRuns: 30 },
    );
  });

  it('goes on from what was kept of it', () => {
    fc.assert(
      fc.property(size, size, (one, other) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)];
        const frontier = Frontier.read(before, frontierOf(before).bytes);
        for (const leaf of leaves.slice(before, after)) frontier.append(leaf);
        expect([frontier.size, frontier.root()]).toEqual([after, rootAt(after)]);
      }),
      { numRuns: 30 },
    );
    expect(() => Frontier.read(3, Buffer.alloc(32))).toThrow(RangeError);
  });

  it('takes whole subtrees in place of their leaves', () => {
    fc.assert(
      fc.property(size, size, (one, other) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)];
        const frontier = frontierOf(before);
        for (const subtree of subtreesOf(before, after)) {
          const from = subtree.index * 2 ** subtree.level;
          frontier.appendSubtree(subtree.level, rangeHash({ from, to: from + 2 ** subtree.level }, readTile));
        }
        expect(frontier.root()).toBe(rootAt(after));
      }),
      { numRuns: 50 },
    );
    expect(() => frontierOf(3).appendSubtree(1, leafHash(''))).toThrow(RangeError);
  });
});

describe('tiles', () => {
  it('are those of the whole tree, whatever steps it grew in and however often it was taken up again', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 });
    fc.assert(
      fc.property(steps, (widths) => {
        const kept = new Map<string, Tile>();
        let count = 0;
        for (const width of widths) {
          const edge = edgeOf(count).flatMap((place) => kept.get(`${place.level}/${place.index}`) ?? []);
          const growing = new GrowingTiles(count, edge);
          for (const leaf of leaves.slice(count, count + width)) growing.append(leaf);
          count = Math.min(leaves.length, count + width);
          for (const tile of growing.takeChanged()) kept.set(`${tile.level}/${tile.index}`, tile);
        }
        for (const tile of kept.values()) expect(tile.hashes).toEqual(readTile(tile).slice(0, tile.hashes.length));
        const total = [...kept.values()]
          .filter(({ level }) => level === 0)
          .reduce((sum, tile) => sum + tile.hashes.length, 0);
        expect(total).toBe(count);
      }),
      { numRuns: 30 },
    );
  });

  it('are refused where what is kept of them does not reach far enough', () => {
    expect(() => new GrowingTiles(300, [])).toThrow(RangeError);
  });

  it('are kept as bytes', () => {
    expect(readTileBytes(tileBytes(leaves.slice(0, 256)))).toEqual(leaves.slice(0, 256));
    expect(() => readTileBytes(Buffer.alloc(33))).toThrow(RangeError);
  });

  it.each([
    [0, 0, 256, 'tile/0/000'],
    [3, 1_234_067, 256, 'tile/3/x001/x234/067'],
    [1, 1_000, 112, 'tile/1/x001/000.p/112'],
    [0, 999, 1, 'tile/0/999.p/1'],
  ])('of level %i and index %i with %i hashes are called by the name that C2SP gives', (level, index, width, path) => {
    expect(tilePath({ level, index }, width)).toBe(path);
    expect(parseTilePath(path)).toEqual({ level, index, width });
  });

  it.each(['tile/0/1', 'tile/0/x000/001', 'tile/0/000.p/256', 'tile/0/000.p/0', 'tile/x/000', 'tile/00/000', ''])(
    'are not found under %j',
    (path) => expect(parseTilePath(path)).toBeNull(),
  );
});

describe('a proof', () => {
  it('shows that a leaf stands in its place, and nowhere else', () => {
    fc.assert(
      fc.property(size, fc.nat(), (count, seed) => {
        const index = seed % count;
        const head = { size: count, root: rootAt(count) };
        const proof = hashesOf(inclusionProof(index, count));
        const leaf = leaves[index] ?? '';
        expect(isIncluded(leaf, index, head, proof)).toBe(true);
        expect(isIncluded(leafHash('other'), index, head, proof)).toBe(false);
        expect(isIncluded(leaf, (index + 1) % (count + 1), head, proof)).toBe(false);
        expect(isIncluded(leaf, index, { size: count, root: leafHash('other') }, proof)).toBe(false);
        expect(isIncluded(leaf, index, head, [...proof, leaf])).toBe(false);
        if (proof.length > 0) expect(isIncluded(leaf, index, head, proof.toSpliced(0, 1, leafHash('x')))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('shows that a tree continues an older one, and only that', () => {
    fc.assert(
      fc.property(size, size, (one, other) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)];
        const older = { size: before, root: rootAt(before) };
        const newer = { size: after, root: rootAt(after) };
        const proof = hashesOf(consistencyProof(before, after));
        expect(isConsistent(older, newer, proof)).toBe(true);
        expect(isConsistent({ ...older, root: leafHash('other') }, newer, proof)).toBe(false);
        expect(isConsistent(older, { ...newer, root: leafHash('other') }, proof)).toBe(false);
        expect(isConsistent(older, newer, [...proof, older.root])).toBe(false);
        for (const step of proof.keys())
          expect(isConsistent(older, newer, proof.toSpliced(step, 1, leafHash('x')))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('of an empty tree is empty, and none continues a longer one', () => {
    const newer = { size: 5, root: rootAt(5) };
    expect(isConsistent({ size: 0, root: rootAt(0) }, newer, [])).toBe(true);
    expect(isConsistent({ size: 0, root: rootAt(1) }, newer, [])).toBe(false);
    expect(isConsistent(newer, { size: 4, root: rootAt(4) }, [])).toBe(false);
  });
});
