import type { ParsedSource } from '../source/parse-source.ts';
import type { SourceText } from '../source/source-text.ts';

/** Looking through more pieces than this for every name costs more than the names are worth. */
const maximumTexts = 100;

/** What might be defined in text that could not be understood: nothing is said about references to it. */
export class UnknownContent {
  #everything: boolean;
  readonly #texts: string[] = [];
  readonly #keys = new Set<string>();

  /** `everything` when some file or folder could not be looked into at all. */
  constructor(everything: boolean) {
    this.#everything = everything;
  }

  addFile(): void {
    this.#everything = true;
  }

  addLost(source: SourceText, { lost }: ParsedSource): void {
    if (this.#texts.length + lost.length > maximumTexts) this.#everything = true;
    else for (const { from, to } of lost) this.#texts.push(source.text.slice(from, to));
  }

  addKey(key: string): void {
    this.#keys.add(key);
  }

  mayHold(key: string): boolean {
    return this.#everything || this.#keys.has(key) || this.#texts.some((text) => text.includes(key));
  }
}
