import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import type { Hash } from './hash.ts';
import { readManifestLine } from './manifest-line.ts';

/**
 * A checkpoint that somebody kept from before, which the chain of an export is held against while it is read. What it says
 * counts only once its signature has been looked at.
 */
export class KeptCheckpoint {
  /** A signed note. */
  readonly note: string;
  readonly #said: Checkpoint | null;
  /** Whether the chain was the same up to there; null: nothing in the export told. */
  isHeld: boolean | null = null;

  constructor(note: string) {
    this.note = note;
    this.#said = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1));
  }

  /** How many entries the chain had; 0 where it cannot be read. */
  get size(): number {
    return this.#said?.size ?? 0;
  }

  /** Of the last entry that the chain had then: with it, every entry before is bound. */
  holdHead(head: Hash): void {
    this.#hold(head === this.#said?.head);
  }

  /** Of the tree over as many entries. */
  holdRoot(root: Hash): void {
    this.#hold(root === this.#said?.root);
  }

  #hold(isSame: boolean): void {
    this.isHeld = isSame && this.isHeld !== false;
  }
}

const manifestLine = /(?:^|\n)(\{"manifest":[^\n]*\n)$/u;

/**
 * The note in what somebody kept: a checkpoint, or an export with one in its manifest. Null where there is none.
 * @param text its end, from which at least the last line can be read
 */
export function keptNote(text: string): string | null {
  const [, line] = manifestLine.exec(text) ?? [];
  if (line !== undefined) return readManifestLine(line)?.manifest.checkpoint ?? null;
  const note = `${text.replaceAll('\r\n', '\n').trimEnd()}\n`;
  return new KeptCheckpoint(note).size > 0 ? note : null;
}
