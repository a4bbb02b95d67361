import { attributeText, readAttribute } from '../evaluation/attribute-path.ts';
import type { Draft } from './draft.ts';

/**
 * Attributes whose values are lists, as whoever imports says. Products test every member of a list where they find
 * one; here a test of a list is another test than that of a value, so the others are named.
 */
export class Lists {
  readonly #lists: ReadonlySet<string>;
  readonly #single = new Set<string>();

  constructor(paths: readonly string[]) {
    // However many quotes somebody wrote.
    this.#lists = new Set(paths.map(readAttribute).map(({ kind, path }) => attributeText(kind, path)));
  }

  has(path: string): boolean {
    return this.#lists.has(path);
  }

  sawSingle(path: string): void {
    if (!path.endsWith('.key')) this.#single.add(path);
  }

  say(draft: Draft): void {
    if (this.#single.size === 0) return;
    const paths = [...this.#single].toSorted().join(', ');
    draft.note('import/single-values', undefined, `Taken to have one value each, not lists: ${paths}.`);
  }
}
