import type { ParsedSource } from '../source/parse-source.ts';
import type { SourceText } from '../source/source-text.ts';

/** How much is known about what stands in text that could not be understood. */
export type Doubt =
  /** Everything was read, and the key is nowhere. */
  | 'none'
  /** The key stands in text that could not be understood: it is probably defined there. */
  | 'named'
  /** Some file or folder could not be looked into at all. */
  | 'unseen';

/** What might be defined in text that could not be understood. */
export class UnknownContent {
  #unseen: boolean;
  readonly #words = new Set<string>();

  /** `unseen` when some file or folder could not be looked into at all. */
  constructor(unseen: boolean) {
    this.#unseen = unseen;
  }

  /** A file that was not understood; null when its text is not known either. */
  addFile(text: string | null): void {
    if (text === null) this.#unseen = true;
    else this.#addText(text);
  }

  addLost(source: SourceText, { lost }: ParsedSource): void {
    for (const { from, to } of lost) this.#addText(source.text.slice(from, to));
  }

  addKey(key: string): void {
    this.#words.add(key);
  }

  doubtAbout(key: string): Doubt {
    if (this.#words.has(key)) return 'named';
    return this.#unseen ? 'unseen' : 'none';
  }

  #addText(text: string): void {
    for (const [word] of text.matchAll(/[A-Za-z0-9][A-Za-z0-9._-]*/g)) this.#words.add(word.replace(/[.-]+$/, ''));
  }
}
