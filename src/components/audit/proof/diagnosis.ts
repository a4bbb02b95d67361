import type { ExportLine } from './export-line.ts';
import type { Finding } from './finding.ts';
import { chainHash, type Hash } from './hash.ts';
import type { Reason } from './reasons.ts';

/** How far an export was found good. */
export interface GoodPart {
  /** Sequence of its first entry; null: there is none. */
  readonly first: number | null;
  /** The sequence that belongs next. */
  readonly next: number;
  /** Hash of the entry before; null where the export may begin anywhere. */
  readonly previous: Hash | null;
}

/**
 * What was done to an export at the line where it ceases to be good. What follows decides: whether the entry that
 * belongs there comes later, and which of two neighbours the rest of the chain continues.
 */
export class Diagnosis {
  readonly #good: GoodPart;
  readonly #bad: ExportLine | null;
  readonly #line: number;
  #lines = 1;
  #next: ExportLine | null = null;
  #comesLater = false;

  constructor(good: GoodPart, bad: ExportLine | null, line: number) {
    this.#good = good;
    this.#bad = bad;
    this.#line = line;
  }

  /** What stands further down, line by line. */
  add(line: ExportLine | null): void {
    this.#lines += 1;
    if (this.#lines === 2) this.#next = line;
    if (line !== null && this.#belongsHere(line)) this.#comesLater = true;
  }

  /** @param expected entries of the whole export, where a signed manifest says so */
  conclude(expected: number | null): Finding {
    const { next } = this.#good;
    const bad = this.#bad;
    if (bad === null) return this.#finding(this.#comesLater ? 'entry-inserted' : 'line-unreadable', next);
    const { previous } = this.#good;
    if (previous !== null && chainHash(previous, bad.leaf) === bad.hash && bad.previousHash === previous)
      return this.#finding('entry-changed', next);
    if (bad.sequence === next) return this.#inPlace(bad, expected);
    if (bad.sequence > next) return this.#behindGap(bad);
    const isBeforeAll = bad.sequence < (this.#good.first ?? 0);
    return this.#finding(isBeforeAll ? 'entries-reordered' : 'entry-inserted', bad.sequence);
  }

  #behindGap({ sequence, tail }: ExportLine): Finding {
    if (this.#comesLater) return this.#finding('entries-reordered', this.#good.next);
    const missing = this.#finding('entry-missing', this.#good.next);
    // Of a filtered export, it may be any of them.
    return tail?.skipped === undefined || sequence - 1 === missing.sequence
      ? missing
      : { ...missing, upTo: sequence - 1 };
  }

  #inPlace(bad: ExportLine, expected: number | null): Finding {
    const { first, next } = this.#good;
    if (this.#comesLater) return this.#finding('entry-inserted', next);
    if (!bad.isSound || this.#next?.previousHash !== bad.hash) return this.#finding('entry-changed', next);
    // The rest continues this one, so that the one before is to blame; unless one between them was taken out.
    const total = this.#line - 1 + this.#lines;
    if (expected !== null && total < expected) return this.#finding('entry-missing', next);
    return first === null || first === next
      ? this.#finding('entry-changed', next)
      : this.#finding('entry-replaced', next - 1);
  }

  #belongsHere({ hash, leaf, previousHash, sequence }: ExportLine): boolean {
    const { next, previous } = this.#good;
    return (
      sequence === next && (previous === null || (previousHash === previous && chainHash(previous, leaf) === hash))
    );
  }

  #finding(reason: Reason, sequence: number): Finding {
    return { reason, sequence, line: this.#line };
  }
}
