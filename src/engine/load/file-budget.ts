const mistakesPerFile = 1_000;

/**
 * How many mistakes of each file are still reported. A file with more than a thousand is something else
 * altogether, not configuration, and may have millions.
 */
export class FileBudget {
  readonly #taken = new Map<string, number>();

  /** True while the file may have one more. */
  take(file: string): boolean {
    const taken = this.#taken.get(file) ?? 0;
    this.#taken.set(file, taken + 1);
    return taken < mistakesPerFile;
  }
}
