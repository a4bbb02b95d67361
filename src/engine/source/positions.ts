import type { SourceRange } from '../diagnostic/diagnostic.ts';
import { parsePointer } from '../pointer.ts';
import { segmentEvents } from './parse-source.ts';
import { type PlaceNode, placesOf } from './places.ts';
import type { Segment, YamlDocument } from './yaml-document.ts';

export type Part = 'key' | 'value';

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
    let node: PlaceNode | undefined = this.#rootOf(document);
    let nearest: PlaceNode | undefined = node;
    for (const segment of parsePointer(pointer)) {
      node = node?.children.get(segment);
      if (node === undefined) break;
      nearest = node;
    }
    const { key = null, value = null } = nearest ?? {};
    const span = (node === undefined || part === 'key' ? (key ?? value) : (value ?? key)) ?? { from: 0, to: 0 };
    const { from } = document.segment;
    return document.source.range(from + span.from, from + span.to);
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
