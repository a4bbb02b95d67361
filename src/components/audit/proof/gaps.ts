import type { SaidPruning } from '../../export-verifier-contract.ts';

/** Entries of a chain that are not in its export, from the first to the last. */
export interface Gap {
  readonly first: number;
  readonly last: number;
}

interface OpenGap extends Gap {
  /** Entries between them that do stand in the export: more than none only where gaps were put together. */
  readonly present: number;
  /** Of the file, where they would stand. */
  readonly line: number;
}

/** What nobody has spoken of yet is kept in so many pieces at most, whatever the length of the export. */
const mostOpen = 16_384;
/** Prunings that are kept by name. */
const mostNamed = 1000;

/**
 * Which entries an export leaves out, and which of them an entry `audit.pruned` behind them speaks of. In constant memory:
 * of very many gaps, neighbours are put together, and then so many may stay unspoken of as there are entries between them.
 */
export class Gaps {
  #open: readonly OpenGap[] = [];
  #added: OpenGap[] = [];
  #named: SaidPruning[] = [];
  /** Where the first line stands behind a gap, that gap's end. */
  #front = 0;
  /** Entries that were left out. */
  entries = 0;
  /** Entries that prunings say were taken out, whether they speak of any gap or not. */
  said = 0;
  /** Sequence of the last entry of which a pruning speaks that may have taken others with it that spoke. */
  nestedUpTo = 0;
  /** Some pruning took others with it that spoke, or does not tell. */
  isNested = false;

  leave(first: number, last: number, line: number): void {
    if (first > last) return;
    this.entries += last - first + 1;
    if (first === 1) this.#front = last;
    this.#added.push({ first, last, present: 0, line });
    if (this.#added.length >= mostOpen) this.#settle();
  }

  /** Entries up to this one were never asked for. None of them stands in the export. */
  begin(after: number): void {
    this.#settle();
    this.entries -= Math.min(after, this.#front);
    this.#open = this.#open.flatMap((gap) => without(gap, 1, after));
    this.#named = this.#named.filter(({ last }) => last > after);
  }

  hear(pruning: SaidPruning): void {
    const { entries, first, last, prunings } = pruning;
    this.#settle();
    this.said += entries;
    if (prunings !== 0) {
      this.isNested = true;
      // Also where one before has closed all of its range: what the prunings said that it took is told by nobody now.
      this.nestedUpTo = Math.max(this.nestedUpTo, last);
    }
    const isSpoken = this.#open.some((gap) => gap.first <= last && gap.last >= first);
    if (!isSpoken) return;
    if (this.#named.length < mostNamed) this.#named.push(pruning);
    this.#open = this.#open.flatMap((gap) => without(gap, first, last));
  }

  /** Those that nobody spoke of. */
  get unspoken(): readonly (Gap & { readonly line: number })[] {
    this.#settle();
    return this.#open;
  }

  /** Those that speak of a gap, the first thousand of them. */
  get named(): readonly SaidPruning[] {
    return this.#named;
  }

  #settle(): void {
    if (this.#added.length === 0) return;
    this.#open = [...this.#open, ...this.#added];
    this.#added = [];
    while (this.#open.length > mostOpen) this.#open = inPairs(this.#open);
  }
}

/** What is left of a gap when part of it is spoken of. */
function without(gap: OpenGap, first: number, last: number): readonly OpenGap[] {
  if (gap.first > last || gap.last < first) return [gap];
  return [
    { ...gap, last: Math.min(gap.last, first - 1) },
    { ...gap, first: Math.max(gap.first, last + 1) },
  ].filter((part) => part.last - part.first + 1 > part.present);
}

function inPairs(gaps: readonly OpenGap[]): readonly OpenGap[] {
  return gaps.flatMap((gap, index) => {
    if (index % 2 === 1) return [];
    const next = gaps[index + 1];
    if (next === undefined) return [gap];
    return [{ ...gap, last: next.last, present: gap.present + next.present + next.first - gap.last - 1 }];
  });
}
