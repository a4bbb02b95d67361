import {
  COLLECTION_STYLE,
  type Event,
  EVENT_ID,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { type Span, tokenSpan } from './event-place.ts';
import { scalarText } from './scalar.ts';

/** A value's place in the text, with the places of what is in it. */
export interface PlaceNode {
  value: Span | null;
  /** Null for list items and the document itself. */
  readonly key: Span | null;
  /** By key, or by index in decimal. Shared with the anchor when the value is an alias. */
  readonly children: Map<string, PlaceNode>;
  /** The value is an alias; `value` is the place of that. */
  readonly alias?: AliasPlace | undefined;
  /** The aliases by which `<<` brought key and value here, the one in this mapping first. */
  readonly broughtBy?: readonly AliasPlace[];
}

/** `*name`, and what it stands for. */
export interface AliasPlace {
  readonly span: Span;
  /** `&name`. */
  readonly anchor: Span;
  readonly target: PlaceNode;
}

interface Anchored {
  readonly span: Span;
  readonly node: PlaceNode;
}

interface Level {
  readonly node: PlaceNode;
  readonly type: 'document' | 'list' | 'mapping';
  readonly flow: boolean;
  /** Of a mapping: a key was read, its value comes next. */
  awaitsValue: boolean;
  key: string | null;
  keySpan: Span | null;
  merging: boolean;
  /** Values of `<<`. */
  readonly merges: PlaceNode[];
  firstEnd: number;
  end: number;
}

/** One tree per document of the events, in their order. */
export function placesOf(text: string, events: readonly Event[]): readonly PlaceNode[] {
  return new PlaceReader(text).read(events);
}

class PlaceReader {
  readonly #text: string;
  readonly #documents: PlaceNode[] = [];
  readonly #levels: Level[] = [];
  #anchors = new Map<string, Anchored>();

  constructor(text: string) {
    this.#text = text;
  }

  read(events: readonly Event[]): readonly PlaceNode[] {
    for (const event of events) {
      switch (event.type) {
        case EVENT_ID.DOCUMENT: {
          const node = newNode(null);
          this.#documents.push(node);
          this.#anchors = new Map();
          this.#levels.push(newLevel(node, 'document', false));
          break;
        }
        case EVENT_ID.MAPPING:
        case EVENT_ID.SEQUENCE:
          this.#open(event);
          break;
        case EVENT_ID.SCALAR:
          this.#scalar(event);
          break;
        case EVENT_ID.ALIAS:
          this.#alias(event, this.#text.slice(event.anchorStart, event.anchorEnd));
          break;
        case EVENT_ID.POP:
          this.#close();
          break;
      }
    }
    return this.#documents;
  }

  #open(event: MappingEvent | SequenceEvent): void {
    const node = this.#place({ from: event.start, to: event.start + 1 });
    this.#remember(event, node);
    const type = event.type === EVENT_ID.MAPPING ? 'mapping' : 'list';
    this.#levels.push(newLevel(node, type, event.style === COLLECTION_STYLE.FLOW));
  }

  #scalar(event: ScalarEvent): void {
    const span = tokenSpan(this.#text, event);
    this.#grow(span);
    const level = this.#levels.at(-1);
    if (level?.type === 'mapping' && !level.awaitsValue) {
      level.awaitsValue = true;
      level.key = scalarText(this.#text, event);
      level.keySpan = span;
      level.merging = level.key === '<<' && event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1;
    } else {
      this.#remember(event, this.#place(span));
    }
  }

  #alias(event: Event, name: string): void {
    const span = tokenSpan(this.#text, event);
    this.#grow(span);
    const anchored = this.#anchors.get(name);
    const isKnown = anchored !== undefined && span !== null;
    this.#place(span, isKnown ? { span, anchor: anchored.span, target: anchored.node } : undefined);
  }

  #close(): void {
    const level = this.#levels.pop();
    if (level === undefined || level.type === 'document') return;
    const { node } = level;
    for (const merged of level.merges) {
      for (const { source, aliases } of mergeSources(merged)) {
        for (const [key, child] of source.children) {
          if (node.children.has(key)) continue;
          const broughtBy = [...aliases, ...(child.broughtBy ?? [])];
          node.children.set(key, broughtBy.length === 0 ? child : { ...child, broughtBy });
        }
      }
    }
    const from = node.value?.from ?? 0;
    const to = level.flow
      ? closingBracket(this.#text, Math.max(level.end, from + 1))
      : Math.max(level.firstEnd, from + 1);
    node.value = { from, to };
    this.#grow(node.value);
  }

  /** Makes the node for the value that comes next. The first of two equal keys keeps its place, as it keeps its value. */
  #place(span: Span | null, alias?: AliasPlace): PlaceNode {
    const level = this.#levels.at(-1);
    if (level === undefined) return newNode(span);
    if (level.type === 'document') {
      level.node.value = span;
      return level.node;
    }
    const children = alias?.target.children ?? new Map<string, PlaceNode>();
    if (level.type === 'list') {
      const node: PlaceNode = { value: span, key: null, children, alias };
      level.node.children.set(String(level.node.children.size), node);
      return node;
    }
    if (!level.awaitsValue) {
      // A collection or an alias in the place of a key: nothing can refer to its value.
      level.awaitsValue = true;
      level.key = null;
      return newNode(span);
    }
    const node: PlaceNode = { value: span, key: level.keySpan, children, alias };
    if (level.merging) level.merges.push(node);
    else if (level.key !== null && !level.node.children.has(level.key)) level.node.children.set(level.key, node);
    level.awaitsValue = false;
    level.merging = false;
    return node;
  }

  #remember(event: MappingEvent | SequenceEvent | ScalarEvent, node: PlaceNode): void {
    if (event.anchorStart === -1) return;
    const span = { from: event.anchorStart - 1, to: event.anchorEnd };
    this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), { span, node });
  }

  #grow(span: Span | null): void {
    const level = this.#levels.at(-1);
    if (level === undefined || span === null) return;
    if (level.firstEnd === 0) level.firstEnd = span.to;
    if (span.to > level.end) level.end = span.to;
  }
}

/** The mappings that one `<<` gives: a mapping, or a list of them, each perhaps by an alias. */
function mergeSources(
  merged: PlaceNode,
): readonly { readonly source: PlaceNode; readonly aliases: readonly AliasPlace[] }[] {
  const aliases = merged.alias === undefined ? [] : [merged.alias];
  if (!merged.children.has('0')) return [{ source: merged, aliases }];
  return [...merged.children.values()].map((source) => ({
    source,
    aliases: source.alias === undefined ? aliases : [...aliases, source.alias],
  }));
}

function newNode(value: Span | null): PlaceNode {
  return { value, key: null, children: new Map() };
}

function newLevel(node: PlaceNode, type: Level['type'], flow: boolean): Level {
  return {
    node,
    type,
    flow,
    awaitsValue: false,
    key: null,
    keySpan: null,
    merging: false,
    merges: [],
    firstEnd: 0,
    end: 0,
  };
}

/** The end of a flow collection, whose last token ends at `from`: only blanks, commas and comments stand between. */
function closingBracket(text: string, from: number): number {
  for (let index = from; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === ']' || character === '}') return index + 1;
    if (character === '#') {
      const end = text.indexOf('\n', index);
      if (end === -1) break;
      index = end;
    }
  }
  return from;
}
