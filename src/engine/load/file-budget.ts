import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { state } from '../diagnostic/statement.ts';
import { atStart } from '../source/decode-source.ts';

const mistakesPerFile = 1_000;

/**
 * How many mistakes of each file are still reported. A file with more than a thousand is something else
 * altogether, not configuration, and may have millions: those are only counted.
 */
export class FileBudget {
  readonly #taken = new Map<string, number>();
  readonly #omitted = new Map<string, number>();

  /** True while the file may have one more; `more` says how many were left out before. */
  take(file: string, more = 0): boolean {
    const taken = this.#taken.get(file) ?? 0;
    this.#taken.set(file, taken + 1);
    const isShown = taken < mistakesPerFile;
    this.omit(file, isShown ? more : more + 1);
    return isShown;
  }

  /** Mistakes that were found and are not reported. */
  omit(file: string, count: number): void {
    if (count > 0) this.#omitted.set(file, (this.#omitted.get(file) ?? 0) + count);
  }

  /** One for each file in which mistakes were left out. */
  remainders(): readonly Diagnostic[] {
    return [...this.#omitted].map(([file, count]) =>
      atStart(file, state('file/more-mistakes', { count: count.toLocaleString('en') })),
    );
  }
}
