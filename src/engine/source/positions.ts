import type { SourceRange } from '../diagnostic/diagnostic.ts';
import { parsePointer } from '../pointer.ts';
import type { Span } from './event-place.ts';
import { segmentEvents } from './parse-source.ts';
import { type AliasPlace, type PlaceNode, placesOf } from './places.ts';
import type { Segment, YamlDocument } from './yaml-document.ts';

export type Part = 'key' | 'value';

/** How a text comes to the place that a pointer names. */
export interface Trace {
  /** Where it is written. */
  readonly written: SourceRange;
  /** The aliases that bring it, the one at the place itself first; none where it is written there. */
  readonly aliases: readonly AliasUse[];
}

export interface AliasUse {
  /** `*name` */
  readonly text: string;
  readonly at: SourceRange;
  /** The place of `&name`. */
  readonly anchor: SourceRange;
}

/**
 * Finds the text of any value or key again, by parsing the file once more: positions are needed only
 * when something is wrong, so nothing is kept of them while all is well. The last segment asked for is
 * remembered; ask file by file.
 */
export class Positions {
  #segment: Segment | undefined;
  #places: readonly PlaceNode[] = [];

  /**
   * The range of the key or the value at a JSON pointer. A pointer to nothing gives the key of the
   * nearest thing above it; the whole document is shown by its first token; an empty value by its key.
   */
  locate(document: YamlDocument, pointer: string, part: Part): SourceRange {
    const { nearest, isFound } = this.#walk(document, pointer);
    return rangeOf(document, spanOf(nearest, isFound ? part : 'key'));
  }

  /** The same, with the aliases on the way. Where the value itself is an alias, `written` is what that stands for. */
  trace(document: YamlDocument, pointer: string, part: Part): Trace {
    const { nearest, isFound, aliases } = this.#walk(document, pointer);
    const alias = isFound && part === 'value' ? nearest?.alias : undefined;
    const written = alias === undefined ? spanOf(nearest, isFound ? part : 'key') : spanOf(alias.target, 'value');
    return {
      written: rangeOf(document, written),
      aliases: (alias === undefined ? aliases : [...aliases, alias]).map(({ span, anchor }) => ({
        text: document.source.text.slice(document.segment.from + span.from, document.segment.from + span.to),
        at: rangeOf(document, span),
        anchor: rangeOf(document, anchor),
      })),
    };
  }

  #walk(document: YamlDocument, pointer: string): Walk {
    const aliases: AliasPlace[] = [];
    let nearest = this.#rootOf(document);
    for (const segment of parsePointer(pointer)) {
      const child: PlaceNode | undefined = nearest?.children.get(segment);
      if (child === undefined) return { nearest, isFound: false, aliases };
      if (nearest?.alias !== undefined) aliases.push(nearest.alias);
      if (child.broughtBy !== undefined) aliases.push(...child.broughtBy);
      nearest = child;
    }
    return { nearest, isFound: nearest !== undefined, aliases };
  }

  #rootOf(document: YamlDocument): PlaceNode | undefined {
    if (this.#segment !== document.segment) {
      const { text, events } = segmentEvents(document.source, document.segment);
      this.#places = placesOf(text, events);
      this.#segment = document.segment;
    }
    return this.#places[document.index];
  }
}

interface Walk {
  readonly nearest: PlaceNode | undefined;
  /** False when the nearest is only what stands above. */
  readonly isFound: boolean;
  /** Passed on the way to the nearest. */
  readonly aliases: readonly AliasPlace[];
}

function spanOf(node: PlaceNode | undefined, part: Part): Span {
  const { key = null, value = null } = node ?? {};
  return (part === 'key' ? (key ?? value) : (value ?? key)) ?? { from: 0, to: 0 };
}

function rangeOf({ segment, source }: YamlDocument, { from, to }: Span): SourceRange {
  return source.range(segment.from + from, segment.from + to);
}
