import type { RelatedPlace, SourceRange } from '../diagnostic/diagnostic.ts';
import { parsePointer } from '../pointer.ts';
import type { AliasUse, Trace } from '../source/positions.ts';

/** A mistake whose text was found. */
export interface TracedMistake {
  readonly code: string;
  readonly pointer: string;
  readonly trace: Trace;
}

export interface Blamed {
  readonly at: SourceRange;
  /** Where an alias is blamed: what it stands for. */
  readonly origin: readonly RelatedPlace[];
}

/**
 * Says of mistakes whether the text that is written is wrong, or an alias that brings a good text to a place
 * where it is wrong. The text is to blame when it is just as wrong where it is written itself.
 */
export class AliasBlame {
  readonly #known: ReadonlySet<string>;

  constructor(mistakes: readonly TracedMistake[]) {
    this.#known = new Set(mistakes.map((mistake) => identityOf(mistake, mistake.trace.aliases)));
  }

  placeOf(mistake: TracedMistake): Blamed {
    const { code, trace } = mistake;
    const { aliases, written } = trace;
    // How a value is spelt is the matter of whoever spelt it, wherever it is used.
    if (aliases.length === 0 || code.startsWith('yaml/')) return { at: written, origin: [] };
    let length = 0;
    while (length < aliases.length && !this.#known.has(identityOf(mistake, lastOf(aliases, length)))) length++;
    const [outermost] = lastOf(aliases, length);
    return outermost === undefined
      ? { at: written, origin: [] }
      : { at: outermost.at, origin: originOf(outermost, written) };
  }
}

function lastOf(aliases: readonly AliasUse[], count: number): readonly AliasUse[] {
  return aliases.slice(aliases.length - count);
}

/** The same mistake in the same text, brought by these aliases; in a field of another name it is another mistake. */
function identityOf({ code, pointer, trace: { written } }: TracedMistake, aliases: readonly AliasUse[]): string {
  const places = [written, ...aliases.map(({ at }) => at)];
  const texts = places.map(({ file, start }) => `${file}:${start.line}:${start.column}`);
  return [code, parsePointer(pointer).at(-1), ...texts].join('\n');
}

function originOf({ text, anchor }: AliasUse, written: SourceRange): readonly RelatedPlace[] {
  const marked = { message: `\`${text}\` stands for what begins here`, at: anchor };
  return written.start.line === anchor.start.line
    ? [marked]
    : [marked, { message: `\`${text}\` brings it from here`, at: written }];
}
