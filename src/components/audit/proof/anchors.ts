import type { HashText } from './hash.ts';

/** Signed with an export: the hashes of every so-manieth line, so that a chain that was made anew shows where it begins. */
export interface Anchors {
  /** A power of two: the first hash is that of line `every`, counted from 1. */
  readonly every: number;
  readonly hashes: readonly HashText[];
}

/** So many at most, whatever the length of the export. */
const most = 256;

/** Keeps anchors of lines that come one after the other, in constant memory. */
export class AnchorRecorder {
  #every = 1;
  #lines = 0;
  #kept: { readonly hash: HashText; readonly sequence: number }[] = [];

  /** Whether the hash of the next line is kept. One that is not is {@link pass passed}: nobody has to write it down. */
  get keepsNext(): boolean {
    return (this.#lines + 1) % this.#every === 0;
  }

  pass(): void {
    this.#lines += 1;
  }

  add(sequence: number, hash: HashText): void {
    this.addHex(sequence, hash.slice('sha256:'.length));
  }

  /** The same, by hexadecimal digits alone. */
  addHex(sequence: number, hex: string): void {
    this.#lines += 1;
    if (this.#lines % this.#every !== 0) return;
    this.#kept.push({ hash: `sha256:${hex}`, sequence });
    if (this.#kept.length <= most) return;
    this.#every *= 2;
    this.#kept = this.#kept.filter((_, index) => index % 2 === 1);
  }

  anchors(): Anchors {
    return { every: this.#every, hashes: this.#kept.map(({ hash }) => hash) };
  }

  /**
   * Where these lines part from the signed ones: behind the entry `after` (0: from the first on), at `upTo` at the
   * latest. Null where all that both have is the same.
   */
  partsFrom(signed: Anchors): { readonly after: number; readonly upTo: number } | null {
    const every = Math.max(this.#every, signed.every);
    let after = 0;
    for (let line = every; ; line += every) {
      const own = this.#kept[line / this.#every - 1];
      const other = signed.hashes[line / signed.every - 1];
      if (own === undefined || other === undefined) return null;
      if (own.hash !== other) return { after, upTo: own.sequence };
      after = own.sequence;
    }
  }

  /** Sequence of the last line that is kept; 0 where there is none. */
  get last(): number {
    return this.#kept.at(-1)?.sequence ?? 0;
  }
}
