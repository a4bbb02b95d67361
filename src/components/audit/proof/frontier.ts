import { type Hash, hashBytes, hashLength, hashOfBytes, nodeHash, sha256 } from './hash.ts';
import { subtreesOf } from './subtree.ts';

/** Of a tree without leaves. */
const emptyRoot: Hash = sha256('');

/** All that is needed of a tree of RFC 6962 to append to it and to tell its root: the roots of its perfect subtrees. */
export class Frontier {
  #size: number;
  /** From left to right, so from large to small. */
  readonly #hashes: Hash[];

  private constructor(size: number, hashes: readonly Hash[]) {
    this.#size = size;
    this.#hashes = [...hashes];
  }

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /**
   * @param bytes as {@link Frontier.bytes} gave them
   * @throws RangeError when they are not those of a tree of this size
   */
  static read(size: number, bytes: Uint8Array): Frontier {
    const count = subtreesOf(0, size).length;
    if (bytes.length !== count * hashLength) throw new RangeError(`not the frontier of a tree of ${size} leaves`);
    const hashes = Array.from({ length: count }, (_, index) =>
      hashOfBytes(bytes.subarray(index * hashLength, (index + 1) * hashLength)),
    );
    return new Frontier(size, hashes);
  }

  get size(): number {
    return this.#size;
  }

  get bytes(): Buffer {
    return hashBytes(this.#hashes.join(''));
  }

  append(leaf: Hash): void {
    this.appendSubtree(0, leaf);
  }

  /**
   * Appends the 2^`level` leaves of a perfect subtree at once, by its root.
   * @throws RangeError where no subtree of this level begins
   */
  appendSubtree(level: number, root: Hash): void {
    const width = 2 ** level;
    let index = this.#size / width;
    if (!Number.isInteger(index)) throw new RangeError(`no subtree of ${width} leaves begins at ${this.#size}`);
    let hash = root;
    while (index % 2 === 1) {
      hash = nodeHash(this.#hashes.pop() ?? emptyRoot, hash);
      index = (index - 1) / 2;
    }
    this.#hashes.push(hash);
    this.#size += width;
  }

  root(): Hash {
    return rootOf(this.#hashes);
  }
}

/** Of perfect subtrees that stand beside each other, from left to right. */
export function rootOf(subtrees: readonly Hash[]): Hash {
  const [last, ...others] = subtrees.toReversed();
  return last === undefined ? emptyRoot : others.reduce((right, left) => nodeHash(left, right), last);
}
